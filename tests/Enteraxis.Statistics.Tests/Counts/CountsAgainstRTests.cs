using Enteraxis.Statistics.Counts;

namespace Enteraxis.Statistics.Tests.Counts;

public sealed class CountsAgainstRTests
{
    [Fact]
    public void Rates_over_unequal_times_are_those_of_glm_nb_and_glm_with_an_offset()
    {
        MadeUpTrial trial = new(300, 11);
        Covariates two = Covariates.Of(("arm", trial.Arm), ("age", trial.Age));
        double[] offset = [.. trial.Years.Select(y => Math.Log(y))];
        CountFit nb = new NegativeBinomialRegression().Fit(trial.Counts, two, offset), poisson = new PoissonRegression().Fit(trial.Counts, two, offset);
        double[] r = RScript.Numbers("""
            library(MASS); k <- glm.control(epsilon = 1e-14, maxit = 200)
            f <- suppressWarnings(glm.nb(y ~ arm + age + offset(log(years)), d, control = k)); g <- glm(y ~ arm + age + offset(log(years)), poisson, d, control = k)
            for (m in list(f, g)) { s <- summary(m)$coefficients; say(s[, 1]); say(s[, 2]); say(s[, 4]); say(logLik(m)); say(deviance(m)); say(m$null.deviance); say(AIC(m)); say(sum(residuals(m, 'pearson')^2) / m$df.residual) }
            say(f$theta); say(f$SE.theta)
            """, trial.Columns);
        double[] ours = [.. new[] { nb, poisson }.SelectMany(f => (double[])[.. f.Coefficients.Select(c => c.Estimate), .. f.Coefficients.Select(c => c.StandardError), .. f.Coefficients.Select(c => c.P),
            f.LogLikelihood, f.Deviance, f.NullDeviance, f.Aic, f.PearsonDispersion]), nb.Theta, nb.ThetaError];
        Assert.Equal(r.Length, ours.Length);
        for (int i = 0; i < r.Length; i++) Assert.True(Math.Abs(r[i] - ours[i]) < 2e-6 * Math.Max(1e-3, Math.Abs(r[i])), FormattableString.Invariant($"figure {i}: {ours[i]:R}, R says {r[i]:R}"));
    }
}
