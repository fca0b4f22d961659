namespace Enteraxis.Statistics.Survival.Parametric;

/// <summary>The log-likelihood of an accelerated failure time model in (β₀, β, ln σ), with gradient and negative second derivative.</summary>
internal sealed class LogTimeLikelihood(SurvivalLaw law, SurvivalTimes times, Covariates covariates)
{
    private readonly double[] _log = [.. times.Stop.Select(t => Math.Log(t))];
    private readonly bool _scaled = law != SurvivalLaw.Exponential;

    public int Size => covariates.Width + (_scaled ? 2 : 1);

    /// <summary>ln of person-time an event: the exponential law's own answer without covariates.</summary>
    public double StartOfIntercept
    {
        get
        {
            double time = 0, events = 0;
            for (int i = 0; i < times.Rows; i++)
            {
                time += times.Weight(i) * times.Stop[i];
                if (times.Happened[i]) events += times.Weight(i);
            }
            return Math.Log(time / events);
        }
    }

    /// <param name="information">p × p, row-major; the lower half is filled.</param>
    public double At(ReadOnlySpan<double> at, Span<double> gradient, Span<double> information)
    {
        int p = Size, slopes = covariates.Width + 1;
        double logScale = _scaled ? at[p - 1] : 0, inverse = Math.Exp(-logScale), sum = 0;
        gradient.Clear();
        information.Clear();
        Span<double> x = stackalloc double[Math.Min(slopes, 64)];
        if (slopes > 64) x = new double[slopes];
        x[0] = 1;
        for (int i = 0; i < times.Rows; i++)
        {
            double eta = at[0], w = times.Weight(i);
            for (int k = 1; k < slopes; k++)
            {
                x[k] = covariates.Columns[k - 1][i];
                eta += at[k] * x[k];
            }
            double z = (_log[i] - eta) * inverse;
            (double value, double first, double second) = times.Happened[i] ? LogTimeError.Density(law, z) : LogTimeError.Survival(law, z);
            sum += w * (value - (times.Happened[i] ? logScale + _log[i] : 0));
            for (int a = 0; a < slopes; a++)
            {
                gradient[a] -= w * first * x[a] * inverse;
                for (int b = 0; b <= a; b++) information[a * p + b] -= w * second * x[a] * x[b] * inverse * inverse;
                if (_scaled) information[(p - 1) * p + a] -= w * (second * z + first) * x[a] * inverse;
            }
            if (!_scaled) continue;
            gradient[p - 1] -= w * (first * z + (times.Happened[i] ? 1 : 0));
            information[p * p - 1] -= w * (second * z * z + first * z);
        }
        return sum;
    }
}
