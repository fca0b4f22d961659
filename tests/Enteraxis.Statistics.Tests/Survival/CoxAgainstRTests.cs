using System.Text;
using Enteraxis.Statistics.Survival;
using Enteraxis.Statistics.Survival.Cox;

namespace Enteraxis.Statistics.Tests.Survival;

/// <summary>What the reference file does not ask: strata, late entry, weights, clusters, drift of coefficients; many ties in all.</summary>
public sealed class CoxAgainstRTests
{
    private readonly MadeUpTrial _trial = new(240, 7);

    private const string Say = "s <- summary(f); say(coef(f)); say(sqrt(diag(vcov(f)))); say(sqrt(diag(if (is.null(f$naive.var)) f$var else f$naive.var))); say(f$loglik); say(f$score); say(f$wald.test); say(f$concordance[['concordance']]); say(residuals(f, 'martingale')[1:40]); say(as.matrix(residuals(f, 'score'))[1:40, 1]);\n";

    private const string Drift = "for (t in c('km', 'identity', 'log')) { z <- cox.zph(f, t)$table; say(z[, 1]); say(z[, 3]) }\n";

    [Fact]
    public void Every_form_of_the_model_gives_what_coxph_and_cox_zph_give()
    {
        // One program for all, since R takes a second to start.
        StringBuilder code = new("library(survival); d$id <- (seq_len(nrow(d)) - 1) %/% 3\n");
        List<(string Name, double[] Ours)> parts = [];
        SurvivalTimes late = new(_trial.Stop, _trial.Happened, _trial.Start), weighted = new(_trial.Stop, _trial.Happened, _trial.Start, _trial.Weight);
        int[] people = [.. Enumerable.Range(0, 240).Select(i => i / 3)];
        foreach ((Ties ties, string word) in new[] { (Ties.Efron, "efron"), (Ties.Breslow, "breslow") })
        {
            Add("plain " + word, $"coxph(Surv(stop, event) ~ arm + age, d, ties = '{word}', eps = 1e-13)", new CoxModel { Ties = ties }.Fit(_trial.Times, Arms()), drift: true);
            Add("strata, late entry, weights and clusters " + word, $"coxph(Surv(start, stop, event) ~ arm + age + strata(centre), d, weights = w, cluster = id, ties = '{word}', eps = 1e-13)",
                new CoxModel { Ties = ties }.Fit(weighted, Arms(), _trial.Centre, people), drift: false);
        }
        Add("strata and late entry", "coxph(Surv(start, stop, event) ~ arm + age + strata(centre), d, eps = 1e-13)", new CoxModel().Fit(late, Arms(), _trial.Centre), drift: true);
        CoxFit exact = new CoxModel { Ties = Ties.Exact }.Fit(late, Arms(), _trial.Centre);
        code.AppendLine("f <- coxph(Surv(start, stop, event) ~ arm + age + strata(centre), d, ties = 'exact', eps = 1e-13); say(coef(f)); say(sqrt(diag(f$var))); say(f$loglik)");
        parts.Add(("exact", [.. exact.Coefficients.Select(c => c.Estimate), .. exact.Coefficients.Select(c => c.StandardError), exact.NullLogLikelihood, exact.LogLikelihood]));

        double[] r = RScript.Numbers(code.ToString(), _trial.Columns);
        Assert.Equal(r.Length, parts.Sum(p => p.Ours.Length));
        int from = 0;
        foreach ((string name, double[] ours) in parts)
        {
            Close(name, r[from..(from + ours.Length)], ours);
            from += ours.Length;
        }

        void Add(string name, string call, CoxFit fit, bool drift)
        {
            code.Append("f <- ").AppendLine(call).Append(Say).Append(drift ? Drift : "");
            parts.Add((name, Figures(fit, drift)));
        }
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
        Close("recurrent", r, [fit["arm"].Estimate, fit["arm"].StandardError, Math.Sqrt(fit.NaiveVariance[0]), fit.WaldTest.Statistic]);
    }

    private RecurrentEvents Recurrent(int people) =>
        RecurrentEvents.Of([.. Enumerable.Range(0, people).Select(i => (IReadOnlyList<double>)[.. Enumerable.Range(1, _trial.Counts[i]).Select(k => Math.Round(_trial.Stop[i] * k / (_trial.Counts[i] + 1.0)))])], _trial.Stop[..people]);

    private Covariates Arms() => Covariates.Of(("arm", _trial.Arm), ("age", _trial.Age));

    private static double[] Figures(CoxFit fit, bool drift)
    {
        CoxResiduals residuals = fit.Residuals();
        List<double> ours = [.. fit.Coefficients.Select(c => c.Estimate), .. fit.Coefficients.Select(c => c.StandardError), Math.Sqrt(fit.NaiveVariance[0]), Math.Sqrt(fit.NaiveVariance[3]),
            fit.NullLogLikelihood, fit.LogLikelihood, fit.ScoreTest.Statistic, fit.WaldTest.Statistic, fit.Concordance(), .. residuals.Martingale[..40], .. residuals.Score[..40].Select(s => s[0])];
        if (drift)
            foreach (TimeTransform transform in new[] { TimeTransform.KaplanMeier, TimeTransform.Identity, TimeTransform.Log })
            {
                ProportionalityTest test = fit.Proportionality(transform);
                ours.AddRange([.. test.Tests.Select(t => t.Statistic), test.Global.Statistic, .. test.Tests.Select(t => t.P), test.Global.P]);
            }
        return [.. ours];
    }

    private static void Close(string name, double[] r, double[] ours)
    {
        Assert.Equal(r.Length, ours.Length);
        string faults = string.Join("\n", r.Zip(ours).Select((pair, i) => (i, pair)).Where(p => !(Math.Abs(p.pair.First - p.pair.Second) <= 1e-7 * Math.Max(1, Math.Abs(p.pair.First))))
            .Select(p => FormattableString.Invariant($"{name}, figure {p.i}: {p.pair.Second:R}, R says {p.pair.First:R}")));
        Assert.True(faults.Length == 0, faults);
    }
}
