using Enteraxis.Numerics.Tables;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Safety;

/// <param name="Classes">Words that lever(…) of the rules asks for.</param>
/// <param name="Amount">What amount(…) asks for; empty for none.</param>
/// <param name="Daily">Of that amount, a day.</param>
public sealed record InterventionRisk(string Intervention, IReadOnlyList<string> Classes, string Amount, double Daily);

/// <summary>
/// evidence/safety_classes.tsv: what an intervention brings with it, whatever a study calls its lever. A study file may add to it by tags and
/// amounts; it can take nothing away.
/// </summary>
public sealed class InterventionRisks
{
    private readonly Dictionary<string, InterventionRisk> _byIntervention;

    private InterventionRisks(IReadOnlyList<InterventionRisk> rows) => (Rows, _byIntervention) = (rows, rows.ToDictionary(r => r.Intervention, StringComparer.Ordinal));

    public IReadOnlyList<InterventionRisk> Rows { get; }

    /// <exception cref="Numerics.InputException">A faulty row, an intervention that is not there, or one without a row.</exception>
    public static InterventionRisks Read(string path, InterventionTable interventions)
    {
        TsvTable t = TsvTable.Read(path, "intervention", "classes", "amount", "daily");
        List<InterventionRisk> rows = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (TsvRow r in t.Rows)
        {
            string id = r.Required("intervention");
            if (!seen.Add(id)) throw r.Fault("intervention", $"'{id}' stands twice; keep one row.");
            if (!interventions.Has(id)) throw r.Fault("intervention", $"'{id}' is no intervention of models/interventions.tsv; correct the name or remove the row.");
            string[] classes = [.. r.Required("classes").Split(',').Select(c => c.Trim()).Where(c => c != "none")];
            rows.Add(new InterventionRisk(id, classes, r["amount"], r["amount"].Length > 0 ? r.Number("daily") : 0));
        }
        string[] missing = [.. interventions.Rows.Select(i => i.Intervention).Distinct().Where(i => !seen.Contains(i))];
        return missing.Length == 0 ? new InterventionRisks(rows)
            : throw new Numerics.InputException($"{t.Name}: no row for {string.Join(", ", missing)}; add one, with the classes 'none' where it brings no risk of its own.");
    }

    /// <summary>Adds what the interventions of one future bring together: classes, and amounts summed; of several futures the largest amount stands.</summary>
    public void AddTo(SafetyScope scope, IEnumerable<string> interventions)
    {
        Dictionary<string, double> together = new(StringComparer.Ordinal);
        foreach (string id in interventions.Distinct())
        {
            if (!_byIntervention.TryGetValue(id, out InterventionRisk? risk)) continue;
            scope.Levers.UnionWith(risk.Classes);
            if (risk.Amount.Length > 0) together[risk.Amount] = together.GetValueOrDefault(risk.Amount) + risk.Daily;
        }
        foreach ((string name, double amount) in together) scope.AtLeast(name, amount);
    }
}
