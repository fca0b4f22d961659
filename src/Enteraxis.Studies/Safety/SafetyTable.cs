using Enteraxis.Numerics.Tables;
using Enteraxis.Numerics;
using Enteraxis.Studies.Formulas;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Safety;

/// <param name="Word">Ask first, or Stop and check.</param>
public sealed record SafetyRow(string Id, Formula When, string Word, string Title, string Reason, string Evidence);

/// <summary>evidence/safety.tsv. A rule that could never fire, because it asks for what no questionnaire and no intervention holds, is refused.</summary>
public static class SafetyTable
{
    /// <exception cref="InputException">A faulty row, with its line.</exception>
    public static IReadOnlyList<SafetyRow> Read(string path, TraitTable traits, InterventionRisks risks)
    {
        TsvTable t = TsvTable.Read(path, "id", "when", "word", "title", "reason", "evidence");
        List<SafetyRow> rows = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (TsvRow r in t.Rows)
        {
            if (!seen.Add(r.Required("id"))) throw r.Fault("id", $"'{r["id"]}' stands twice; ids are unique.");
            try
            {
                Formula when = Formula.Parse(r.Required("when"));
                CheckNames(when, traits, risks);
                rows.Add(new SafetyRow(r["id"], when, r.Choice("word", "Ask first", "Stop and check"), r.Required("title"), r.Required("reason"), r.Required("evidence")));
            }
            catch (InputException e) when (!e.Message.StartsWith(t.Name, StringComparison.Ordinal))
            {
                throw r.Fault("when", e.Message);
            }
        }
        return rows;
    }

    private static void CheckNames(Formula when, TraitTable traits, InterventionRisks risks)
    {
        foreach (string name in when.Names)
            if (traits.Find(name) is null) throw new InputException($"'{name}' is no trait of models/traits.tsv; correct the name.");
        foreach ((string function, string word) in when.Asked)
        {
            bool known = function switch
            {
                "has" => traits.Rows.Any(t => t.Kind == TraitKind.List && t.Choices.Any(c => c.Word == word)),
                "lever" => risks.Rows.Any(r => r.Classes.Contains(word)),
                "amount" => risks.Rows.Any(r => r.Amount == word),
                _ => word.Split('=') is [string trait, string choice] && traits.Find(trait)!.Choices.Any(c => c.Word == choice),
            };
            if (!known) throw new InputException($"'{word}' is unknown, so that the rule could never fire; the words stand in models/traits.tsv and evidence/safety_classes.tsv.");
        }
    }
}
