using System.Buffers;
using Enteraxis.Numerics.Distributions;

namespace Enteraxis.Statistics.Counts;

/// <summary>
/// The ratio of two arms' event rates under a negative binomial law with one θ: for trials simulated by the hundred thousand. Equal to
/// <see cref="NegativeBinomialRegression"/> with one binary covariate and the logarithm of exposure as offset; the same assumptions.
/// </summary>
public sealed record TwoArmRates
{
    private const double Small = 1e-10;

    public double Level { get; init; } = 0.95;

    /// <summary>Take the counts for Poisson's: θ = ∞.</summary>
    public bool Poisson { get; init; }

    /// <param name="counts">Events of each person.</param>
    /// <param name="exposure">Time under observation, positive; the rates are per its unit.</param>
    /// <param name="treated">The arm whose rate stands above.</param>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    public TwoArmRateRatio Fit(ReadOnlySpan<int> counts, ReadOnlySpan<double> exposure, ReadOnlySpan<bool> treated)
    {
        int n = counts.Length;
        if (exposure.Length != n || treated.Length != n) throw new ArgumentException("Counts, exposures and arms must have one value a person.", nameof(exposure));
        double[] time = ArrayPool<double>.Shared.Rent(Math.Max(1, n)), mean = ArrayPool<double>.Shared.Rent(Math.Max(1, n));
        int[] events = ArrayPool<int>.Shared.Rent(Math.Max(1, n));
        // Control first, then the treated.
        int control = 0, at = 0;
        for (int arm = 0; arm < 2; arm++)
        {
            for (int i = 0; i < n; i++)
                if (treated[i] == (arm == 1)) (time[at], events[at++]) = (exposure[i], counts[i]);
            if (arm == 0) control = at;
        }
        TwoArmRateRatio answer = OfArms(events.AsSpan(0, n), time.AsSpan(0, n), mean.AsSpan(0, n), control);
        ArrayPool<double>.Shared.Return(time);
        ArrayPool<double>.Shared.Return(mean);
        ArrayPool<int>.Shared.Return(events);
        return answer;
    }

    private TwoArmRateRatio OfArms(ReadOnlySpan<int> counts, ReadOnlySpan<double> time, Span<double> mean, int control)
    {
        double time0 = Sum(time[..control]), time1 = Sum(time[control..]), events0 = Sum(counts[..control]), events1 = Sum(counts[control..]);
        if (control == 0 || control == counts.Length) return Nothing(events0 / time0, events1 / time1, FitIssues.EmptyGroup);
        if (events0 + events1 == 0) return Nothing(0, 0, FitIssues.NoEvents);
        double log0 = Math.Log(events0 / time0), log1 = Math.Log(events1 / time1), logTheta = 0;
        Means(time, mean, control, log0, log1);
        double start = Poisson ? 0 : Spread.Start(counts, mean);
        bool isPoisson = !(start > 0), done = isPoisson;
        int iterations = 0;
        if (!isPoisson)
        {
            CountTails tails = new(counts);
            logTheta = -Math.Log(start);
            for (; iterations < 100 && !done && logTheta <= Spread.MostLogTheta; iterations++)
            {
                double before = logTheta;
                logTheta = Spread.Step(tails, mean, counts, logTheta);
                double alpha = Math.Exp(-logTheta), moved = Math.Max(Move(counts[..control], mean[..control], alpha, ref log0), Move(counts[control..], mean[control..], alpha, ref log1));
                Means(time, mean, control, log0, log1);
                done = Spread.Settled(before, logTheta) && moved < Small;
            }
            isPoisson = logTheta > Spread.MostLogTheta;
            if (isPoisson) Means(time, mean, control, log0 = Math.Log(events0 / time0), log1 = Math.Log(events1 / time1));
        }
        FitIssues issues = (isPoisson && !Poisson ? FitIssues.NoOverdispersion : FitIssues.None) | (done || isPoisson ? FitIssues.None : FitIssues.NotConverged);
        if (events0 == 0 || events1 == 0) issues |= FitIssues.RunsAway;
        double dispersion = isPoisson ? 0 : Math.Exp(-logTheta), ratio = log1 - log0;
        double error = (issues & FitIssues.RunsAway) != 0 ? double.NaN : Math.Sqrt(1 / Information(mean[..control], dispersion) + 1 / Information(mean[control..], dispersion));
        double half = NormalLaw.Quantile(0.5 + 0.5 * Level) * error;
        return new(ratio, error, ratio - half, ratio + half, NormalTails.TwoSided(ratio / error), Math.Exp(log0), Math.Exp(log1), 1 / dispersion, iterations, issues);
    }

    private static TwoArmRateRatio Nothing(double rate0, double rate1, FitIssues issues) => new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, rate0, rate1, double.NaN, 0, issues);

    private static void Means(ReadOnlySpan<double> time, Span<double> mean, int control, double log0, double log1)
    {
        double rate0 = Math.Exp(log0), rate1 = Math.Exp(log1);
        for (int i = 0; i < mean.Length; i++) mean[i] = time[i] * (i < control ? rate0 : rate1);
    }

    /// <summary>A step of scoring in an arm's log rate.</summary>
    private static double Move(ReadOnlySpan<int> counts, ReadOnlySpan<double> mean, double alpha, ref double logRate)
    {
        if (double.IsInfinity(logRate)) return 0;
        double gradient = 0, information = 0;
        for (int i = 0; i < counts.Length; i++)
        {
            double q = 1 / (1 + alpha * mean[i]);
            gradient += (counts[i] - mean[i]) * q;
            information += mean[i] * q;
        }
        double step = Math.Clamp(gradient / information, -1, 1);
        logRate += step;
        return Math.Abs(step);
    }

    private static double Information(ReadOnlySpan<double> mean, double alpha)
    {
        double sum = 0;
        foreach (double mu in mean) sum += mu / (1 + alpha * mu);
        return sum;
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double v in values) sum += v;
        return sum;
    }

    private static double Sum(ReadOnlySpan<int> values)
    {
        double sum = 0;
        foreach (int v in values) sum += v;
        return sum;
    }
}
