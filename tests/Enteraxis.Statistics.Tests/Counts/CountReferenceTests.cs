using Enteraxis.Statistics.Counts;

namespace Enteraxis.Statistics.Tests.Counts;

/// <summary>Regressions of counts against R's glm and MASS's glm.nb.</summary>
public sealed class CountReferenceTests
{
    [Fact]
    public void Poisson_and_negative_binomial_regressions_are_those_of_glm_and_glm_nb()
    {
        Table quine = Table.Shared("quine");
        int[] days = [.. quine.Numbers("Days").Select(d => (int)d)];
        Covariates main = Covariates.None(days.Length).WithFactor("Eth", quine.Text("Eth"), ["A", "N"]).WithFactor("Sex", quine.Text("Sex"), ["F", "M"])
            .WithFactor("Age", quine.Text("Age"), ["F0", "F1", "F2", "F3"]).WithFactor("Lrn", quine.Text("Lrn"), ["AL", "SL"]);
        Dictionary<string, CountFit> fits = new()
        {
            ["Poisson Days~Eth+Sex+Age+Lrn"] = new PoissonRegression().Fit(days, main),
            ["glm.nb Days~Eth+Sex+Age+Lrn"] = new NegativeBinomialRegression().Fit(days, main),
            ["glm.nb Days~Eth*Age+Sex*Lrn"] = new NegativeBinomialRegression().Fit(days, main.WithInteraction("Eth", "Age").WithInteraction("Sex", "Lrn")),
        };
        Assert.All(fits.Values, f => Assert.Equal(FitIssues.None, f.Issues));
        Reference.Meets(fits.ContainsKey, row =>
        {
            CountFit fit = fits[row.Analysis];
            if (row.Term == "model")
                return row.Statistic switch
                {
                    "theta" => fit.Theta, "SE.theta" => fit.ThetaError, "twologlik" => 2 * fit.LogLikelihood, "loglik" => fit.LogLikelihood, "deviance" => fit.Deviance, "null.deviance" => fit.NullDeviance,
                    "AIC" => fit.Aic, _ => double.NegativeInfinity,
                };
            Coefficient c = fit[row.Term];
            return row.Statistic switch { "Estimate" => c.Estimate, "Std. Error" => c.StandardError, "z value" => c.Statistic, "Pr(>|z|)" => c.P, _ => double.NegativeInfinity };
        });
    }
}
