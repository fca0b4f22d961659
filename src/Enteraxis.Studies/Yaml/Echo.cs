using System.Globalization;

namespace Enteraxis.Studies.Yaml;

/// <summary>A stranger's text inside our sentence: one line, short, nothing that a terminal obeys.</summary>
internal static class Echo
{
    private const int Longest = 60;

    internal static string Of(string text)
    {
        string line = string.Concat(text.Take(Longest).Select(c => IsPlain(c) ? c : ' '));
        return text.Length > Longest ? line + "…" : line;
    }

    private static bool IsPlain(char c) => char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Surrogate or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
