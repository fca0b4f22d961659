namespace Enteraxis.Statistics.Counts;

/// <summary>Maximum likelihood of β for counts of mean exp(offset + βᵀx) and variance μ + αμ², α given, by Fisher's scoring with halved steps.</summary>
internal sealed class LogLinearFit
{
    private const double Small = 1e-13;

    private readonly int[] _counts;
    private readonly double[] _x, _offset, _next, _gradient, _factor, _step, _eta;
    private readonly bool[] _aliased;
    private readonly int _n, _p, _mostIterations;

    public LogLinearFit(int[] counts, Covariates covariates, double[]? offset, int mostIterations)
    {
        (_counts, _n, _p, _mostIterations) = (counts, counts.Length, covariates.Width + 1, mostIterations);
        if (covariates.Rows != _n || offset is not null && offset.Length != _n) throw new ArgumentException("Counts, covariates and offset must have one value a row.", nameof(covariates));
        _offset = offset ?? new double[_n];
        _x = new double[_n * _p];
        double events = 0, exposure = 0;
        for (int i = 0; i < _n; i++)
        {
            if (counts[i] < 0) throw new ArgumentException($"Row {i + 1}: a count is negative.", nameof(counts));
            if (!double.IsFinite(_offset[i])) throw new ArgumentException($"Row {i + 1}: the offset is not finite; leave rows without exposure out.", nameof(offset));
            _x[i * _p] = 1;
            for (int k = 1; k < _p; k++) _x[i * _p + k] = covariates.Columns[k - 1][i];
            events += counts[i];
            exposure += Math.Exp(_offset[i]);
        }
        (Beta, _next, _gradient, _step) = (new double[_p], new double[_p], new double[_p], new double[_p]);
        (_factor, _eta, Mean, _aliased, Infinite) = (new double[_p * _p], new double[_n], new double[_n], new bool[_p], new bool[_p]);
        Events = events;
        Beta[0] = events > 0 ? Math.Log(events / exposure) : 0;
        Predict(Beta);
    }

    public double[] Beta { get; }

    public double[] Mean { get; }

    public double Events { get; }

    public int Iterations { get; private set; }

    public bool Converged { get; private set; }

    public bool[] Infinite { get; }

    public bool RunsAway => Infinite.Contains(true);

    public int Width => _p;

    public int[] Counts => _counts;

    public double[] Offset => _offset;

    public bool IsAliased(int k) => _aliased[k];

    /// <summary>Steps until the likelihood no longer rises.</summary>
    public void Climb(double alpha)
    {
        Converged = false;
        if (Events == 0) return;
        double before = Kernel(alpha);
        for (int i = 0; i < _mostIterations && !Converged; i++)
        {
            (_, double after) = StepFrom(before, alpha);
            Converged = Math.Abs(after - before) <= Small * (1 + Math.Abs(after));
            before = after;
        }
        FindInfinite();
    }

    /// <summary>One step of scoring; returns by how much it moved the linear predictor at most (in units of each covariate's spread).</summary>
    public double Step(double alpha) => StepFrom(Kernel(alpha), alpha).Moved;

    private (double Moved, double Value) StepFrom(double before, double alpha)
    {
        Iterations++;
        Information(alpha, withGradient: true);
        InformationFactor.Factor(_factor, _p);
        for (int k = 0; k < _p; k++) _aliased[k] = !(_factor[k * _p + k] > 0);
        _gradient.CopyTo(_step, 0);
        InformationFactor.Solve(_factor, _p, _step);
        double value;
        for (double length = 1; ; length /= 2)
        {
            for (int k = 0; k < _p; k++) _next[k] = Beta[k] + length * _step[k];
            Predict(_next);
            value = Kernel(alpha);
            if (value >= before - 1e-12 * (1 + Math.Abs(before))) break;
            if (length > 1e-8) continue;
            Predict(Beta);
            return (0, before);
        }
        _next.CopyTo(Beta, 0);
        double most = 0;
        for (int k = 0; k < _p; k++) most = Math.Max(most, Math.Abs(_step[k]) * SizeOf(k));
        FindInfinite();
        return (most, value);
    }

    /// <summary>The inverse of the expected information at the present β, p × p.</summary>
    public double[] Variance(double alpha)
    {
        Information(alpha, withGradient: false);
        InformationFactor.Factor(_factor, _p);
        return InformationFactor.Inverse(_factor, _p);
    }

    /// <summary>The log-likelihood less what does not depend on β.</summary>
    private double Kernel(double alpha)
    {
        double sum = 0;
        for (int i = 0; i < _n; i++)
        {
            double mu = Mean[i];
            sum += _counts[i] * _eta[i];
            sum -= alpha == 0 ? mu : (1 / alpha + _counts[i]) * Stable.Log1p(alpha * mu);
        }
        return sum;
    }

    /// <summary>The whole log-likelihood.</summary>
    public double LogLikelihood(double alpha, CountTails? tails)
    {
        double sum = Kernel(alpha) + (tails?.LogRising(alpha) ?? 0);
        foreach (int y in _counts) sum -= LogFactorial.Of(y);
        return sum;
    }

    private void Information(double alpha, bool withGradient)
    {
        Array.Clear(_factor);
        if (withGradient) Array.Clear(_gradient);
        for (int i = 0; i < _n; i++)
        {
            double q = 1 / (1 + alpha * Mean[i]), w = Mean[i] * q, u = (_counts[i] - Mean[i]) * q;
            for (int a = 0; a < _p; a++)
            {
                double xa = _x[i * _p + a];
                if (xa == 0) continue;
                if (withGradient) _gradient[a] += u * xa;
                for (int b = 0; b <= a; b++) _factor[a * _p + b] += w * xa * _x[i * _p + b];
            }
        }
    }

    private void Predict(double[] beta)
    {
        for (int i = 0; i < _n; i++)
        {
            double eta = _offset[i];
            for (int k = 0; k < _p; k++) eta += beta[k] * _x[i * _p + k];
            _eta[i] = eta;
            Mean[i] = Math.Exp(eta);
        }
    }

    private double SizeOf(int k)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        for (int i = 0; i < _n; i++)
        {
            low = Math.Min(low, _x[i * _p + k]);
            high = Math.Max(high, _x[i * _p + k]);
        }
        return k == 0 ? 1 : high - low;
    }

    // As in the Cox model: where a coefficient has no finite maximum its steps stay near one while nothing is gained any more.
    private void FindInfinite()
    {
        bool tiny = false;
        for (int i = 0; i < _n && !tiny; i++) tiny = Mean[i] < 1e-8;
        for (int k = 0; k < _p; k++) Infinite[k] = tiny && Math.Abs(_step[k]) * SizeOf(k) > 0.1;
    }
}
