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
        int[] rows = [.. Rows(scene.Looks, Every)];
        double[] days = [.. rows.Select(v => scene.Looks[v])];
        double?[] found = [.. scene.In(Arm).Select(p => first(days, Values(p, rows, c)))];
        return new KaplanMeier().Fit(new SurvivalTimes([.. found.Select(d => d is double day ? Math.Max(day, 1e-3) : days[^1])], [.. found.Select(d => d is not null)]));
    }

    /// <summary>Places of the looks that count as visits.</summary>
    /// <param name="every">Days between visits; 0 for every look.</param>
    internal static IEnumerable<int> Rows(IReadOnlyList<double> looks, double every) => Enumerable.Range(0, looks.Count).Where(v => every <= 0 || Math.Abs(looks[v] / every - Math.Round(looks[v] / every)) * every < 2);

    private static double[] Values(FollowedPerson person, int[] rows, int column) => [.. rows.Select(v => person.Values[v, column])];
}
