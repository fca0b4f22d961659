using Enteraxis.Studies.Runs;
using Enteraxis.Studies.Sensitivity.Emulation;
using Enteraxis.Studies.Sensitivity.Levers;
using Enteraxis.Studies.Sensitivity.Outputs;

namespace Enteraxis.Studies.Sensitivity;

/// <summary>One table a question: screening, local, information, directions, emulator, sobol, profiles; comparison, flips, flip_points, saturation.</summary>
internal static class SensitivityTables
{
    internal static void Write(RunFolder folder, SensitivityResult r)
    {
        folder.AddTsv("parameters.tsv", ["parameter", "centre", "prior", "p05", "p95"], r.File.Parameters.Select(p => (object?[])[p.Name, p.Centre, p.PriorText, p.At(-1.6448536269514722), p.At(1.6448536269514722)]));
        if (r.Outputs is { } outputs) Outputs(folder, r.File, outputs);
        if (r.Levers is { } levers) Levers(folder, r.File.Levers!, levers);
    }

    private static void Outputs(RunFolder folder, SensitivityFile file, OutputFindings f)
    {
        string[] names = [.. file.Parameters.Select(p => p.Name)];
        folder.AddTsv("outputs.tsv", ["output", "statistic", "unit", "target", "target_error", "at_centre", "monte_carlo_error"], f.Outputs.Select((t, o) => (object?[])[t.Id, t.Statistic, t.Unit, t.Value, t.Error, f.Centre.All[o], f.Centre.Error(o)]));
        if (f.Screening.Count > 0)
            folder.AddTsv("screening.tsv", ["output", "parameter", "mu", "mu_star", "mu_star_p05", "mu_star_p95", "sigma", "sigma_p05", "sigma_p95", "mu_star_over_target_error", "kept"], f.Outputs.SelectMany((t, o) => f.Screening[o].Select((e, i) =>
                (object?[])[t.Id, names[i], e.Mean, e.Strength.Middle, e.Strength.Low, e.Strength.High, e.Spread.Middle, e.Spread.Low, e.Spread.High, t.Error > 0 ? e.Strength.Middle / t.Error : null, f.Kept.Contains(i) ? "yes" : "no"])));
        if (f.Local.Count > 0)
            folder.AddTsv("local.tsv", ["output", "parameter", "slope_per_prior_sd", "slope_error", "elasticity", "elasticity_error"], f.Outputs.SelectMany((t, o) => f.Local[o].Select((e, i) => (object?[])[t.Id, names[i], e.Slope, e.SlopeError, e.Elasticity, e.ElasticityError])));
        if (f.Information is { } information)
        {
            folder.AddTsv("information.tsv", ["parameter", "error_by_targets_over_prior", "error_by_both_over_prior", "verdict", "profile_low", "profile_high", "profile_verdict"], names.Select((n, i) =>
            {
                int k = Enumerable.Range(0, f.Profiles.Count).FirstOrDefault(k => f.Kept[k] == i, -1);
                return (object?[])[n, information.Parameters[i].TargetError, information.Parameters[i].PosteriorError, information.Parameters[i].IsIdentifiable ? "identifiable" : "only by its prior",
                    k < 0 ? null : At(file, i, f.Profiles[k].Low), k < 0 ? null : At(file, i, f.Profiles[k].High), k < 0 ? "not emulated" : SensitivityWords.Of(f.Profiles[k].Verdict)];
            }));
            folder.AddTsv("directions.tsv", ["direction", "information", "monte_carlo_noise", "informed", "parameter", "load"], information.Directions.SelectMany((d, k) => d.Loads.Select((l, i) => (object?[])[k + 1, d.Information, d.Noise, d.IsInformed ? "yes" : "no", names[i], l])));
        }
        if (f.Emulated.Count == 0) return;
        folder.AddTsv("emulator.tsv", ["output", "points", "leave_one_out_r2", "leave_one_out_rmse", "held_out_r2", "held_out_rmse", "scatter", "monte_carlo_error"], f.Outputs.Select((t, o) =>
            (object?[])[t.Id, f.Emulated[o].Points, f.Emulated[o].LeaveOneOut.R2, f.Emulated[o].LeaveOneOut.Rmse, f.Emulated[o].HeldOut.R2, f.Emulated[o].HeldOut.Rmse, f.Emulated[o].Emulator?.Scatter, f.Centre.Error(o)]));
        folder.AddTsv("sobol.tsv", ["output", "parameter", "first", "first_p05", "first_p95", "total", "total_p05", "total_p95"], f.Outputs.SelectMany((t, o) => f.Emulated[o].Sobol.Select((s, k) => (object?[])[t.Id, names[f.Kept[k]], .. Row(s)])));
        folder.AddTsv("profiles.tsv", ["parameter", "place", "value", "chi_square_rise"], f.Profiles.SelectMany((p, k) => p.Places.Select((z, g) => (object?[])[names[f.Kept[k]], z, At(file, f.Kept[k], z), p.Rise[g]])));
    }

    private static void Levers(RunFolder folder, LeverPlan plan, LeverFindings f)
    {
        folder.AddTsv("comparison.tsv", ["arm", "outcome", "mean", "mean_error", "less_control", "less_control_error"], f.Arms.SelectMany(a => plan.Outcomes.Select((o, i) => (object?[])[a.Arm, o.Id, a.Mean[i].Value, a.Mean[i].Error, a.Difference[i].Value, a.Difference[i].Error])));
        folder.AddTsv("flips.tsv", ["outcome", "kind", "assumption", "label", "difference_at_centre", "least_difference", "greatest_difference", "flips_at", "verdict"], plan.Outcomes.SelectMany((o, i) => f.Flips.Select(x =>
            (object?[])[o.Id, SensitivityWords.Of(x.Kind), x.Name, x.Label, f.Centre[i].Value, x.Known(i).DefaultIfEmpty(double.NaN).Min(), x.Known(i).DefaultIfEmpty(double.NaN).Max(), x.FlipsAt[i], SensitivityWords.Of(x.Verdict(i))])));
        folder.AddTsv("flip_points.tsv", ["outcome", "kind", "assumption", "place", "value", "difference", "error"], plan.Outcomes.SelectMany((o, i) => f.Flips.SelectMany(x => x.Points.Select(p => (object?[])[o.Id, SensitivityWords.Of(x.Kind), x.Name, p.Place, p.Told, p.Differences[i].Value, p.Differences[i].Error]))));
        if (f.Saturation.Count > 0)
            folder.AddTsv("saturation.tsv", ["at", "first", "second", "outcome", "ln_ratio_first", "first_error", "ln_ratio_second", "second_error", "ln_ratio_both", "both_error", "ln_product", "product_error", "both_less_product", "excess_error"], f.Saturation.Select(s =>
                (object?[])[s.Plan.Label, s.Plan.First, s.Plan.Second, plan.Outcomes[s.Outcome].Id, .. new[] { s.First, s.Second, s.Both, s.Product, s.Excess }.SelectMany(e => new object?[] { e.Value, e.Error })]));
    }

    private static object?[] Row(SobolIndex s) => [s.First.Middle, s.First.Low, s.First.High, s.Total.Middle, s.Total.Low, s.Total.High];

    private static object? At(SensitivityFile file, int parameter, double z) => double.IsFinite(z) ? file.Parameters[parameter].At(z) : null;
}
