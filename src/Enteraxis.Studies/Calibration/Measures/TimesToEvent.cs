using Enteraxis.Statistics.Survival;
using Enteraxis.Studies.Trials;

namespace Enteraxis.Studies.Calibration.Measures;

/// <summary>Share of people without an event over time, by Kaplan and Meier, from a read-out as visits saw it.</summary>
/// <param name="Every">Days between the visits that count, for a source saw people less often than the experiment looks; 0 for every look.</param>
/// <param name="Arm">Empty for the scene's own.</param>
public sealed record TimesToEvent(string Readout, double Every, string Arm)
{
    /// <param name="first">Day of the first event from days and values of the visits; null for none.</param>
    public SurvivalCurve Curve(MeasureScene scene, Func<double[], double[], double?> first)
    {
        int c = scene.Column(Readout);
        int[] rows = [.. Enumerable.Range(0, scene.Looks.Count).Where(v => Every <= 0 || Math.Abs(scene.Looks[v] / Every - Math.Round(scene.Looks[v] / Every)) * Every < 2)];
        double[] days = [.. rows.Select(v => scene.Looks[v])];
        double?[] found = [.. scene.In(Arm).Select(p => first(days, Values(p, rows, c)))];
        return new KaplanMeier().Fit(new SurvivalTimes([.. found.Select(d => d is double day ? Math.Max(day, 1e-3) : days[^1])], [.. found.Select(d => d is not null)]));
    }

    private static double[] Values(FollowedPerson person, int[] rows, int column) => [.. rows.Select(v => person.Values[v, column])];
}
