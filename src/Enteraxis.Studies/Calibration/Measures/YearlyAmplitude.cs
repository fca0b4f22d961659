namespace Enteraxis.Studies.Calibration.Measures;

/// <summary>Amplitude of the yearly wave of a read-out, half of what lies between its summer and its winter: mean over people of the first harmonic of each.</summary>
/// <remarks>People enter at any season, so the wave is read person by person. The looks between must be evenly spaced over whole years, the last left out, or the mean leaks into the wave.</remarks>
public sealed record YearlyAmplitude(MeasureSpan Span) : IMeasure
{
    private const double Year = 365.25;

    public IReadOnlyList<string> Readouts => [Span.Readout];

    internal static YearlyAmplitude Read(MeasureText text)
    {
        text.AllowOnly("from", "to", "arm");
        MeasureSpan span = text.Span();
        double years = (span.To - span.From) / Year;
        return years > 0.99 && Math.Abs(years - Math.Round(years)) < 0.01 ? new(span) : throw text.Fault("to", "a yearly wave is read over whole years; let 'from' and 'to' lie 12 months or a multiple apart.");
    }

    public double Value(MeasureScene scene)
    {
        int c = scene.Column(Span.Readout), first = scene.Row(Span.From), last = scene.Row(Span.To);
        int[] rows = [.. Enumerable.Range(first, last - first)];
        return scene.In(Span.Arm).Select(p => Amplitude([.. rows.Select(r => p.Values[r, c])], [.. rows.Select(r => 2 * Math.PI * scene.Looks[r] / Year)])).DefaultIfEmpty(double.NaN).Average();
    }

    private static double Amplitude(double[] values, double[] phases)
    {
        double mean = values.Average(), cosine = 0, sine = 0;
        for (int i = 0; i < values.Length; i++)
        {
            cosine += (values[i] - mean) * Math.Cos(phases[i]);
            sine += (values[i] - mean) * Math.Sin(phases[i]);
        }
        return 2 * Math.Sqrt(cosine * cosine + sine * sine) / values.Length;
    }
}
