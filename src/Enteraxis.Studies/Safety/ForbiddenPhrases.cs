using Enteraxis.Numerics.Tables;
using System.Text.RegularExpressions;
using Enteraxis.Numerics;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Safety;

/// <summary>evidence/forbidden_phrases.tsv: what no generated sentence may say.</summary>
public sealed partial class ForbiddenPhrases
{
    private ForbiddenPhrases(IReadOnlyList<(Regex, string)> phrases) => Phrases = phrases;

    /// <summary>In the table's order.</summary>
    public IReadOnlyList<(Regex Pattern, string Why)> Phrases { get; }

    public static ForbiddenPhrases Read(string path)
    {
        List<(Regex, string)> phrases = [];
        foreach (TsvRow r in TsvTable.Read(path, "phrase", "why").Rows)
        {
            try
            {
                phrases.Add((new Regex(r.Required("phrase"), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant), r.Required("why")));
            }
            catch (ArgumentException e)
            {
                throw r.Fault("phrase", $"this is no regular expression ({e.Message}).");
            }
        }
        return new ForbiddenPhrases(phrases);
    }

    /// <summary>Why the sentence may not stand; null where it may.</summary>
    public string? Fault(string sentence)
    {
        // Line ends, doubled blanks and printed apostrophes hide nothing.
        string plain = Blanks().Replace(sentence, " ").Replace('’', '\'');
        foreach ((Regex pattern, string why) in Phrases)
            if (pattern.Match(plain) is { Success: true } m)
                return $"'{m.Value}' {why}";
        return null;
    }

    /// <exception cref="InputException">A sentence breaks a rule: the table or study file it comes from needs another wording.</exception>
    public void Check(IEnumerable<string> sentences)
    {
        foreach (string s in sentences)
            if (Fault(s) is string why)
                throw new InputException($"The sentence \"{s}\" may not stand on a page: {why}. Reword it in the table or study file that it comes from.");
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
