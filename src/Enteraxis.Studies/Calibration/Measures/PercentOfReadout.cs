namespace Enteraxis.Studies.Calibration.Measures;

/// <summary>A read-out in percent of another, by the means over people and looks.</summary>
/// <param name="Whole">The read-out that is a hundred percent.</param>
/// <param name="Days">Of the looks.</param>
public sealed record PercentOfReadout(string Readout, string Whole, IReadOnlyList<double> Days, string Arm = "") : IMeasure
{
    public IReadOnlyList<string> Readouts => [Readout, Whole];

    internal static PercentOfReadout Read(MeasureText text)
    {
        text.AllowOnly("whole", "days", "months", "arm");
        return new(text.Readout(), text.Readout("whole"), text.NeededDays(), text.Arm());
    }

    public double Value(MeasureScene scene) => 100 * new MeanLevel(Readout, Days, 1, Arm).Value(scene) / new MeanLevel(Whole, Days, 1, Arm).Value(scene);
}
