using System.Globalization;
using System.Text;
using Enteraxis.Numerics.Summaries;
using Enteraxis.Studies.Petab;
using Enteraxis.Studies.Runs;

namespace Enteraxis.Studies.Calibration.FromPetab;

/// <summary>fit.tsv (measurements with hits and misses), parameters.tsv (prior and posterior of each estimated parameter) and ensemble.tsv (the members).</summary>
internal static class PetabCalibrationTables
{
    internal static void Write(RunFolder folder, PetabCalibrationResult r)
    {
        folder.AddTsv("fit.tsv", ["observable", "experiment", "time", "measured", "noise", "scale", "prior", "prior_p05", "prior_p95", "posterior", "p05", "p95", "verdict"],
            r.Problem.Measurements.Select((m, i) => (object?[])[m.Observable, m.Experiment, m.Time, r.Measured[i], r.Errors[i], Scale(r, m), .. Spread(PetabCalibrationResult.Of(r.Prior, i)), .. Spread(PetabCalibrationResult.Of(r.Posterior, i)), r.IsHit(i) ? "hit" : "miss"]));
        folder.AddTsv("parameters.tsv", ["parameter", "prior", "posterior", "p05", "p95"], r.Free.Select((p, i) => (object?[])[p.Row.Id, p.Text, .. Spread([.. r.Members.Select(m => m[i])])]));
        StringBuilder text = new();
        text.AppendJoin('\t', ["member", .. r.Free.Select(p => p.Row.Id)]).Append('\n');
        for (int j = 0; j < r.Members.Length; j++) text.AppendJoin('\t', [(j + 1).ToString(CultureInfo.InvariantCulture), .. r.Members[j].Select(x => x.ToString("G6", CultureInfo.InvariantCulture))]).Append('\n');
        folder.Add("result", "ensemble.tsv", Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static string Scale(PetabCalibrationResult r, PetabMeasurement m) => r.Problem.Observables.First(o => o.Id == m.Observable).Model.Scale switch { PetabScale.Log => "log", PetabScale.Log10 => "log10", _ => "lin" };

    private static object?[] Spread(double[] x) => x.Length == 0 ? [null, null, null] : [Quantile.Of(x, 0.5), Quantile.Of(x, 0.05), Quantile.Of(x, 0.95)];
}
