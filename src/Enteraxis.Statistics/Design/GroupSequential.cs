using Enteraxis.Numerics.Distributions;

namespace Enteraxis.Statistics.Design;

/// <summary>
/// A one-sided test with looks at given shares of the information and the right to stop for efficacy: its critical values, and the chance of stopping at each look under a drift.
/// </summary>
/// <remarks>
/// The score process is Brownian motion; its density over the continuation region is carried from look to look by quadrature (Armitage, McPherson and Rowe, J R Stat Soc A
/// 132:235, 1969). No stopping for futility. The nominal intervals of a trial that stopped early are too far out.
/// </remarks>
public sealed class GroupSequential
{
    private const double Far = 9;

    /// <param name="fractions">Ascending shares of the final information, the last 1; null are equal steps.</param>
    /// <exception cref="ArgumentException">Fractions that do not rise to 1.</exception>
    public GroupSequential(StoppingRule rule, int looks, double alpha = 0.025, double[]? fractions = null)
    {
        Fractions = fractions ?? [.. Enumerable.Range(1, looks).Select(k => (double)k / looks)];
        if (Fractions.Length != looks || looks < 1 || Fractions[^1] != 1 || Fractions[0] <= 0 || Fractions.Zip(Fractions.Skip(1)).Any(p => p.First >= p.Second))
            throw new ArgumentException("The fractions must rise from above 0 to 1, one a look.", nameof(fractions));
        (Rule, Alpha) = (rule, alpha);
        CriticalZ = rule switch
        {
            StoppingRule.OBrienFleming => Scaled(t => 1 / Math.Sqrt(t)),
            StoppingRule.Pocock => Scaled(_ => 1),
            StoppingRule.HaybittlePeto => LastTakesTheRest(),
            _ => Spent(),
        };
        double sum = 0;
        AlphaSpent = [.. StopProbabilities(0).Select(p => sum += p)];
    }

    public StoppingRule Rule { get; }

    /// <summary>One-sided.</summary>
    public double Alpha { get; }

    public double[] Fractions { get; }

    /// <summary>Reject at a look whose z is at least this.</summary>
    public double[] CriticalZ { get; }

    /// <summary>Cumulative chance of a false rejection by each look.</summary>
    public double[] AlphaSpent { get; }

    /// <summary>One-sided p below which a look rejects.</summary>
    public double[] StageLevels => [.. CriticalZ.Select(z => NormalLaw.Cdf(-z))];

    /// <summary>Chance of rejecting first at each look.</summary>
    /// <param name="drift">Mean of z at full information.</param>
    public double[] StopProbabilities(double drift) => Walk(CriticalZ, drift);

    public double Power(double drift) => StopProbabilities(drift).Sum();

    /// <summary>The drift at which the test has this power.</summary>
    public double DriftFor(double power) => Solve.Increasing(d => Power(d) - power, 0, 4);

    /// <summary>Full information over that of a test without looks, at the same power.</summary>
    public double Inflation(double power)
    {
        double with = DriftFor(power), without = NormalLaw.Quantile(1 - Alpha) + NormalLaw.Quantile(power);
        return with * with / (without * without);
    }

    /// <summary>Mean share of the full information that is used.</summary>
    public double ExpectedInformation(double drift)
    {
        double[] stop = StopProbabilities(drift);
        double left = 1, sum = 0;
        for (int k = 0; k < stop.Length - 1; k++)
        {
            sum += stop[k] * Fractions[k];
            left -= stop[k];
        }
        return sum + left;
    }

    private double[] Scaled(Func<double, double> shape)
    {
        double[] shapes = [.. Fractions.Select(shape)];
        double c = Solve.Increasing(x => Alpha - Walk([.. shapes.Select(s => s * x)], 0).Sum(), 0.5, 8);
        return [.. shapes.Select(s => s * c)];
    }

    private double[] LastTakesTheRest()
    {
        double[] z = [.. Fractions.Select(_ => 3.0)];
        z[^1] = Solve.Increasing(x => Alpha - Walk([.. z[..^1], x], 0).Sum(), 0, 8);
        return z;
    }

    private double[] Spent()
    {
        double[] z = new double[Fractions.Length];
        double before = 0;
        for (int k = 0; k < z.Length; k++)
        {
            double by = Rule == StoppingRule.PocockSpending ? Alpha * Math.Log(1 + (Math.E - 1) * Fractions[k]) : 2 * NormalLaw.Cdf(-NormalLaw.Quantile(1 - Alpha / 2) / Math.Sqrt(Fractions[k])), own = by - before;
            int look = k;
            z[k] = Solve.Increasing(x => own - Walk([.. z[..look], x], 0)[look], 0, 8);
            before = by;
        }
        return z;
    }

    /// <summary>Chance of first passing z at each of its looks (as many as z has).</summary>
    private double[] Walk(double[] z, double drift)
    {
        double[] stop = new double[z.Length], nodes = [0], density = [1];
        double from = 0;
        for (int k = 0; k < z.Length; k++)
        {
            double t = Fractions[k], step = Math.Sqrt(t - from), move = drift * (t - from), bound = z[k] * Math.Sqrt(t);
            for (int i = 0; i < nodes.Length; i++) stop[k] += density[i] * NormalLaw.Cdf((nodes[i] + move - bound) / step);
            if (k == z.Length - 1) break;
            double low = Math.Min(drift * t - Far * Math.Sqrt(t), bound - 1e-9);
            (double[] next, double[] weights) = Quadrature.On(low, Math.Min(bound, Math.Max(drift * t + Far * Math.Sqrt(t), low + 1e-9)), 6);
            double[] carried = new double[next.Length];
            for (int j = 0; j < next.Length; j++)
            {
                double sum = 0;
                for (int i = 0; i < nodes.Length; i++) sum += density[i] * NormalLaw.Density((next[j] - nodes[i] - move) / step);
                carried[j] = weights[j] * sum / step;
            }
            (nodes, density, from) = (next, carried, t);
        }
        return stop;
    }
}
