using Enteraxis.Statistics.Survival;
using Enteraxis.Statistics.Survival.Cox;

namespace Enteraxis.Statistics.Tests.Survival;

/// <summary>What the reference file does not ask: strata, late entry, weights, clusters, drift of coefficients; many ties in all.</summary>
public sealed class CoxAgainstRTests
{
    private readonly MadeUpTrial _trial = new(240, 7);

    private const string Say = "s <- summary(f); say(coef(f)); say(sqrt(diag(vcov(f)))); say(sqrt(diag(if (is.null(f$naive.var)) f$var else f$naive.var))); say(f$loglik); say(f$score); say(f$wald.test); say(f$concordance[['concordance']]); say(residuals(f, 'martingale')[1:40]); say(as.matrix(residuals(f, 'score'))[1:40, 1]);\n";

    private const string Drift = "for (t in c('km', 'identity', 'log')) { z <- cox.zph(f, t)$table; say(z[, 1]); say(z[, 3]) }\n";

    [Theory]
    [InlineData(Ties.Efron, "efron")]
    [InlineData(Ties.Breslow, "breslow")]
    public void Strata_late_entry_weights_and_clusters_give_what_coxph_gives(Ties ties, string word)
    {
        SurvivalTimes times = new(_trial.Stop, _trial.Happened, _trial.Start, _trial.Weight);
        int[] people = [.. Enumerable.Range(0, 240).Select(i => i / 3)];
        CoxFit fit = new CoxModel { Ties = ties }.Fit(times, Arms(), _trial.Centre, people);
        Same($"library(survival); d$id <- (seq_len(nrow(d)) - 1) %/% 3; f <- coxph(Surv(start, stop, event) ~ arm + age + strata(centre), d, weights = w, cluster = id, ties = '{word}', eps = 1e-13)\n" + Say, fit);
    }

    [Theory]
    [InlineData(Ties.Efron, "efron")]
    [InlineData(Ties.Breslow, "breslow")]
    public void Plain_fits_and_tests_of_drift_give_what_coxph_and_cox_zph_give(Ties ties, string word)
    {
        CoxFit fit = new CoxModel { Ties = ties }.Fit(_trial.Times, Arms());
        Same($"library(survival); f <- coxph(Surv(stop, event) ~ arm + age, d, ties = '{word}', eps = 1e-13)\n" + Say + Drift, fit, drift: true);
    }

    [Fact]
    public void Drift_within_strata_after_late_entry_gives_what_cox_zph_gives()
    {
        CoxFit fit = new CoxModel().Fit(new(_trial.Stop, _trial.Happened, _trial.Start), Arms(), _trial.Centre);
        Same("library(survival); f <- coxph(Surv(start, stop, event) ~ arm + age + strata(centre), d, eps = 1e-13)\n" + Say + Drift, fit, drift: true);
    }

    [Fact]
    public void Exact_ties_after_late_entry_give_what_coxph_gives()
    {
        CoxFit fit = new CoxModel { Ties = Ties.Exact }.Fit(new(_trial.Stop, _trial.Happened, _trial.Start), Arms(), _trial.Centre);
        double[] r = RScript.Numbers("library(survival); f <- coxph(Surv(start, stop, event) ~ arm + age + strata(centre), d, ties = 'exact', eps = 1e-13); say(coef(f)); say(sqrt(diag(f$var))); say(f$loglik)", _trial.Columns);
        Close(r, [.. fit.Coefficients.Select(c => c.Estimate), .. fit.Coefficients.Select(c => c.StandardError), fit.NullLogLikelihood, fit.LogLikelihood], 1e-8);
    }

    [Fact]
    public void Recurrent_events_give_what_coxph_gives_by_Andersen_and_Gill()
    {
        RecurrentEvents history = Recurrent(120);
        SurvivalTimes times = history.Times;
        Covariates arms = Covariates.Of(("arm", [.. history.Person.Select(p => _trial.Arm[p])]));
        CoxFit fit = new CoxModel().Fit(times, arms, clusters: history.Person);
        double[] r = RScript.Numbers("library(survival); f <- coxph(Surv(start, stop, event) ~ arm, d, cluster = id, eps = 1e-13); say(coef(f)); say(sqrt(f$var)); say(sqrt(f$naive.var)); say(f$wald.test)",
            ("start", times.Start!), ("stop", times.Stop), ("event", [.. times.Happened.Select(h => h ? 1.0 : 0)]), ("arm", arms.Columns[0]), ("id", [.. history.Person.Select(p => (double)p)]));
        Close(r, [fit["arm"].Estimate, fit["arm"].StandardError, Math.Sqrt(fit.NaiveVariance[0]), fit.WaldTest.Statistic], 1e-8);
    }

    private RecurrentEvents Recurrent(int people) =>
        RecurrentEvents.Of([.. Enumerable.Range(0, people).Select(i => (IReadOnlyList<double>)[.. Enumerable.Range(1, _trial.Counts[i]).Select(k => Math.Round(_trial.Stop[i] * k / (_trial.Counts[i] + 1.0)))])], _trial.Stop[..people]);

    private Covariates Arms() => Covariates.Of(("arm", _trial.Arm), ("age", _trial.Age));

    private void Same(string code, CoxFit fit, bool drift = false)
    {
        double[] r = RScript.Numbers(code, _trial.Columns);
        CoxResiduals residuals = fit.Residuals();
        List<double> ours = [.. fit.Coefficients.Select(c => c.Estimate), .. fit.Coefficients.Select(c => c.StandardError), Math.Sqrt(fit.NaiveVariance[0]), Math.Sqrt(fit.NaiveVariance[3]),
            fit.NullLogLikelihood, fit.LogLikelihood, fit.ScoreTest.Statistic, fit.WaldTest.Statistic, fit.Concordance(), .. residuals.Martingale[..40], .. residuals.Score[..40].Select((s, i) => s[0])];
        if (drift)
            foreach (TimeTransform transform in new[] { TimeTransform.KaplanMeier, TimeTransform.Identity, TimeTransform.Log })
            {
                ProportionalityTest test = fit.Proportionality(transform);
                ours.AddRange([.. test.Tests.Select(t => t.Statistic), test.Global.Statistic, .. test.Tests.Select(t => t.P), test.Global.P]);
            }
        Close(r, [.. ours], 1e-7);
    }

    private static void Close(double[] r, double[] ours, double tolerance)
    {
        Assert.Equal(r.Length, ours.Length);
        Assert.Empty(r.Zip(ours).Select((pair, i) => (i, pair)).Where(p => Math.Abs(p.pair.First - p.pair.Second) > tolerance * Math.Max(1, Math.Abs(p.pair.First)))
            .Select(p => FormattableString.Invariant($"figure {p.i}: {p.pair.Second:R}, R says {p.pair.First:R}")));
    }
}
