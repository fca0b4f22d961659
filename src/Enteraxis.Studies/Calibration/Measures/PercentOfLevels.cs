namespace Enteraxis.Studies.Calibration.Measures;

/// <summary>How far the mean of a read-out over people and some later looks lies from its mean at one look, in percent of that.</summary>
/// <param name="From">Day of the look compared with. <paramref name="Days"/>: of the later ones.</param>
public sealed record PercentOfLevels(string Readout, double From, IReadOnlyList<double> Days, string Arm = "") : IMeasure
{
    public IReadOnlyList<string> Readouts => [Readout];

    internal static PercentOfLevels Read(MeasureText text)
    {
        text.AllowOnly("from", "months", "days", "arm");
        return new(text.Readout(), text.MonthOr("from", 0), text.NeededDays(), text.Arm());
    }

    public double Value(MeasureScene scene)
    {
        int c = scene.Column(Readout), from = scene.Row(From);
        Trials.FollowedPerson[] people = scene.In(Arm);
        return people.Length == 0 ? double.NaN : 100 * (Days.Average(d => people.Average(p => p.Values[scene.Row(d), c])) / people.Average(p => p.Values[from, c]) - 1);
    }
}
