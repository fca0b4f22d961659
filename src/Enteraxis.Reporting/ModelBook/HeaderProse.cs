using Enteraxis.Reporting.Text;

namespace Enteraxis.Reporting.ModelBook;

/// <summary>The comment at the head of a model file as text: blank lines part paragraphs, an indented line is a formula, or goes on with a list of names.</summary>
internal static class HeaderProse
{
    private static readonly string[] Lists = ["Reads", "Gives", "Set for"];

    public static void Write(Html page, IReadOnlyList<string> header)
    {
        List<string> words = [];
        void Flush()
        {
            if (words.Count > 0) page.Line($"<p>{BookLinks.WithEvidence(string.Join(' ', words))}</p>");
            words.Clear();
        }
        foreach (string line in header)
        {
            bool list = words.Count > 0 && Lists.Any(l => words[0].StartsWith(l, StringComparison.Ordinal));
            bool opens = Lists.Any(l => line.StartsWith(l, StringComparison.Ordinal));
            if (line.Length == 0 || opens) Flush();
            if (line.StartsWith("  ", StringComparison.Ordinal) && !list)
            {
                Flush();
                page.Line($"<pre>{BookLinks.WithEvidence(line.Trim())}</pre>");
            }
            else if (line.Length > 0) words.Add(line.Trim());
        }
        Flush();
    }
}
