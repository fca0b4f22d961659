using Enteraxis.Statistics.Disability;

namespace Enteraxis.Studies.Calibration.Measures;

/// <summary>Share with confirmed worsening of a score by the last look, in percent.</summary>
/// <param name="ConfirmedDays">For how long it must hold.</param>
public sealed record ShareWorsening(TimesToEvent Times, double ConfirmedDays) : IMeasure
{
    public IReadOnlyList<string> Readouts => [Times.Readout];

    internal static ShareWorsening Read(MeasureText text)
    {
        text.AllowOnly("days", "months", "every_months", "arm");
        return new(text.Times(), text.NeededDays()[0]);
    }

    public double Value(MeasureScene scene) =>
        100 * (1 - Times.Curve(scene, (days, score) => new ConfirmedChange { ConfirmationDays = ConfirmedDays }.First(days, score, [])?.Day).At(scene.Looks[^1]).Survival);
}
