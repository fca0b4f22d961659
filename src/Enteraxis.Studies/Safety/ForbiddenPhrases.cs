using System.Text.RegularExpressions;
using Enteraxis.Numerics;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Safety;

/// <summary>evidence/forbidden_phrases.tsv: what no generated sentence may say.</summary>
public sealed class ForbiddenPhrases
{
    private readonly IReadOnlyList<(Regex Pattern, string Why)> _phrases;

    private ForbiddenPhrases(IReadOnlyList<(Regex, string)> phrases) => _phrases = phrases;

    public static ForbiddenPhrases Read(string path)
    {
        List<(Regex, string)> phrases = [];
        foreach (TsvRow r in TsvTable.Read(path, "phrase", "why").Rows)
        {
            try
            {
                phrases.Add((new Regex(r.Required("phrase"), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant), r["why"]));
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
        foreach ((Regex pattern, string why) in _phrases)
            if (pattern.Match(sentence) is { Success: true } m)
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
}
