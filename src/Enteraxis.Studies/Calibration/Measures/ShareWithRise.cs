namespace Enteraxis.Studies.Calibration.Measures;

/// <summary>Share of people in whom a read-out rises by at least so much between two looks, in percent.</summary>
public sealed record ShareWithRise(MeasureSpan Span, double Level) : IMeasure
{
    public IReadOnlyList<string> Readouts => [Span.Readout];

    internal static ShareWithRise Read(MeasureText text)
    {
        text.AllowOnly("from", "to", "level", "arm");
        return new(text.Span(), text.Level());
    }

    public double Value(MeasureScene scene) => Span.Changes(scene) is { Length: > 0 } changes ? 100.0 * changes.Count(c => c >= Level - 1e-9) / changes.Length : double.NaN;
}
