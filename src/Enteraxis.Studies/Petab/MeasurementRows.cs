using Enteraxis.Numerics;
using Enteraxis.Numerics.Tables;

namespace Enteraxis.Studies.Petab;

/// <summary>Reads tables of measurements of either version.</summary>
internal static class MeasurementRows
{
    /// <summary>Version 1's pair of conditions as the key of an experiment.</summary>
    internal static string KeyOf(string before, string condition) => before.Length == 0 ? condition : before + " → " + condition;

    internal static IEnumerable<PetabMeasurement> Read(string path, int version)
    {
        PetabTable table = PetabTable.Read(path, version == 1 ? ["observableId", "simulationConditionId", "time", "measurement"] : ["observableId", "experimentId", "time", "measurement"]);
        foreach (TsvRow row in table.Table.Rows)
        {
            double time = PetabTable.Number(row, "time") ?? throw row.Fault("time", "the cell is empty; write a time, or inf for the steady state.");
            if (double.IsNaN(time) || double.IsNegativeInfinity(time)) throw row.Fault("time", "nothing is measured then; write a time, or inf for the steady state.");
            double value = PetabTable.Number(row, "measurement") ?? throw row.Fault("measurement", "the cell is empty; write the measured value or leave the row out.");
            string before = PetabTable.IsEmpty(row["preequilibrationConditionId"]) ? "" : row["preequilibrationConditionId"];
            yield return new PetabMeasurement(PetabTable.Id(row, "observableId"), version == 1 ? KeyOf(before, row.Required("simulationConditionId")) : row["experimentId"], row["modelId"], time, value,
                PetabTable.Formulas(row, "observableParameters"), PetabTable.Formulas(row, "noiseParameters"), [.. table.Table.Columns.Select(c => (c, row[c]))], FormattableString.Invariant($"{path}, line {row.Line}"));
        }
    }

    /// <summary>The pairs of conditions that version 1's measurements ask for.</summary>
    internal static IEnumerable<(string Before, string Condition, string Place)> PairsOf(IEnumerable<PetabMeasurement> measurements)
    {
        foreach (PetabMeasurement m in measurements)
        {
            Dictionary<string, string> cells = m.Cells.ToDictionary(c => c.Column, c => c.Text, StringComparer.Ordinal);
            string before = cells.GetValueOrDefault("preequilibrationConditionId", "");
            yield return (PetabTable.IsEmpty(before) ? "" : before, cells["simulationConditionId"], m.Place);
        }
    }
}
