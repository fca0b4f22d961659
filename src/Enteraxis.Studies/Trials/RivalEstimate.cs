using Enteraxis.Numerics.Tables;

namespace Enteraxis.Studies.Trials;

/// <summary>A pooled estimate of other trials as a rival prediction of one published row; a row without a number says that none was found.</summary>
/// <param name="Row">Id in evidence/published_trials.tsv.</param>
/// <param name="Measure">OR for a share, else as the row's own unit.</param>
/// <param name="Evidence">Row of evidence/evidence.tsv.</param>
public sealed record RivalEstimate(string Row, string Family, string Measure, double Estimate, double Low, double High, string Evidence, string Source, string Doi, string Status, string Note)
{
    // 97.5 % point of the standard normal law: published intervals are of 95 %.
    private const double Z = 1.959963984540054;

    /// <exception cref="Numerics.InputException">The table is faulty.</exception>
    /// <returns>Empty where the table is not there.</returns>
    public static IReadOnlyList<RivalEstimate> Read(string path)
    {
        if (!File.Exists(path)) return [];
        TsvTable t = TsvTable.Read(path, "row", "family", "measure", "estimate", "low", "high", "evidence", "source", "doi", "status", "note");
        return [.. t.Rows.Select(r => new RivalEstimate(r.Required("row"), r["family"], r["measure"], r.Optional("estimate") ?? double.NaN, r.Optional("low") ?? double.NaN, r.Optional("high") ?? double.NaN, r["evidence"], r["source"], r["doi"], r.Required("status"), r["note"]))];
    }

    /// <summary>
    /// On the scale of the prediction, the trial's own sampling added: ratios by their logarithm; an odds ratio for a difference of shares is applied to the share that the trial's control arm
    /// showed (an advantage for the rival), its error by the derivative.
    /// </summary>
    /// <returns>Null where the row has no number, or its measure does not fit the contrast.</returns>
    internal Prediction.Normal? As(Prediction p)
    {
        if (!double.IsFinite(Estimate) || !double.IsFinite(Low) || !double.IsFinite(High)) return null;
        double log = Math.Log(Estimate), error = (Math.Log(High) - Math.Log(Low)) / (2 * Z), sampling = p.Sampling;
        if (p.IsRatio) return Measure == p.Published.Unit ? new(log, Math.Sqrt(error * error + sampling * sampling)) : null;
        if (Measure != "OR" || p.Contrast.Estimator != Estimator.Shares || !(p.Published.Control is > 0 and < 100)) return null;
        double control = p.Published.Control / 100, odds = control / (1 - control) * Estimate, treated = odds / (1 + odds), slope = 100 * treated * (1 - treated);
        return new(100 * (treated - control), Math.Sqrt(slope * slope * error * error + sampling * sampling));
    }
}
