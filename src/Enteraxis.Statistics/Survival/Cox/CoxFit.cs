namespace Enteraxis.Statistics.Survival.Cox;

/// <summary>A fitted Cox model.</summary>
public sealed class CoxFit
{
    private readonly CoxModel _model;
    private readonly SurvivalTimes _times;
    private readonly Covariates _covariates;
    private readonly CoxLikelihood _likelihood;
    private readonly double[] _beta;
    private CoxEventTimes? _moments;

    internal sealed record Convergence(double Null, double Value, ChiSquareTest Score, int Rank, int Iterations, FitIssues Issues);

    internal CoxFit(CoxModel model, SurvivalTimes times, Covariates covariates, int[]? clusters, CoxLikelihood likelihood, double[] beta, double[] variance, bool[] aliased, bool[] infinite, Convergence end)
    {
        (_model, _times, _covariates, _likelihood, _beta, NaiveVariance) = (model, times, covariates, likelihood, beta, variance);
        (NullLogLikelihood, LogLikelihood, ScoreTest, Rank, Iterations, Issues) = (end.Null, end.Value, end.Score, end.Rank, end.Iterations, end.Issues);
        Variance = clusters is null || end.Rank == 0 ? variance : CoxResiduals.RobustVariance(this, clusters);
        int p = beta.Length;
        Coefficients = [.. Enumerable.Range(0, p).Select(k => aliased[k] ? Coefficient.Unknown(covariates.Names[k])
            : infinite[k] ? Coefficient.Infinite(covariates.Names[k], Math.Sign(beta[k]))
            : Coefficient.Normal(covariates.Names[k], beta[k], Math.Sqrt(Variance[k * p + k]), model.Level))];
        double[] factor = [.. Variance];
        int rank = InformationFactor.Factor(factor, p);
        WaldTest = rank == 0 || infinite.Contains(true) ? ChiSquareTest.None : ChiSquareTest.Of(InformationFactor.Quadratic(factor, p, beta), rank);
    }

    public IReadOnlyList<Coefficient> Coefficients { get; }

    public Coefficient this[string covariate] => Coefficients.First(c => c.Name == covariate);

    /// <summary>p × p, row-major; robust where clusters were given.</summary>
    public double[] Variance { get; }

    /// <summary>The inverse of the information, p × p, row-major.</summary>
    public double[] NaiveVariance { get; }

    /// <summary>At β = 0.</summary>
    public double NullLogLikelihood { get; }

    public double LogLikelihood { get; }

    /// <summary>Coefficients that could be estimated.</summary>
    public int Rank { get; }

    public int Rows => _times.Rows;

    public int Events => _times.Events;

    public int Iterations { get; }

    public FitIssues Issues { get; }

    /// <summary>Score test of β = 0; for one binary covariate without ties the log-rank test. Holds also where the estimate runs away.</summary>
    public ChiSquareTest ScoreTest { get; }

    public ChiSquareTest WaldTest { get; }

    public ChiSquareTest LikelihoodRatioTest => Rank == 0 ? ChiSquareTest.None : ChiSquareTest.Of(2 * (LogLikelihood - NullLogLikelihood), Rank);

    public double Aic => -2 * LogLikelihood + 2 * Rank;

    /// <summary>Cumulative baseline hazard of a person whose covariates are all 0, in each stratum.</summary>
    public IReadOnlyList<BaselineHazard> BaselineHazards() => BaselineHazard.Of(this);

    /// <summary>Tests whether each coefficient holds still over time; R's cox.zph.</summary>
    public ProportionalityTest Proportionality(TimeTransform transform = TimeTransform.KaplanMeier) => ProportionalityTest.Of(this, transform);

    public CoxResiduals Residuals() => new(this);

    /// <summary>Harrell's C; see <see cref="Cox.Concordance"/>.</summary>
    public double Concordance() => Cox.Concordance.Of(_times, _likelihood.Rows, Predictors());

    internal CoxModel Model => _model;

    internal SurvivalTimes Times => _times;

    internal Covariates Covariates => _covariates;

    internal CoxRows Sorted => _likelihood.Rows;

    internal double[] Beta => _beta;

    /// <summary>Linear predictor about the means, by row of the data.</summary>
    internal double[] Predictors()
    {
        _ = Moments();
        double[] eta = new double[Rows];
        for (int i = 0; i < Rows; i++) eta[Sorted.Order[i]] = _likelihood.Predictor[i];
        return eta;
    }

    /// <summary>Sums at each time with events at the final β. Exact ties take Breslow's: no exact form is in use.</summary>
    internal CoxEventTimes Moments()
    {
        if (_moments is not null) return _moments;
        CoxEventTimes moments = new(_beta.Length);
        CoxLikelihood likelihood = _model.Ties == Ties.Exact ? new(Sorted, Ties.Breslow) : _likelihood;
        likelihood.At(_beta, new double[_beta.Length], new double[_beta.Length * _beta.Length], moments);
        if (likelihood != _likelihood) likelihood.Predictor.CopyTo(_likelihood.Predictor, 0);
        return _moments = moments;
    }
}
