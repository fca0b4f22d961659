namespace Enteraxis.Studies.Calibration.Measures.Between;

/// <summary>How a measure moves for each step of an exposure, from two groups that differ in it: (ratio of the measure)^(step / difference of the exposure), log-linear in between.</summary>
/// <param name="Step">In the unit of the exposure.</param>
/// <param name="AsPercent">100·(ratio − 1) in place of the ratio.</param>
public sealed record PerStep(IMeasure Each, IMeasure Exposure, double Step, bool AsPercent) : IContrast
{
    public IReadOnlyList<string> Readouts => [.. Each.Readouts, .. Exposure.Readouts];

    internal static PerStep ReadRatio(ContrastText text) => Read(text, false);

    internal static PerStep ReadPercent(ContrastText text) => Read(text, true);

    public double Value(MeasureScene group, MeasureScene against)
    {
        double ratio = Math.Pow(Each.Value(group) / Each.Value(against), Step / (Exposure.Value(group) - Exposure.Value(against)));
        return AsPercent ? 100 * (ratio - 1) : ratio;
    }

    private static PerStep Read(ContrastText text, bool asPercent)
    {
        text.AllowOnly("each", "exposure", "step");
        return new(text.Each(), text.Each("exposure"), text.Step(), asPercent);
    }
}
