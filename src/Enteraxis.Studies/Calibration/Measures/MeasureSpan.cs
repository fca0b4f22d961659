namespace Enteraxis.Studies.Calibration.Measures;

/// <summary>A read-out of one arm between two looks.</summary>
/// <param name="From">Day of the first look. <paramref name="To"/>: of the second.</param>
/// <param name="Arm">Empty for the scene's own.</param>
public sealed record MeasureSpan(string Readout, double From, double To, string Arm)
{
    /// <summary>First and last value of every person, in the order of the people.</summary>
    public (double First, double Last)[] Ends(MeasureScene scene)
    {
        int c = scene.Column(Readout), first = scene.Row(From), last = scene.Row(To);
        return [.. scene.In(Arm).Select(p => (p.Values[first, c], p.Values[last, c]))];
    }

    /// <summary>Last less first, by person.</summary>
    public double[] Changes(MeasureScene scene) => [.. Ends(scene).Select(e => e.Last - e.First)];
}
