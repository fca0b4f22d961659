using System.Buffers;
using Enteraxis.Numerics.Distributions;
using Enteraxis.Statistics.Survival.Cox;

namespace Enteraxis.Statistics.Survival;

/// <summary>
/// The hazard ratio of two arms by Cox's model and the log-rank test, in one pass over the sorted times: for trials simulated by the hundred thousand. Equal to
/// <see cref="CoxModel"/> with one binary covariate and to <see cref="LogRank"/>, without allocation. The same assumptions.
/// </summary>
/// <remarks>With two arms a risk set is two numbers, so that each of Newton's steps is a sum over events alone. Ties by Efron or Breslow.</remarks>
public sealed record TwoArmCox
{
    public Ties Ties { get; init; } = Ties.Efron;

    public double Level { get; init; } = 0.95;

    /// <param name="stop">Time of event or censoring.</param>
    /// <param name="treated">The arm whose hazard stands above.</param>
    /// <exception cref="ArgumentException">Lengths differ, or exact ties are asked for.</exception>
    public TwoArmHazard Fit(ReadOnlySpan<double> stop, ReadOnlySpan<bool> happened, ReadOnlySpan<bool> treated)
    {
        int n = stop.Length;
        if (happened.Length != n || treated.Length != n) throw new ArgumentException("Times, events and arms must have one value a person.", nameof(happened));
        if (Ties == Ties.Exact) throw new ArgumentException("Exact ties are fitted by CoxModel.", nameof(stop));
        double[] times = ArrayPool<double>.Shared.Rent(Math.Max(1, n)), sets = ArrayPool<double>.Shared.Rent(Math.Max(1, 3 * n));
        byte[] kinds = ArrayPool<byte>.Shared.Rent(Math.Max(1, n));
        stop.CopyTo(times);
        for (int i = 0; i < n; i++) kinds[i] = (byte)((happened[i] ? 2 : 0) | (treated[i] ? 1 : 0));
        times.AsSpan(0, n).Sort(kinds.AsSpan(0, n));
        TwoArmHazard answer = OfSorted(times.AsSpan(0, n), kinds, sets);
        ArrayPool<double>.Shared.Return(times);
        ArrayPool<double>.Shared.Return(sets);
        ArrayPool<byte>.Shared.Return(kinds);
        return answer;
    }

    // sets: for each step the numbers at risk of control and treated, and how often it counts.
    private TwoArmHazard OfSorted(ReadOnlySpan<double> times, ReadOnlySpan<byte> kinds, Span<double> sets)
    {
        int n = times.Length, steps = 0, control = 0, treated = 0, deaths0 = 0, deaths1 = 0;
        double excess = 0, variance = 0;
        for (int i = n - 1; i >= 0;)
        {
            int d0 = 0, d1 = 0;
            double t = times[i];
            for (; i >= 0 && times[i] == t; i--)
            {
                int kind = kinds[i];
                if ((kind & 1) != 0) treated++;
                else control++;
                if (kind == 3) d1++;
                else if (kind == 2) d0++;
            }
            int d = d0 + d1;
            if (d == 0) continue;
            (deaths0, deaths1) = (deaths0 + d0, deaths1 + d1);
            double all = control + treated, share = treated / all;
            excess += d1 - d * share;
            if (all > 1) variance += d * share * (1 - share) * (all - d) / (all - 1);
            int parts = Ties == Ties.Efron ? d : 1;
            for (int l = 0; l < parts; l++)
            {
                double gone = (double)l / d;
                sets[3 * steps] = control - gone * d0;
                sets[3 * steps + 1] = treated - gone * d1;
                sets[3 * steps + 2] = (double)d / parts;
                steps++;
            }
        }
        double z = variance > 0 ? excess / Math.Sqrt(variance) : double.NaN;
        FitIssues issues = (control == 0 || treated == 0 ? FitIssues.EmptyGroup : FitIssues.None) | (deaths0 + deaths1 == 0 ? FitIssues.NoEvents : FitIssues.None);
        (double beta, double error, int iterations, FitIssues found) = Climb(sets[..(3 * steps)], deaths1);
        double half = NormalLaw.Quantile(0.5 + 0.5 * Level) * error;
        return new(beta, error, beta - half, beta + half, NormalTails.TwoSided(beta / error), z, NormalTails.TwoSided(z), deaths0, deaths1, iterations, issues | found);
    }

    private static (double Beta, double Error, int Iterations, FitIssues Issues) Climb(ReadOnlySpan<double> sets, int deaths1)
    {
        double mixed = 0, onlyTreated = 0;
        for (int s = 0; s < sets.Length; s += 3)
        {
            if (sets[s] > 0 && sets[s + 1] > 0) mixed += sets[s + 2];
            else if (sets[s + 1] > 0) onlyTreated += sets[s + 2];
        }
        if (mixed == 0) return (double.NaN, double.NaN, 0, FitIssues.Aliased);
        // The gradient falls from (events of the treated − steps with none but them) to that less all mixed steps; without a change of sign there is no maximum.
        double most = deaths1 - onlyTreated;
        if (most <= 1e-9) return (double.NegativeInfinity, double.NaN, 0, FitIssues.RunsAway);
        if (mixed - most <= 1e-9) return (double.PositiveInfinity, double.NaN, 0, FitIssues.RunsAway);
        double beta = 0, low = double.NegativeInfinity, high = double.PositiveInfinity, information = 0;
        for (int iteration = 1; iteration <= 100; iteration++)
        {
            double ratio = Math.Exp(beta), gradient = deaths1;
            information = 0;
            for (int s = 0; s < sets.Length; s += 3)
            {
                double p = sets[s + 1] * ratio / (sets[s] + sets[s + 1] * ratio);
                gradient -= sets[s + 2] * p;
                information += sets[s + 2] * p * (1 - p);
            }
            if (gradient > 0) low = beta;
            else high = beta;
            double next = beta + Math.Clamp(gradient / information, -2, 2);
            // The gradient falls with β, so its root stays between.
            if (!(next >= low && next <= high)) next = 0.5 * (low + high);
            if (Math.Abs(next - beta) <= 1e-12 * (1 + Math.Abs(next))) return (next, 1 / Math.Sqrt(information), iteration, FitIssues.None);
            beta = next;
        }
        return (beta, 1 / Math.Sqrt(information), 100, FitIssues.NotConverged);
    }
}
