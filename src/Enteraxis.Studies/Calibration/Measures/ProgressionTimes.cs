using Enteraxis.Statistics.Disability;
using Enteraxis.Statistics.Survival;

namespace Enteraxis.Studies.Calibration.Measures;

/// <summary>Time to secondary progression: the first confirmed worsening without a relapse about it that brings a score to a level.</summary>
/// <remarks>
/// Cohorts judged by the clinic; a rule over the scores stands in for it, close to that of Lorscheider and others (Brain 139:2395, 2016, recalled): worsening in the absence of a relapse, EDSS of at least 4, confirmed.
/// </remarks>
/// <param name="Level">Of the score, at the least.</param>
/// <param name="IsHazard">Events a person-year until then; else the median in years, by Kaplan and Meier, or the last look where fewer than half progress.</param>
public sealed record ProgressionTimes(WorseningCourse Course, double Level, bool IsHazard) : IMeasure
{
    public IReadOnlyList<string> Readouts => [Course.Readout];

    internal static ProgressionTimes ReadMedian(MeasureText text) => Read(text, false);

    internal static ProgressionTimes ReadHazard(MeasureText text) => Read(text, true);

    private static ProgressionTimes Read(MeasureText text, bool isHazard)
    {
        text.AllowOnly([.. WorseningCourse.Keys, "level"]);
        return new(WorseningCourse.Read(text), text.Level(), isHazard);
    }

    public double Value(MeasureScene scene)
    {
        double end = scene.Looks[^1];
        double?[] found = [.. Course.People(scene).Select(p => Course.Of(scene, p).Where(e => e.Relation == RelapseRelation.Independent && e.Baseline + e.Change >= Level).Select(e => (double?)e.Day).FirstOrDefault())];
        if (found.Length == 0) return double.NaN;
        if (IsHazard) return found.Count(d => d is not null) / found.Sum(d => (d ?? end) / 365.25);
        SurvivalCurve curve = new KaplanMeier().Fit(new SurvivalTimes([.. found.Select(d => d ?? end)], [.. found.Select(d => d is not null)]));
        return (curve.Median().Time is var median && double.IsFinite(median) ? median : end) / 365.25;
    }
}
