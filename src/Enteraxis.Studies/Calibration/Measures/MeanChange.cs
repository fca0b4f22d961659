using Enteraxis.Numerics.Summaries;

namespace Enteraxis.Studies.Calibration.Measures;

/// <summary>Mean change of a read-out between two looks, over a divisor.</summary>
public sealed record MeanChange(MeasureSpan Span, double Per = 1) : IMeasure
{
    public IReadOnlyList<string> Readouts => [Span.Readout];

    internal static MeanChange Read(MeasureText text)
    {
        text.AllowOnly("from", "to", "per", "arm");
        return new(text.Span(), text.Per());
    }

    public double Value(MeasureScene scene) => Moments.Mean(Span.Changes(scene)) / Per;
}
