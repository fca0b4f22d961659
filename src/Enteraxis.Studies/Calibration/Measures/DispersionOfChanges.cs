using Enteraxis.Numerics.Summaries;

namespace Enteraxis.Studies.Calibration.Measures;

/// <summary>Variance between people of the change of a read-out over its mean: 1 for counts that chance alone scatters.</summary>
public sealed record DispersionOfChanges(MeasureSpan Span) : IMeasure
{
    public IReadOnlyList<string> Readouts => [Span.Readout];

    internal static DispersionOfChanges Read(MeasureText text)
    {
        text.AllowOnly("from", "to", "arm");
        return new(text.Span());
    }

    public double Value(MeasureScene scene) => Span.Changes(scene) is var changes ? Moments.Variance(changes) / Moments.Mean(changes) : double.NaN;
}
