using Enteraxis.Statistics.Proportions;
using Enteraxis.Statistics.Regression;
using Enteraxis.Statistics.Samples;

namespace Enteraxis.Statistics.Tests.Regression;

public sealed class RegressionAgainstRTests
{
    private readonly MadeUpTrial _trial = new(180, 31);

    [Fact]
    public void Linear_and_logistic_models_and_tests_of_two_groups_are_those_of_R()
    {
        Covariates two = Covariates.Of(("arm", _trial.Arm), ("age", _trial.Age)), arm = Covariates.Of(("arm", _trial.Arm));
        LinearFit plain = new LinearModel().Fit(_trial.Stop, two), weighted = new LinearModel().Fit(_trial.Stop, two, _trial.Weight);
        LogisticFit logistic = new LogisticRegression().Fit(_trial.Happened, two);
        (double low, double high) = logistic.ProfileInterval("arm");
        double[] first = Of(true), second = Of(false);
        TwoMeans welch = TwoMeans.Welch(first, second), pooled = TwoMeans.Pooled(first, second);
        RankSum corrected = RankSum.Of(first, second), bare = RankSum.Of(first, second, corrected: false);
        TwoProportions shares = new(Share(true), Share(false));
        (double wilsonLow, double wilsonHigh) = shares.First.Wilson();
        (double exactLow, double exactHigh) = shares.First.Exact();
        Effect wald = shares.WaldDifference();
        double[] ours =
        [
            .. new[] { plain, weighted }.SelectMany(f => (double[])[.. f.Coefficients.Select(c => c.Estimate), .. f.Coefficients.Select(c => c.StandardError), .. f.Coefficients.Select(c => c.P), f.Coefficients[1].Lower, f.Coefficients[1].Upper,
                f.Variance[1], f.Variance[5], f.Sigma, f.RSquared, f.F, f.ResidualDegreesOfFreedom]),
            .. logistic.Coefficients.Select(c => c.Estimate), .. logistic.Coefficients.Select(c => c.StandardError), .. logistic.Coefficients.Select(c => c.P), logistic.LogLikelihood, -2 * logistic.NullLogLikelihood, logistic.Aic, low, high,
            welch.Difference, welch.Statistic, welch.DegreesOfFreedom, welch.P, welch.Lower, welch.Upper, pooled.Statistic, pooled.P, pooled.Lower,
            corrected.U, corrected.P, bare.P, shares.Pearson(corrected: true).Statistic, shares.Pearson().P, wald.Lower, wald.Upper, wilsonLow, wilsonHigh, exactLow, exactHigh, shares.FisherP(),
        ];
        double[] r = RScript.Numbers("""
            for (m in list(lm(stop ~ arm + age, d), lm(stop ~ arm + age, d, weights = w))) { s <- summary(m); say(s$coefficients[, 1]); say(s$coefficients[, 2]); say(s$coefficients[, 4]); say(confint(m)['arm', ]); say(vcov(m)[1, 2]); say(vcov(m)[2, 3]); say(s$sigma); say(s$r.squared); say(s$fstatistic[1]); say(m$df.residual) }
            g <- glm(event ~ arm + age, binomial, d, control = list(epsilon = 1e-14, maxit = 100)); s <- summary(g)$coefficients; say(s[, 1]); say(s[, 2]); say(s[, 4]); say(logLik(g)); say(g$null.deviance); say(AIC(g))
            # The profile by root finding, since confint interpolates.
            p <- function(b) 2 * (as.numeric(logLik(g)) - as.numeric(logLik(glm(event ~ age + offset(b * arm), binomial, d, control = list(epsilon = 1e-14, maxit = 100))))) - qchisq(0.95, 1)
            say(uniroot(p, c(coef(g)['arm'] - 3, coef(g)['arm']), tol = 1e-12)$root); say(uniroot(p, c(coef(g)['arm'], coef(g)['arm'] + 3), tol = 1e-12)$root)
            a <- d$stop[d$arm == 1]; b <- d$stop[d$arm == 0]; t <- t.test(a, b); say(t$estimate[1] - t$estimate[2]); say(t$statistic); say(t$parameter); say(t$p.value); say(t$conf.int)
            t <- t.test(a, b, var.equal = TRUE); say(t$statistic); say(t$p.value); say(t$conf.int[1])
            w <- wilcox.test(a, b, exact = FALSE); say(w$statistic); say(w$p.value); say(wilcox.test(a, b, exact = FALSE, correct = FALSE)$p.value)
            x <- c(sum(d$event[d$arm == 1]), sum(d$event[d$arm == 0])); n <- c(sum(d$arm == 1), sum(d$arm == 0))
            say(prop.test(x, n)$statistic); say(prop.test(x, n, correct = FALSE)$p.value); say(prop.test(x, n, correct = FALSE)$conf.int); say(prop.test(x[1], n[1], correct = FALSE)$conf.int); say(binom.test(x[1], n[1])$conf.int); say(fisher.test(rbind(x, n - x))$p.value)
            """, _trial.Columns);
        Assert.Equal(r.Length, ours.Length);
        Assert.Empty(r.Zip(ours).Select((p, i) => (p, i)).Where(x => !(Math.Abs(x.p.First - x.p.Second) <= 1e-7 * Math.Max(1e-2, Math.Abs(x.p.First)))).Select(x => FormattableString.Invariant($"figure {x.i}: {x.p.Second:R}, R says {x.p.First:R}")));
    }

    private double[] Of(bool treated) => [.. _trial.Stop.Where((_, i) => _trial.Treated[i] == treated)];

    private Proportion Share(bool treated) => new(_trial.Happened.Where((h, i) => h && _trial.Treated[i] == treated).Count(), _trial.Treated.Count(t => t == treated));
}
