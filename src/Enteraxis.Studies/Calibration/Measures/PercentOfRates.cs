namespace Enteraxis.Studies.Calibration.Measures;

/// <summary>How much faster a count rose in a later span than in the one before it, in percent: of relapses, how their rate changes with the duration of the disease.</summary>
/// <param name="From">Day of the look at which the first span begins. <paramref name="Middle"/>: at which the second does. <paramref name="To"/>: at which it ends.</param>
public sealed record PercentOfRates(string Readout, double From, double Middle, double To, string Arm = "") : IMeasure
{
    public IReadOnlyList<string> Readouts => [Readout];

    internal static PercentOfRates Read(MeasureText text)
    {
        text.AllowOnly("from", "middle", "to", "arm");
        MeasureSpan span = text.Span();
        return new(span.Readout, span.From, text.MonthOr("middle", (span.From + span.To) / 2), span.To, span.Arm);
    }

    public double Value(MeasureScene scene)
    {
        double Rate(double from, double to)
        {
            (int first, int last) = (scene.Row(from), scene.Row(to));
            return new MeasureSpan(Readout, from, to, Arm).Changes(scene).Average() / (scene.Looks[last] - scene.Looks[first]);
        }
        return scene.In(Arm).Length == 0 ? double.NaN : 100 * (Rate(Middle, To) / Rate(From, Middle) - 1);
    }
}
