using Enteraxis.Numerics.Distributions;
using Enteraxis.Numerics.Random;
using Enteraxis.Studies.Sensitivity.Emulation;
using Enteraxis.Studies.Sensitivity.Identification;

namespace Enteraxis.Studies.Sensitivity.Outputs;

/// <summary>Emulators of all outputs over the kept parameters, Sobol's indices and profiles of the likelihood on them. The other parameters stay at the centre.</summary>
internal static class EmulatedStage
{
    private const ulong Design = 2;

    public static OutputFindings Of(SensitivityFile file, OutputPlan plan, OutputRuns runs, OutputFindings found, (OutputValues Low, OutputValues High)[] sides, int threads)
    {
        int[] kept = [.. found.Kept];
        SobolPoints design = new(kept.Length, file.Seed, Design);
        // Runs of the slopes lie in the same space and help near the centre.
        List<(double[] At, OutputValues Made)> runsAt = [(new double[kept.Length], found.Centre)];
        if (sides.Length > 0)
            for (int k = 0; k < kept.Length; k++)
                runsAt.AddRange([(OutputStudy.At(kept.Length, k, -plan.Step), sides[kept[k]].Low), (OutputStudy.At(kept.Length, k, plan.Step), sides[kept[k]].High)]);
        for (int r = 0; r < plan.Points; r++)
        {
            double[] at = [.. design.Point((uint)r).Select(NormalLaw.Quantile)], all = new double[file.Parameters.Count];
            for (int k = 0; k < kept.Length; k++) all[kept[k]] = at[k];
            runsAt.Add((at, runs.At(FormattableString.Invariant($"emulator-{r:D5}"), "Emulator", all)));
        }
        EmulatedOutput[] emulated = new EmulatedOutput[found.Outputs.Count];
        Parallel.For(0, emulated.Length, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads > 0 ? threads : Environment.ProcessorCount) }, o => emulated[o] = Emulate(plan, file.Seed, o, runsAt));
        EmulatedTarget[] targets = [.. emulated.Select((e, o) => (Output: e, Place: o)).Where(e => found.Error(e.Place) > 0).Select(e =>
        {
            double own = double.IsFinite(e.Output.LeaveOneOut.Rmse) ? e.Output.LeaveOneOut.Rmse : 0;
            return new EmulatedTarget(e.Output.Emulator, found.Centre.All[e.Place], found.Outputs[e.Place].Value, Math.Sqrt(found.Error(e.Place) * found.Error(e.Place) + own * own));
        })];
        (ParameterProfile[] profiles, _, double least) = ProfileLikelihood.Of(targets, kept.Length, threads > 0 ? threads : Environment.ProcessorCount);
        return found with { Emulated = emulated, Profiles = profiles, LeastMisfit = least };
    }

    private static EmulatedOutput Emulate(OutputPlan plan, ulong seed, int output, List<(double[] At, OutputValues Made)> runsAt)
    {
        (double[] At, double Made)[] known = [.. runsAt.Select(r => (r.At, r.Made.All[output])).Where(r => double.IsFinite(r.Item2))];
        double[][] x = [.. known.Select(k => k.At)];
        double[] y = [.. known.Select(k => k.Made)];
        EmulatorError none = new(double.NaN, double.NaN);
        if (y.Length < 5 || GaussianProcess.Fit(x, y) is not { } g) return new EmulatedOutput(null, none, none, y.Length, []);
        return new EmulatedOutput(g, g.LeaveOneOut, EmulatorError.HeldOut(x, y), y.Length, SobolIndices.Of(g, plan.SobolRows, plan.SobolDraws, seed, (ulong)output));
    }
}
