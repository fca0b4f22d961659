namespace Enteraxis.Statistics.Survival.Cox;

/// <summary>
/// The partial log-likelihood, its gradient and its negative second derivative. The risk set is built from the last time backward: rows join at their stop and leave
/// at their start.
/// </summary>
internal sealed class CoxLikelihood(CoxRows rows, Ties ties)
{
    // Where those who leave take all but this share with them, what remains is summed afresh: the difference would be rounding.
    private const double LeastLeft = 1e-5;

    private readonly int _p = rows.Width;
    private readonly double[] _eta = new double[rows.Rows], _risk = new double[rows.Rows], _mean = new double[rows.Width];
    private readonly RiskSums _set = new(rows.Width), _dying = new(rows.Width);

    public CoxRows Rows => rows;

    /// <summary>Linear predictors at the last β, by place.</summary>
    public double[] Predictor => _eta;

    /// <summary>exp(predictor) without weights at the last β, by place.</summary>
    public double Relative(int place) => Math.Exp(_eta[place]);

    /// <param name="gradient">p, overwritten.</param>
    /// <param name="information">p × p, row-major, overwritten.</param>
    /// <param name="seen">Told of every time with events, if given.</param>
    public double At(ReadOnlySpan<double> beta, Span<double> gradient, Span<double> information, CoxEventTimes? seen = null)
    {
        gradient.Clear();
        information.Clear();
        Predict(beta);
        double value = 0, peak = 0;
        int n = rows.Rows;
        for (int i = 0, left = 0, first = 0; i < n;)
        {
            if (i > 0 && !rows.SameStratum(i, i - 1))
            {
                _set.Clear();
                left = first = i;
                peak = 0;
            }
            int end = i, deaths = 0;
            double t = rows.Stop[i], weight = 0;
            _dying.Clear();
            for (; end < n && rows.Stop[end] == t && rows.SameStratum(end, i); end++)
            {
                ReadOnlySpan<double> x = rows.X.AsSpan(end * _p, _p);
                _set.Add(_risk[end], x);
                if (!rows.Happened[end]) continue;
                _dying.Add(_risk[end], x);
                double w = rows.WeightAt(end);
                value += w * _eta[end];
                for (int k = 0; k < _p; k++) gradient[k] += w * x[k];
                (weight, deaths) = (weight + w, deaths + 1);
            }
            if (deaths > 0)
            {
                if (rows.Entries is not null)
                {
                    double before = _set.S0;
                    int stayed = left;
                    for (; left < n && rows.SameStratum(rows.Entries[left], i) && rows.Start![rows.Entries[left]] >= t; left++)
                        Leave(rows.Entries[left]);
                    if (left > stayed && _set.S0 < LeastLeft * (peak = Math.Max(peak, before))) peak = Rebuild(first, end, t);
                }
                if (ties == Ties.Exact && deaths > 1) value -= ExactTies.Add(rows, _eta, first, i, end, deaths, gradient, information);
                else value -= Steps(deaths, weight, gradient, information, seen);
                seen?.Close(t, i, end, deaths, weight);
            }
            i = end;
        }
        for (int a = 0; a < _p; a++)
            for (int b = 0; b < a; b++) information[b * _p + a] = information[a * _p + b];
        return value;
    }

    private void Predict(ReadOnlySpan<double> beta)
    {
        for (int i = 0; i < rows.Rows; i++)
        {
            double eta = 0;
            for (int k = 0; k < _p; k++) eta += beta[k] * rows.X[i * _p + k];
            _eta[i] = eta;
            _risk[i] = rows.WeightAt(i) * Math.Exp(eta);
        }
        _set.Clear();
    }

    // A row leaves only after it has joined, since its start lies before its stop.
    private void Leave(int place) => _set.Add(-_risk[place], rows.X.AsSpan(place * _p, _p));

    private double Rebuild(int first, int end, double time)
    {
        _set.Clear();
        for (int i = first; i < end; i++)
            if (rows.Start![i] < time) _set.Add(_risk[i], rows.X.AsSpan(i * _p, _p));
        return _set.S0;
    }

    /// <summary>One step an event by Efron, each with a part of the others gone, or all at once by Breslow.</summary>
    private double Steps(int deaths, double weight, Span<double> gradient, Span<double> information, CoxEventTimes? seen)
    {
        int steps = ties == Ties.Efron ? deaths : 1;
        double each = weight / steps, value = 0;
        seen?.Open();
        for (int l = 0; l < steps; l++)
        {
            double gone = (double)l / deaths, s0 = _set.S0 - gone * _dying.S0;
            value += each * Math.Log(s0);
            int place = 0;
            for (int a = 0; a < _p; a++)
            {
                _mean[a] = (_set.S1[a] - gone * _dying.S1[a]) / s0;
                gradient[a] -= each * _mean[a];
                for (int b = 0; b <= a; b++, place++)
                    information[a * _p + b] += each * ((_set.S2[place] - gone * _dying.S2[place]) / s0 - _mean[a] * _mean[b]);
            }
            seen?.Step(each, each / s0, gone, _mean, _set, _dying, s0, 1.0 / steps);
        }
        return value;
    }
}
