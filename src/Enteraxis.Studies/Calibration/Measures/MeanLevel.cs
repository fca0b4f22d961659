namespace Enteraxis.Studies.Calibration.Measures;

/// <summary>Mean of a read-out over people and looks, over a divisor.</summary>
/// <param name="Days">Of the looks.</param>
public sealed record MeanLevel(string Readout, IReadOnlyList<double> Days, double Per = 1, string Arm = "") : IMeasure
{
    public IReadOnlyList<string> Readouts => [Readout];

    internal static MeanLevel Read(MeasureText text)
    {
        text.AllowOnly("days", "months", "per", "arm");
        return new(text.Readout(), text.NeededDays(), text.Per(), text.Arm());
    }

    public double Value(MeasureScene scene)
    {
        int c = scene.Column(Readout);
        Trials.FollowedPerson[] people = scene.In(Arm);
        return people.Length == 0 ? double.NaN : Days.Average(d => people.Average(p => p.Values[scene.Row(d), c])) / Per;
    }
}
