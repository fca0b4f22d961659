using System.Globalization;
using System.Text;
using Enteraxis.Numerics.Summaries;
using Enteraxis.Studies.Runs;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Calibration;

/// <summary>fit.tsv (targets with hits and misses), parameters.tsv (prior and posterior of each free parameter and bias) and ensemble.tsv (to be put under models/).</summary>
internal static class CalibrationTables
{
    internal const string Ensemble = "ensemble.tsv";

    private const string StageLine = "# Stage ";

    internal static void Write(RunFolder folder, CalibrationSetup setup, CalibrationResult r)
    {
        CalibrationStage s = r.Stage;
        folder.AddTsv("fit.tsv", ["stage", "target", "statistic", "value", "low", "high", "unit", "prior", "prior_p05", "prior_p95", "posterior", "p05", "p95", "monte_carlo_error", "verdict", "evidence"],
            s.Targets.Select((t, i) => (object?[])[t.Stage, t.Id, t.Statistic, t.Value, t.Low, t.High, t.Unit, .. Spread(CalibrationResult.Of(r.Prior, i)), .. Spread(CalibrationResult.Of(r.Posterior, i)), r.Error[i], r.IsHit(i) ? "hit" : "miss", t.Evidence]));
        folder.AddTsv("parameters.tsv", ["parameter", "part", "centre", "prior", "posterior", "p05", "p95", "sd_over_prior_sd"],
            s.Free.Select((p, i) => (object?[])[p.Name, i < s.Parameters.Count ? "model" : "bias of " + s.Targets[s.Biases[i - s.Parameters.Count].Target].Id, p.Centre, p.PriorText, .. Spread([.. r.Members.Select(m => m[i])]), Moments.StandardDeviation([.. r.Members.Select(m => m[i])]) / Sd(p)]));
        if (r.Screening is { } screening)
            folder.AddTsv("screening.tsv", ["target", "parameter", "mu", "mu_star", "mu_star_p05", "mu_star_p95", "sigma", "mu_star_over_target_error", "reach", "kept"], s.Targets.SelectMany((t, o) => screening.Effects[o].Select((e, i) =>
                (object?[])[t.Id, screening.Parameters[i].Name, e.Mean, e.Strength.Middle, e.Strength.Low, e.Strength.High, e.Spread.Middle, t.Error > 0 ? e.Strength.Middle / t.Error : null, screening.Reach[i], screening.Kept[i] ? "yes" : "no"])));
        folder.Add("result", Ensemble, Encoding.UTF8.GetBytes(Sets(setup, r)));
    }

    // Members of earlier stages go on beside those of this one, as each was simulated with them.
    private static string Sets(CalibrationSetup setup, CalibrationResult r)
    {
        ParameterEnsemble before = setup.Library.Parameters.Ensemble;
        string[] own = [.. r.Stage.Parameters.Select(p => p.Name)], kept = [.. before.Names.Except(own)];
        CalibratedTables tables = new(setup.Library.Parameters, setup.Library.Presets);
        StringBuilder text = new();
        text.Append("# Sets of values that calibration found together; one line is one set. NAME@PRESET is what people of that preset have of their own. The line 'table' holds what the tables said when the sets were found, 'centre' where a run without draws stands.\n");
        text.Append(CultureInfo.InvariantCulture, $"# Made by: enteraxis calibrate, version {r.Version}; targets stand in evidence/calibration_targets.tsv. Stages in their order:\n");
        if (setup.Inputs.TryGetValue("inputs/" + Ensemble, out byte[]? earlier))
            foreach (string line in Encoding.UTF8.GetString(earlier).Split('\n').Where(l => l.StartsWith(StageLine, StringComparison.Ordinal))) text.Append(line.TrimEnd('\r')).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"{StageLine}{r.Stage.Id}: {r.Stage.Members} members, {r.Stage.Steps} steps of an ensemble smoother, seed {r.Stage.Seed}; moved {string.Join(", ", own)}; targets {string.Join(", ", r.Stage.Targets.Select(t => t.Id))}.\n");
        text.AppendJoin('\t', ["member", .. kept, .. own]).Append('\n');
        text.AppendJoin('\t', [ParameterEnsemble.TableLine, .. kept.Concat(own).Select(c => tables.Of(c).ToString("R", CultureInfo.InvariantCulture))]).Append('\n');
        text.AppendJoin('\t', [ParameterEnsemble.CentreLine, .. kept.Select(k => before.Centre[k]).Concat(r.Stage.Parameters.Select((p, i) => p.IsWithinTable ? p.Centre : Quantile.Of([.. r.Members.Select(m => m[i])], 0.5))).Select(Number)]).Append('\n');
        for (int j = 0; j < r.Members.Length; j++)
            text.AppendJoin('\t', [(j + 1).ToString(CultureInfo.InvariantCulture), .. kept.Select(k => Number(before.Member((ulong)j)[k])), .. r.Members[j].Take(own.Length).Select(Number)]).Append('\n');
        return text.ToString();
    }

    private static double Sd(FreeParameter p) => Moments.StandardDeviation([.. Enumerable.Range(0, 201).Select(i => p.At(Numerics.Distributions.NormalLaw.Quantile((i + 0.5) / 201)))]);

    private static object?[] Spread(double[] x) => x.Length == 0 ? [null, null, null] : [Quantile.Of(x, 0.5), Quantile.Of(x, 0.05), Quantile.Of(x, 0.95)];

    private static string Number(double x) => x.ToString("G6", CultureInfo.InvariantCulture);
}
