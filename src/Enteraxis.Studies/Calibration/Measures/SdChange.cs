using Enteraxis.Numerics.Summaries;

namespace Enteraxis.Studies.Calibration.Measures;

/// <summary>Standard deviation between people of the change of a read-out between two looks, over a divisor.</summary>
public sealed record SdChange(MeasureSpan Span, double Per = 1) : IMeasure
{
    public IReadOnlyList<string> Readouts => [Span.Readout];

    internal static SdChange Read(MeasureText text)
    {
        text.AllowOnly("from", "to", "per", "arm");
        return new(text.Span(), text.Per());
    }

    public double Value(MeasureScene scene) => Moments.StandardDeviation(Span.Changes(scene)) / Per;
}
