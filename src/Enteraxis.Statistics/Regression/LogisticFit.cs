using Enteraxis.Numerics.Distributions;

namespace Enteraxis.Statistics.Regression;

/// <summary>A fitted logistic regression; <see cref="Coefficient.Ratio"/> is an odds ratio.</summary>
public sealed class LogisticFit
{
    private readonly LogisticRegression _model;
    private readonly bool[] _outcome;
    private readonly double[][] _columns;
    private readonly double[] _offset, _beta;

    internal LogisticFit(LogisticRegression model, bool[] outcome, Covariates covariates, double[] offset)
    {
        (_model, _outcome, _offset) = (model, outcome, offset);
        double[] ones = new double[outcome.Length];
        Array.Fill(ones, 1);
        _columns = [ones, .. covariates.Columns];
        LogisticLikelihood likelihood = new(outcome, _columns, offset);
        LogisticLikelihood.Maximum best = likelihood.Climb(model.MostIterations), none = new LogisticLikelihood(outcome, [ones], offset).Climb(model.MostIterations);
        int p = _columns.Length, events = outcome.Count(y => y);
        string[] names = ["(Intercept)", .. covariates.Names];
        (_beta, LogLikelihood, NullLogLikelihood, Iterations) = (best.Beta, best.Value, none.Value, best.Iterations);
        Variance = InformationFactor.Inverse(best.Factor, p);
        bool[] kept = [.. Enumerable.Range(0, p).Select(k => best.Factor[k * p + k] > 0)];
        bool one = events == 0 || events == outcome.Length;
        Issues = (one ? FitIssues.NoEvents : FitIssues.None) | (best.Converged ? FitIssues.None : FitIssues.NotConverged) | (kept.Contains(false) && !one ? FitIssues.Aliased : FitIssues.None)
            | (best.Infinite.Contains(true) ? FitIssues.RunsAway : FitIssues.None);
        Rank = one ? 0 : kept.Count(k => k);
        Coefficients = [.. Enumerable.Range(0, p).Select(k => one || !kept[k] ? Coefficient.Unknown(names[k]) : best.Infinite[k] ? Coefficient.Infinite(names[k], Math.Sign(best.Beta[k]))
            : Coefficient.Normal(names[k], best.Beta[k], Math.Sqrt(Variance[k * p + k]), model.Level))];
        Fitted = likelihood.Probabilities;
    }

    /// <summary>The intercept first; Wald's tests and intervals.</summary>
    public IReadOnlyList<Coefficient> Coefficients { get; }

    public Coefficient this[string covariate] => Coefficients.First(c => c.Name == covariate);

    /// <summary>p × p, row-major.</summary>
    public double[] Variance { get; }

    public double LogLikelihood { get; }

    /// <summary>Of the intercept alone.</summary>
    public double NullLogLikelihood { get; }

    public int Rank { get; }

    public int Iterations { get; }

    /// <summary>Probability of each row.</summary>
    public double[] Fitted { get; }

    public FitIssues Issues { get; }

    public double Deviance => -2 * LogLikelihood;

    public double Aic => -2 * LogLikelihood + 2 * Rank;

    public ChiSquareTest LikelihoodRatioTest => Rank < 2 ? ChiSquareTest.None : ChiSquareTest.Of(2 * (LogLikelihood - NullLogLikelihood), Rank - 1);

    /// <summary>
    /// The values of a coefficient whose profile likelihood lies within χ²₁(level)/2 of the maximum. Better than Wald's where events are few; where the estimate is infinite one
    /// end is. NaN where the covariate is aliased.
    /// </summary>
    public (double Lower, double Upper) ProfileInterval(string covariate)
    {
        int k = Coefficients.Select((c, i) => (c, i)).First(c => c.c.Name == covariate).i;
        if (double.IsNaN(Coefficients[k].Estimate)) return (double.NaN, double.NaN);
        double z = NormalLaw.Quantile(0.5 + 0.5 * _model.Level), target = LogLikelihood - 0.5 * z * z;
        return (End(k, -1, target), End(k, 1, target));
    }

    private double End(int k, int side, double target)
    {
        if (Coefficients[k].Estimate == side * double.PositiveInfinity) return Coefficients[k].Estimate;
        double[][] others = [.. _columns.Where((_, j) => j != k)];
        double[] start = [.. _beta.Where((_, j) => j != k)];
        double inside = _beta[k], width = double.IsNaN(Coefficients[k].StandardError) ? 1 : 2 * Coefficients[k].StandardError, outside = inside;
        for (int i = 0; i < 60; i++)
        {
            outside = inside + side * width;
            if (Below(outside)) break;
            (inside, width) = (outside, 1.5 * width);
            if (i == 59) return side * double.PositiveInfinity;
        }
        for (int i = 0; i < 60 && Math.Abs(outside - inside) > 1e-10 * (1 + Math.Abs(inside)); i++)
        {
            double middle = 0.5 * (inside + outside);
            if (Below(middle)) outside = middle;
            else inside = middle;
        }
        return 0.5 * (inside + outside);

        bool Below(double value)
        {
            LogisticLikelihood.Maximum best = new LogisticLikelihood(_outcome, others, [.. _offset.Select((o, i) => o + value * _columns[k][i])]).Climb(_model.MostIterations, start);
            if (best.Converged && best.Beta.All(double.IsFinite)) start = best.Beta;
            return best.Value < target;
        }
    }
}
