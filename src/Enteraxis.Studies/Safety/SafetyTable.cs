using Enteraxis.Numerics;
using Enteraxis.Studies.Formulas;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Safety;

/// <param name="Word">Ask first, or Stop and check.</param>
/// <param name="Example">A scenario that must fire the row.</param>
public sealed record SafetyRow(string Id, Formula When, string Word, string Title, string Reason, string Evidence, string Example);

/// <summary>evidence/safety.tsv.</summary>
public static class SafetyTable
{
    public static IReadOnlyList<SafetyRow> Read(string path)
    {
        TsvTable t = TsvTable.Read(path, "id", "when", "word", "title", "reason", "evidence");
        List<SafetyRow> rows = [];
        foreach (TsvRow r in t.Rows)
        {
            Formula when;
            try
            {
                when = Formula.Parse(r.Required("when"));
            }
            catch (InputException e)
            {
                throw r.Fault("when", e.Message);
            }
            rows.Add(new SafetyRow(r.Required("id"), when, r.Choice("word", "Ask first", "Stop and check"), r.Required("title"), r.Required("reason"), r["evidence"], r["example"]));
        }
        return rows;
    }
}
