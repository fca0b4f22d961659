using System.Globalization;

namespace Enteraxis.Numerics.Text;

/// <summary>A stranger's text inside our sentence: one line, short, nothing that a terminal obeys.</summary>
public static class Echo
{
    private const int Longest = 60;

    public static string Of(string text, int longest = Longest)
    {
        string line = string.Concat(text.Take(longest).Select(c => IsPlain(c) ? c : ' '));
        return text.Length > longest ? line + "…" : line;
    }

    private static bool IsPlain(char c) => char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Surrogate or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
