using Enteraxis.Numerics;
using Enteraxis.Numerics.Tables;
using Enteraxis.Numerics.Text;

namespace Enteraxis.Studies.Petab;

/// <summary>Reads the tables of conditions and experiments into dated changes.</summary>
internal static class ExperimentRows
{
    /// <summary>Version 1: one row a condition, one column a quantity.</summary>
    internal static IEnumerable<(string Condition, IReadOnlyList<PetabChange> Changes)> WideConditions(string path)
    {
        PetabTable table = PetabTable.Read(path, "conditionId");
        string[] targets = [.. table.Table.Columns.Where(c => c is not ("conditionId" or "conditionName"))];
        foreach (TsvRow row in table.Table.Rows)
            yield return (PetabTable.Id(row, "conditionId"), [.. targets.Select(t => new PetabChange(t, PetabTable.IsEmpty(row[t]) ? null : PetabTable.Formula(row, t, row[t]), Place(path, row)))]);
    }

    /// <summary>Version 2: one row a change.</summary>
    internal static IEnumerable<(string Condition, PetabChange Change)> LongConditions(string path)
    {
        PetabTable table = PetabTable.Read(path, "conditionId", "targetId", "targetValue");
        foreach (TsvRow row in table.Table.Rows)
            yield return (PetabTable.Id(row, "conditionId"), new PetabChange(PetabTable.Id(row, "targetId"), PetabTable.Formula(row, "targetValue", row.Required("targetValue")), Place(path, row)));
    }

    /// <summary>Version 2: one row a condition at its time; several at one time apply together.</summary>
    internal static IEnumerable<PetabExperiment> Experiments(IEnumerable<string> paths, IReadOnlyDictionary<string, IReadOnlyList<PetabChange>> conditions)
    {
        List<(string Id, double Time, IReadOnlyList<PetabChange> Changes)> rows = [];
        foreach (string path in paths)
            foreach (TsvRow row in PetabTable.Read(path, "experimentId", "time", "conditionId").Table.Rows)
            {
                double time = PetabTable.Number(row, "time") ?? throw row.Fault("time", "the cell is empty; write when the condition begins, or -inf for a steady state before.");
                if (double.IsPositiveInfinity(time) || double.IsNaN(time)) throw row.Fault("time", "a condition begins at a finite time or at -inf.");
                string condition = row["conditionId"];
                if (condition.Length > 0 && !conditions.ContainsKey(condition)) throw row.Fault("conditionId", $"the condition '{Echo.Of(condition)}' is in no table of conditions.{NearestName.Hint(condition, conditions.Keys)}");
                rows.Add((PetabTable.Id(row, "experimentId"), time, condition.Length == 0 ? [] : conditions[condition]));
            }
        foreach (var experiment in rows.GroupBy(r => r.Id))
            yield return new PetabExperiment(experiment.Key, [.. experiment.GroupBy(r => r.Time).OrderBy(g => g.Key).Select(g => new PetabPeriod(g.Key, Together(experiment.Key, [.. g.SelectMany(r => r.Changes)])))]);
    }

    private static PetabChange[] Together(string experiment, PetabChange[] changes)
    {
        if (changes.GroupBy(c => c.Target).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new InputException($"{twice.Last().Place}: '{Echo.Of(twice.Key)}' is changed twice at one time of the experiment '{experiment}'; keep one.");
        return changes;
    }

    private static string Place(string path, TsvRow row) => FormattableString.Invariant($"{path}, line {row.Line}");
}
