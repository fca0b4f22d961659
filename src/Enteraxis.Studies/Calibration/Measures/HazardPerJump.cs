using Enteraxis.Statistics;
using Enteraxis.Statistics.Survival;
using Enteraxis.Statistics.Survival.Cox;
using Enteraxis.Studies.Cohorts;
using Enteraxis.Studies.Trials;

namespace Enteraxis.Studies.Calibration.Measures;

/// <summary>Hazard ratio of reaching a level of a score, for each jump in the first years: Cox, from the end of these years on, among those who have not reached it by then.</summary>
/// <param name="Jump">Of the model: relapses.</param>
/// <param name="WithinDays">The first years.</param>
/// <param name="ConfirmedDays">For how long the level must hold.</param>
public sealed record HazardPerJump(string Readout, string Jump, double WithinDays, double Level, double ConfirmedDays, string Arm = "") : IMeasure
{
    public IReadOnlyList<string> Readouts => [Readout];

    internal static HazardPerJump Read(MeasureText text)
    {
        text.AllowOnly("jump", "within_months", "level", "days", "months", "arm");
        return new(text.Readout(), text.NeededJump(), text.MonthOr("within_months", 5 * 365.25), text.Level(), text.NeededDays()[0], text.Arm());
    }

    public double Value(MeasureScene scene)
    {
        int c = scene.Column(Readout);
        double[] days = [.. scene.Looks];
        List<double> time = [], jumps = [];
        List<bool> happened = [];
        foreach (FollowedPerson p in scene.In(Arm))
        {
            double? reached = HeldLevel.First(days, [.. Enumerable.Range(0, days.Length).Select(v => p.Values[v, c])], Level, ConfirmedDays);
            if (reached <= WithinDays) continue;
            time.Add((reached ?? days[^1]) - WithinDays);
            happened.Add(reached is not null);
            jumps.Add(p.Jumps.Count(j => j.Jump == Jump && j.Day > 0 && j.Day <= WithinDays));
        }
        // Without events, or with the same count in everybody, there is nothing to estimate.
        if (happened.Count(h => h) < 2 || jumps.Distinct().Count() < 2) return double.NaN;
        return Math.Exp(new CoxModel().Fit(new SurvivalTimes([.. time], [.. happened]), Covariates.Of(("jumps", [.. jumps])))["jumps"].Estimate);
    }
}
