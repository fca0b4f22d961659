using Enteraxis.Numerics.Random;
using Enteraxis.Numerics.Summaries;

namespace Enteraxis.Numerics.Tests;

public sealed class KeyedStreamTests
{
    private const int N = 40_000;

    private static double[] Draw(Func<KeyedStream, ulong, double> law)
    {
        KeyedStream s = new(7, 11, 3);
        return [.. Enumerable.Range(0, N).Select(i => law(s, (ulong)i))];
    }

    [Fact]
    public void A_number_is_a_pure_function_of_its_key()
    {
        KeyedStream a = new(1, 2, 3), b = new(1, 2, 3);
        Assert.Equal(a.Uniform(99, 4), b.Uniform(99, 4));
        double[] others = [new KeyedStream(2, 2, 3).Uniform(99, 4), new KeyedStream(1, 3, 3).Uniform(99, 4), new KeyedStream(1, 2, 4).Uniform(99, 4),
            a.Uniform(100, 4), a.Uniform(99, 5), a.Fork(99, 4).Uniform(99, 4), new KeyedStream(1UL << 32, 2, 3).Uniform(99, 4), a.Uniform(99UL + (1UL << 32), 4)];
        Assert.Equal(others.Length, others.Distinct().Count());
        Assert.DoesNotContain(a.Uniform(99, 4), others);
    }

    [Fact]
    public void Uniforms_fill_the_open_interval_evenly()
    {
        double[] u = Draw((s, i) => s.Uniform(i));
        Assert.All(u, x => Assert.InRange(x, double.Epsilon, 1 - 1e-17));
        double chi = 0;
        foreach (IGrouping<int, double> cell in u.GroupBy(x => (int)(x * 100))) chi += Math.Pow(cell.Count() - N / 100.0, 2) / (N / 100.0);
        Assert.InRange(chi, 60, 150); // 99 degrees of freedom: 0.1 % points 61 and 149
    }

    [Fact]
    public void First_of_a_pair_is_the_single_uniform_and_the_second_is_independent_of_it()
    {
        KeyedStream s = new(5, 6, 7);
        double sum = 0;
        for (ulong i = 0; i < N; i++)
        {
            (double first, double second) = s.UniformPair(i, 2);
            Assert.Equal(s.Uniform(i, 2), first);
            sum += (first - 0.5) * (second - 0.5) * 12;
        }
        Assert.InRange(sum / N, -4 / Math.Sqrt(N), 4 / Math.Sqrt(N));
    }

    [Fact]
    public void Laws_have_their_means_and_variances()
    {
        Check(Draw((s, i) => s.Normal(2, 3, i)), 2, 9);
        Check(Draw((s, i) => s.Exponential(4, i)), 0.25, 1.0 / 16);
        Check(Draw((s, i) => s.LogNormal(0.1, 0.5, i)), Math.Exp(0.225), (Math.Exp(0.25) - 1) * Math.Exp(0.45));
        Check(Draw((s, i) => s.Gamma(0.7, 2, i)), 1.4, 2.8);
        Check(Draw((s, i) => s.Beta(2, 5, i)), 2.0 / 7, 10.0 / 49 / 8);
        Check(Draw((s, i) => s.Poisson(3.5, i)), 3.5, 3.5);
        Check(Draw((s, i) => s.Poisson(250, i)), 250, 250);
        Check(Draw((s, i) => s.Binomial(20, 0.3, i)), 6, 4.2);
        Check(Draw((s, i) => s.Bernoulli(0.2, i) ? 1 : 0), 0.2, 0.16);
    }

    private static void Check(double[] x, double mean, double variance)
    {
        double se = Math.Sqrt(variance / N);
        Assert.InRange(Moments.Mean(x), mean - 4 * se, mean + 4 * se);
        Assert.InRange(Moments.Variance(x) / variance, 0.9, 1.1);
    }
}
