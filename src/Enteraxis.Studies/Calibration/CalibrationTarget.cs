using Enteraxis.Numerics.Tables;

namespace Enteraxis.Studies.Calibration;

/// <summary>One row of evidence/calibration_targets.tsv.</summary>
/// <param name="Value">What is aimed at; the middle of the band where the row gives only that.</param>
/// <param name="Low">Of the band into which a prediction should fall.</param>
/// <param name="Error">Standard error: the row's own, or that of a normal law whose central 90 % is the band.</param>
public sealed record CalibrationTarget(string Id, string Stage, string Statistic, double Value, double Low, double High, double Error, string Unit, string Evidence, string Note)
{
    private const double Ninety = 1.6448536269514722;

    /// <exception cref="Numerics.InputException">A row without a number or an error, or an id that stands twice.</exception>
    public static IReadOnlyDictionary<string, CalibrationTarget> Read(string path)
    {
        TsvTable t = TsvTable.Read(path, "id", "stage", "preset", "statistic", "value", "low", "high", "se", "unit", "evidence", "note");
        Dictionary<string, CalibrationTarget> targets = new(StringComparer.Ordinal);
        foreach (TsvRow r in t.Rows)
        {
            double? value = r.Optional("value"), low = r.Optional("low"), high = r.Optional("high"), se = r.Optional("se");
            double error = se ?? (high - low) / (2 * Ninety) ?? throw r.Fault("se", "a standard error, or low and high, are expected.");
            double middle = value ?? (low + high) / 2 ?? throw r.Fault("value", "a value, or low and high, are expected.");
            CalibrationTarget target = new(r.Required("id"), r.Required("stage"), r.Required("statistic"), middle, low ?? middle - Ninety * error, high ?? middle + Ninety * error, error, r["unit"], r["evidence"], r["note"]);
            if (!targets.TryAdd(target.Id, target)) throw r.Fault("id", $"'{target.Id}' stands twice; keep one.");
        }
        return targets;
    }
}
