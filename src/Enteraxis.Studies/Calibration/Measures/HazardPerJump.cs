using Enteraxis.Statistics;
using Enteraxis.Statistics.Survival;
using Enteraxis.Statistics.Survival.Cox;
using Enteraxis.Studies.Cohorts;
using Enteraxis.Studies.Trials;

namespace Enteraxis.Studies.Calibration.Measures;

/// <summary>Hazard ratio of reaching a level of a score for each jump so far, of those in the first years: Cox with a count that grows with time, over a window of the follow-up.</summary>
/// <param name="Jump">Of the model: relapses.</param>
/// <param name="WithinDays">The first years, whose jumps count.</param>
/// <param name="From">Day from which hazards are compared. <paramref name="To"/>: until which; who has not reached the level by then is censored.</param>
/// <param name="ConfirmedDays">For how long the level must hold.</param>
public sealed record HazardPerJump(string Readout, string Jump, double WithinDays, double From, double To, double Level, double ConfirmedDays, string Arm = "") : IMeasure
{
    public IReadOnlyList<string> Readouts => [Readout];

    internal static HazardPerJump Read(MeasureText text)
    {
        text.AllowOnly("jump", "within_months", "from", "to", "level", "days", "months", "arm");
        MeasureSpan span = text.Span();
        return new(span.Readout, text.NeededJump(), text.MonthOr("within_months", 5 * 365.25), span.From, span.To, text.Level(), text.NeededDays()[0], span.Arm);
    }

    public double Value(MeasureScene scene)
    {
        int c = scene.Column(Readout);
        double[] days = [.. scene.Looks];
        List<double> start = [], stop = [], counts = [];
        List<bool> happened = [];
        foreach (FollowedPerson p in scene.In(Arm))
        {
            double? reached = HeldLevel.First(days, [.. Enumerable.Range(0, days.Length).Select(v => p.Values[v, c])], Level, ConfirmedDays);
            double end = Math.Min(reached ?? days[^1], To);
            if (end <= From) continue;
            double[] jumps = [.. p.Jumps.Where(j => j.Jump == Jump && j.Day > 0 && j.Day <= WithinDays).Select(j => j.Day).Order()];
            // One row for each stretch with the same count.
            double[] cuts = [From, .. jumps.Where(d => d > From && d < end), end];
            for (int i = 0; i + 1 < cuts.Length; i++)
            {
                start.Add(cuts[i]);
                stop.Add(cuts[i + 1]);
                counts.Add(jumps.Count(d => d <= cuts[i]));
                happened.Add(i + 2 == cuts.Length && reached <= To);
            }
        }
        // Without events, or with the same count in everybody, there is nothing to estimate.
        if (happened.Count(h => h) < 2 || counts.Distinct().Count() < 2) return double.NaN;
        return new CoxModel().Fit(new SurvivalTimes([.. stop], [.. happened], [.. start]), Covariates.Of(("jumps", [.. counts])))["jumps"].Ratio;
    }
}
