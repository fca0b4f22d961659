using Enteraxis.Statistics.Survival;
using Enteraxis.Statistics.Survival.Competing;
using Enteraxis.Statistics.Survival.Cox;

namespace Enteraxis.Statistics.Tests.Survival;

public sealed class CompetingTests
{
    [Fact]
    public void Incidences_and_Fine_and_Gray_s_ratios_are_those_of_survfit_and_finegray()
    {
        MadeUpTrial trial = new(150, 41);
        CompetingTimes data = Of(trial);
        CumulativeIncidence first = CumulativeIncidence.Of(data, 1);
        CoxFit fit = new FineGray().Fit(data, 1, Covariates.Of(("arm", trial.Arm), ("age", trial.Age)));
        double[] r = RScript.Numbers("""
            library(survival); d$id <- seq_len(nrow(d)); d$kind <- factor(d$cause, 0:2)
            s <- summary(survfit(Surv(stop, kind) ~ 1, d), times = c(200, 400, 600)); say(s$pstate[, 2]); say(s$std.err[, 2])
            g <- finegray(Surv(stop, kind) ~ ., d[, c('stop', 'kind', 'arm', 'age', 'id')], etype = '1')
            f <- coxph(Surv(fgstart, fgstop, fgstatus) ~ arm + age, g, weights = fgwt, cluster = id, eps = 1e-13); say(coef(f)); say(sqrt(diag(vcov(f))))
            """, [.. trial.Columns, ("cause", [.. data.Cause.Select(c => (double)c)])]);
        double[] ours = [.. new[] { 200, 400, 600 }.Select(t => first.At(t).Incidence), .. new[] { 200, 400, 600 }.Select(t => first.At(t).StandardError),
            .. fit.Coefficients.Select(c => c.Estimate), .. fit.Coefficients.Select(c => c.StandardError)];
        Assert.Equal(r.Length, ours.Length);
        string faults = string.Join("\n", r.Zip(ours).Select((p, i) => (p, i)).Where(x => !(Math.Abs(x.p.First - x.p.Second) <= 1e-7)).Select(x => FormattableString.Invariant($"figure {x.i}: {x.p.Second:R}, R says {x.p.First:R}")));
        Assert.True(faults.Length == 0, faults);
    }

    [Fact]
    public void Incidences_of_all_kinds_and_survival_sum_to_one()
    {
        MadeUpTrial trial = new(120, 42);
        CompetingTimes data = Of(trial);
        CumulativeIncidence one = CumulativeIncidence.Of(data, 1), two = CumulativeIncidence.Of(data, 2);
        SurvivalCurve either = new KaplanMeier().Fit(new(data.Stop, [.. data.Cause.Select(c => c > 0)]));
        foreach (double t in new[] { 60.0, 300, 690 }) Assert.Equal(1, one.At(t).Incidence + two.At(t).Incidence + either.At(t).Survival, 1e-12);
    }

    [Fact]
    public void Without_competing_events_it_is_Kaplan_Meier_and_Cox()
    {
        MadeUpTrial trial = new(100, 43);
        CompetingTimes alone = new(trial.Stop, [.. trial.Happened.Select(h => h ? 1 : 0)]);
        Covariates arm = Covariates.Of(("arm", trial.Arm));
        Assert.Equal(1 - new KaplanMeier().Fit(trial.Times).At(400).Survival, CumulativeIncidence.Of(alone, 1).At(400).Incidence, 1e-12);
        Assert.Equal(new CoxModel().Fit(trial.Times, arm)["arm"].Estimate, new FineGray().Fit(alone, 1, arm)["arm"].Estimate, 1e-10);
    }

    [Fact]
    public void A_kind_that_never_comes_is_a_stated_result()
    {
        CompetingTimes data = new([1, 2, 3], [2, 0, 2]);
        Assert.Equal(FitIssues.NoEvents, CumulativeIncidence.Of(data, 1).Issues);
        Assert.True(new FineGray().Fit(data, 1, Covariates.Of(("x", [0, 1, 1]))).Issues.HasFlag(FitIssues.NoEvents));
        Assert.Equal(FitIssues.NoEvents, CumulativeIncidence.Of(new([], []), 1).Issues);
    }

    // Of those with an event, the even ones by age had the other kind.
    private static CompetingTimes Of(MadeUpTrial trial) => new(trial.Stop, [.. trial.Happened.Select((h, i) => h ? 1 + (int)Math.Abs(trial.Age[i]) % 2 : 0)]);
}
