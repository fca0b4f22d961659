using Enteraxis.Studies.Cohorts;

namespace Enteraxis.Studies.Calibration.Measures;

/// <summary>Median years until a score reaches a level and holds it; the last look where fewer than half do.</summary>
/// <param name="ConfirmedDays">For how long it must hold; 0: the first visit counts.</param>
public sealed record MedianYears(TimesToEvent Times, double Level, double ConfirmedDays) : IMeasure
{
    public IReadOnlyList<string> Readouts => [Times.Readout];

    internal static MedianYears Read(MeasureText text)
    {
        text.AllowOnly("level", "days", "months", "every_months", "arm");
        return new(text.Times(), text.Level(), text.Days() is { Length: > 0 } days ? days[0] : 0);
    }

    public double Value(MeasureScene scene) =>
        (Times.Curve(scene, (days, score) => HeldLevel.First(days, score, Level, ConfirmedDays)).Median().Time is var median && double.IsFinite(median) ? median : scene.Looks[^1]) / 365.25;
}
