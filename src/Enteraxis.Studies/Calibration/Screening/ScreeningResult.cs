using Enteraxis.Statistics.Screening;

namespace Enteraxis.Studies.Calibration.Screening;

/// <summary>What screening found of the parameters of a stage.</summary>
/// <param name="Parameters">All that the stage names.</param>
/// <param name="Effects">By target and parameter.</param>
/// <param name="Reach">By parameter: its greatest effect μ* on any target over its range, in errors of that target. Targets without an error say nothing.</param>
/// <param name="Kept">By parameter: whether it moves. The others stay where the tables have them.</param>
public sealed record ScreeningResult(IReadOnlyList<FreeParameter> Parameters, IReadOnlyList<IReadOnlyList<ElementaryEffect>> Effects, IReadOnlyList<double> Reach, IReadOnlyList<bool> Kept, int Runs)
{
    /// <summary>Ranks the parameters by how far they reach and keeps so many of those that reach at all.</summary>
    public static ScreeningResult Of(CalibrationStage stage, IReadOnlyList<IReadOnlyList<ElementaryEffect>> effects, int keep, int runs)
    {
        double[] reach = [.. stage.Parameters.Select((_, i) => stage.Targets.Select((t, o) => InErrors(t, effects[o][i])).DefaultIfEmpty(0).Max())];
        int[] kept = [.. Enumerable.Range(0, reach.Length).Where(i => reach[i] > 0).OrderByDescending(i => reach[i]).ThenBy(i => i).Take(keep)];
        return new ScreeningResult(stage.Parameters, effects, reach, [.. reach.Select((_, i) => kept.Contains(i))], runs);
    }

    /// <summary>Place of the target that a parameter reaches furthest.</summary>
    public int Furthest(CalibrationStage stage, int parameter) => Enumerable.Range(0, stage.Targets.Count).MaxBy(o => InErrors(stage.Targets[o], Effects[o][parameter]));

    private static double InErrors(CalibrationTarget target, ElementaryEffect effect) => target.Error > 0 && double.IsFinite(effect.Strength.Middle) ? effect.Strength.Middle / target.Error : 0;
}
