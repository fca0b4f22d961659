using Enteraxis.Numerics.Summaries;
using Enteraxis.Studies.Trials;

namespace Enteraxis.Studies.Calibration.Measures.Between;

/// <summary>Difference of the means of a read-out over its standard deviation between people, pooled over both groups: d of Cohen, Statistical Power Analysis for the Behavioral Sciences (1988).</summary>
/// <remarks>A person's value is the mean over the looks. What a laboratory's error adds to the spread of the source is not in it.</remarks>
/// <param name="Days">Of the looks.</param>
public sealed record StandardisedDifference(string Readout, IReadOnlyList<double> Days) : IContrast
{
    public IReadOnlyList<string> Readouts => [Readout];

    internal static StandardisedDifference Read(ContrastText text)
    {
        text.AllowOnly("readout", "days", "months");
        return new(text.Own().Readout(), text.Own().NeededDays());
    }

    public double Value(MeasureScene group, MeasureScene against)
    {
        double[] a = Levels(group), b = Levels(against);
        if (a.Length < 2 || b.Length < 2) return double.NaN;
        double pooled = ((a.Length - 1) * Moments.Variance(a) + (b.Length - 1) * Moments.Variance(b)) / (a.Length + b.Length - 2);
        return (Moments.Mean(a) - Moments.Mean(b)) / Math.Sqrt(pooled);
    }

    private double[] Levels(MeasureScene scene)
    {
        int c = scene.Column(Readout);
        int[] rows = [.. Days.Select(scene.Row)];
        return [.. scene.In("").Select((FollowedPerson p) => rows.Average(r => p.Values[r, c]))];
    }
}
