using Enteraxis.Numerics.Tables;

namespace Enteraxis.Studies.Calibration;

/// <summary>A target and what the installed ensemble makes of it.</summary>
/// <param name="Stage">Of the calibration.</param>
/// <param name="Low">Of the band into which the middle of the ensemble should fall.</param>
/// <param name="Made">Middle of the ensemble, <paramref name="MadeLow"/> and <paramref name="MadeHigh"/> its 5 and 95 %.</param>
/// <param name="Evidence">Ids of evidence/evidence.tsv.</param>
public sealed record TargetStanding(string Stage, string Target, string Statistic, double Low, double High, string Unit, double Made, double MadeLow, double MadeHigh, bool IsHit, string Evidence)
{
    /// <summary>models/ensemble_fit.tsv: targets.tsv of calibrate targets under the installed ensemble, or fit.tsv of its stages, one under the other; empty where it is not there. Targets that were not measured are passed over.</summary>
    /// <exception cref="Numerics.InputException">A column is missing, a cell is no number, or a verdict is unknown.</exception>
    public static IReadOnlyList<TargetStanding> Read(string path)
    {
        if (!File.Exists(path)) return [];
        TsvTable t = TsvTable.Read(path, "stage", "target", "statistic", "low", "high", "unit", "p05", "p95", "verdict", "evidence");
        string made = t.Columns.Contains("predicted") ? "predicted" : "posterior";
        return [.. t.Rows.Where(IsMeasured).Select(r => new TargetStanding(r.Required("stage"), r.Required("target"), r["statistic"], r.Number("low"), r.Number("high"), r["unit"], r.Optional(made) ?? double.NaN, r.Optional("p05") ?? double.NaN,
            r.Optional("p95") ?? double.NaN, r["verdict"] == "hit", r["evidence"]))];
    }

    private static bool IsMeasured(TsvRow r) => r["verdict"] is "hit" || r["verdict"].StartsWith("miss", StringComparison.Ordinal)
        || (r["verdict"] is "not measured" or "no value" ? false : throw r.Fault("verdict", "hit, miss or not measured is expected."));
}
