using Enteraxis.Numerics.Summaries;

namespace Enteraxis.Studies.Calibration.Measures;

/// <summary>Mean change of a read-out in one arm over that in another arm of the same experiment.</summary>
public sealed record RatioOfChanges(MeasureSpan Span, string Control) : IMeasure
{
    public IReadOnlyList<string> Readouts => [Span.Readout];

    internal static RatioOfChanges Read(MeasureText text)
    {
        text.AllowOnly("from", "to", "arm", "control");
        return new(text.Span(), text.NeededControl());
    }

    public double Value(MeasureScene scene) => Moments.Mean(Span.Changes(scene)) / (Span with { Arm = Control }).Changes(scene).DefaultIfEmpty(double.NaN).Average();
}
