using Enteraxis.Numerics.Summaries;

namespace Enteraxis.Studies.Calibration.Measures;

/// <summary>Median over people of their own change of a read-out between two looks, in percent.</summary>
public sealed record MedianPercentChange(MeasureSpan Span) : IMeasure
{
    public IReadOnlyList<string> Readouts => [Span.Readout];

    internal static MedianPercentChange Read(MeasureText text)
    {
        text.AllowOnly("from", "to", "arm");
        return new(text.Span());
    }

    public double Value(MeasureScene scene) => Quantile.Of([.. Span.Ends(scene).Select(e => 100 * (e.Last / e.First - 1))], 0.5);
}
