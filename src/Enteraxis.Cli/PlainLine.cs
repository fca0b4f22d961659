using System.Globalization;

namespace Enteraxis.Cli;

/// <summary>A sentence as one line. Names from files stand in it, and a terminal obeys control characters.</summary>
internal static class PlainLine
{
    public static string Of(string text) => string.Concat(text.Select(c => char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? ' ' : c));
}
