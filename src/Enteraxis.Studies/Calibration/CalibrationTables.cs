using System.Globalization;
using System.Text;
using Enteraxis.Numerics.Summaries;
using Enteraxis.Studies.Runs;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Calibration;

/// <summary>fit.tsv (targets with hits and misses), parameters.tsv (prior and posterior of each free parameter and bias) and ensemble.tsv (to be put under models/).</summary>
internal static class CalibrationTables
{
    internal static void Write(RunFolder folder, ScienceLibrary library, CalibrationResult r)
    {
        CalibrationStage s = r.Stage;
        folder.AddTsv("fit.tsv", ["stage", "target", "statistic", "value", "low", "high", "unit", "prior", "prior_p05", "prior_p95", "posterior", "p05", "p95", "monte_carlo_error", "verdict", "evidence"],
            s.Targets.Select((t, i) => (object?[])[t.Stage, t.Id, t.Statistic, t.Value, t.Low, t.High, t.Unit, .. Spread(CalibrationResult.Of(r.Prior, i)), .. Spread(CalibrationResult.Of(r.Posterior, i)), r.Error[i], r.IsHit(i) ? "hit" : "miss", t.Evidence]));
        folder.AddTsv("parameters.tsv", ["parameter", "part", "centre", "prior", "posterior", "p05", "p95", "sd_over_prior_sd"],
            s.Free.Select((p, i) => (object?[])[p.Name, i < s.Parameters.Count ? "model" : "bias of " + s.Targets[s.Biases[i - s.Parameters.Count].Target].Id, p.Centre, p.PriorText, .. Spread([.. r.Members.Select(m => m[i])]), Moments.StandardDeviation([.. r.Members.Select(m => m[i])]) / Sd(p)]));
        folder.Add("result", "ensemble.tsv", Encoding.UTF8.GetBytes(Ensemble(library, r)));
    }

    // Members of earlier stages go on beside those of this one, as each was simulated with them.
    private static string Ensemble(ScienceLibrary library, CalibrationResult r)
    {
        ParameterEnsemble before = library.Parameters.Ensemble;
        string[] own = [.. r.Stage.Parameters.Select(p => p.Name)], kept = [.. before.Names.Except(own)];
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"# Sets of values that calibration found together; one line is one set. Last stage: {r.Stage.Id}, {r.Stage.Members} members, {r.Stage.Steps} steps of an ensemble smoother, seed {r.Stage.Seed}, version {r.Version}.\n");
        text.Append(CultureInfo.InvariantCulture, $"# Targets of that stage: {string.Join(", ", r.Stage.Targets.Select(t => t.Id))}.\n");
        text.AppendJoin('\t', ["member", .. kept, .. own]).Append('\n');
        for (int j = 0; j < r.Members.Length; j++)
            text.AppendJoin('\t', [(j + 1).ToString(CultureInfo.InvariantCulture), .. kept.Select(k => Number(before.Member((ulong)j)[k])), .. r.Members[j].Take(own.Length).Select(Number)]).Append('\n');
        return text.ToString();
    }

    private static double Sd(FreeParameter p) => Moments.StandardDeviation([.. Enumerable.Range(0, 201).Select(i => p.At(Numerics.Distributions.NormalLaw.Quantile((i + 0.5) / 201)))]);

    private static object?[] Spread(double[] x) => x.Length == 0 ? [null, null, null] : [Quantile.Of(x, 0.5), Quantile.Of(x, 0.05), Quantile.Of(x, 0.95)];

    private static string Number(double x) => x.ToString("G6", CultureInfo.InvariantCulture);
}
