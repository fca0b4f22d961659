namespace Enteraxis.Studies.Calibration.Measures;

/// <summary>How much the mean of a read-out moved between two looks, in percent of the first.</summary>
public sealed record PercentOfMeans(MeasureSpan Span) : IMeasure
{
    public IReadOnlyList<string> Readouts => [Span.Readout];

    internal static PercentOfMeans Read(MeasureText text)
    {
        text.AllowOnly("from", "to", "arm");
        return new(text.Span());
    }

    public double Value(MeasureScene scene) => Span.Ends(scene) is { Length: > 0 } ends ? 100 * (ends.Average(e => e.Last) / ends.Average(e => e.First) - 1) : double.NaN;
}
