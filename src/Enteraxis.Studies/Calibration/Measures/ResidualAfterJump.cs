namespace Enteraxis.Studies.Calibration.Measures;

/// <summary>Share of jumps after which a score lies at least so much above its last look before, at the look nearest so many days later, in percent.</summary>
public sealed record ResidualAfterJump(string Readout, string Jump, double DaysLater, double Level, string Arm = "") : IMeasure
{
    public IReadOnlyList<string> Readouts => [Readout];

    internal static ResidualAfterJump Read(MeasureText text)
    {
        text.AllowOnly("jump", "days", "months", "level", "arm");
        return new(text.Readout(), text.NeededJump(), text.NeededDays()[0], text.Level(), text.Arm());
    }

    public double Value(MeasureScene scene)
    {
        int all = 0, left = 0, c = scene.Column(Readout);
        IReadOnlyList<double> looks = scene.Looks;
        foreach (Trials.FollowedPerson p in scene.In(Arm))
            foreach ((double day, string jump) in p.Jumps)
            {
                if (jump != Jump || day + DaysLater > looks[^1]) continue;
                int before = Enumerable.Range(0, looks.Count).Last(v => looks[v] <= day);
                all++;
                // Half of the smallest step forgives the rounding of a difference.
                if (p.Values[scene.Row(day + DaysLater), c] - p.Values[before, c] >= Level - 0.25) left++;
            }
        return all == 0 ? double.NaN : 100.0 * left / all;
    }
}
