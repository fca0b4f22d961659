using Enteraxis.Statistics.Survival;
using Enteraxis.Statistics.Survival.Cox;

namespace Enteraxis.Statistics.Tests.Survival;

/// <summary>Curves, log-rank tests and Cox models against R's survival.</summary>
public sealed class SurvivalReferenceTests
{
    [Fact]
    public void Curves_and_their_intervals_are_those_of_survfit()
    {
        Lung lung = new();
        SurvivalTimes[] all = [lung.Times, .. new[] { 0, 1 }.Select(g => lung.Times.Where([.. lung.Sex.Select(s => s == g)]))];
        Reference.Meets(a => a.StartsWith("KM ", StringComparison.Ordinal), row =>
        {
            SurvivalScale scale = row.Analysis.Contains("log-log", StringComparison.Ordinal) ? SurvivalScale.LogLog : row.Analysis.Contains("plain", StringComparison.Ordinal) ? SurvivalScale.Plain : SurvivalScale.Log;
            SurvivalCurve curve = new KaplanMeier { Scale = scale }.Fit(all[row.Term.StartsWith("all", StringComparison.Ordinal) ? 0 : row.Term[4] - '0']);
            if (row.Statistic.StartsWith("RMST(", StringComparison.Ordinal)) return curve.MeanTo(730).Mean;
            if (row.Statistic.StartsWith("RMST.se", StringComparison.Ordinal)) return curve.MeanTo(730).StandardError;
            double place = Table.Number(row.Term[(row.Term.IndexOfAny(['@', 'q']) + 1)..]);
            if (row.Term.Contains(":q", StringComparison.Ordinal))
            {
                SurvivalQuantile q = curve.Quantile(place / 100);
                return row.Statistic == "time" ? q.Time : row.Statistic.StartsWith("lower", StringComparison.Ordinal) ? q.Lower : q.Upper;
            }
            SurvivalEstimate at = curve.At(place);
            return row.Statistic switch { "n.risk" => at.AtRisk, "surv" => at.Survival, "std.err(surv)" => at.StandardError, _ => row.Statistic.StartsWith("lower", StringComparison.Ordinal) ? at.Lower : at.Upper };
        });
    }

    [Fact]
    public void The_cumulative_hazard_is_Nelson_and_Aalens()
    {
        SurvivalCurve curve = new KaplanMeier().Fit(new Lung().Times);
        Reference.Meets(a => a == "Nelson-Aalen overall", row => curve.HazardAt(Table.Number(row.Term[1..])) is var h && row.Statistic == "cumhaz" ? h.Hazard : h.StandardError);
    }

    [Fact]
    public void Log_rank_tests_are_those_of_survdiff()
    {
        Lung lung = new();
        bool[] known = lung.Complete("ph.ecog");
        int[] sex = lung.Sex;
        Reference.Meets(a => a.StartsWith("log-rank", StringComparison.Ordinal) || a.StartsWith("Peto", StringComparison.Ordinal), row =>
        {
            LogRankResult test = row.Analysis.Contains("stratified", StringComparison.Ordinal)
                ? new LogRank().Test(lung.Times.Where(known), [.. sex.Where((_, i) => known[i])], [.. lung.Of("ph.ecog").Where((_, i) => known[i]).Select(e => (int)e)])
                : new LogRank { Rho = row.Analysis.StartsWith("Peto", StringComparison.Ordinal) ? 1 : 0 }.Test(lung.Times, sex);
            int group = row.Term.StartsWith("sex=", StringComparison.Ordinal) ? row.Term[4] - '1' : -1;
            return row.Statistic switch
            {
                "observed" => test.Observed[group], "expected" => test.Expected[group], "chisq" => test.Test.Statistic, "df" => test.Test.DegreesOfFreedom, _ => test.Test.P,
            };
        });
    }

    [Fact]
    public void Cox_models_are_those_of_coxph()
    {
        Lung lung = new();
        Dictionary<string, CoxFit> fits = [];
        Reference.Meets(a => a.StartsWith("Cox sex+age", StringComparison.Ordinal) && !a.Contains("residuals", StringComparison.Ordinal), row =>
        {
            if (!fits.TryGetValue(row.Analysis, out CoxFit? fit)) fits[row.Analysis] = fit = Fit(lung, row.Analysis);
            if (row.Term == "model")
                return row.Statistic switch
                {
                    "loglik.null" => fit.NullLogLikelihood, "loglik" => fit.LogLikelihood, "LRT.chisq" => fit.LikelihoodRatioTest.Statistic, "Wald.chisq" => fit.WaldTest.Statistic,
                    "score.chisq" => fit.ScoreTest.Statistic, "n" => fit.Rows, "events" => fit.Events, "concordance" => fit.Concordance(), "AIC" => fit.Aic, _ => double.NegativeInfinity,
                };
            Coefficient c = fit[row.Term];
            return row.Statistic switch
            {
                "coef" => c.Estimate, "exp(coef)" => c.Ratio, "se(coef)" => c.StandardError, "z" => c.Statistic, "Pr(>|z|)" => c.P, "HR.lower95" => c.RatioLower, "HR.upper95" => c.RatioUpper,
                _ => double.NegativeInfinity,
            };
        });
    }

    [Fact]
    public void Baseline_hazard_prediction_and_residuals_are_those_of_coxph()
    {
        CoxFit fit = Fit(new Lung(), "efron");
        BaselineHazard baseline = Assert.Single(fit.BaselineHazards());
        CoxResiduals residuals = fit.Residuals();
        Reference.Meets(a => a is "Breslow-type baseline cumhaz, Cox sex+age efron, uncentred" or "Cox-predicted survival at 365 d, age 60" or "Cox sex+age efron residuals", row =>
            row.Statistic switch
            {
                "cumhaz" => baseline.At(Table.Number(row.Term[1..])),
                "surv" => baseline.SurvivalOf(365, row.Term[4] - '0', 60),
                "martingale" => residuals.Martingale[row.Term[^2] - '1'],
                _ => residuals.Deviance[row.Term[^2] - '1'],
            });
    }

    private static CoxFit Fit(Lung lung, string analysis)
    {
        Ties ties = analysis.Contains("breslow", StringComparison.Ordinal) ? Ties.Breslow : analysis.Contains("exact", StringComparison.Ordinal) ? Ties.Exact : Ties.Efron;
        Covariates two = Covariates.Of(("sex", lung.Of("sex")), ("age", lung.Of("age")));
        if (!analysis.Contains("ph.ecog", StringComparison.Ordinal)) return new CoxModel { Ties = ties }.Fit(lung.Times, two);
        bool[] known = lung.Complete("ph.ecog");
        return new CoxModel { Ties = ties }.Fit(lung.Times.Where(known), two.Where(known).With("ph.ecog", [.. lung.Of("ph.ecog").Where((_, i) => known[i])]));
    }
}
