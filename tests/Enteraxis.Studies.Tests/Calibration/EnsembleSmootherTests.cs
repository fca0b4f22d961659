using Enteraxis.Numerics.Summaries;
using Enteraxis.Studies.Calibration;

namespace Enteraxis.Studies.Tests.Calibration;

public sealed class EnsembleSmootherTests
{
    private const int Members = 2000;

    private static double[][] Fitted(Func<double[], double[]> model, double[] targets, double[] errors, int parameters, int steps, ulong seed = 3)
    {
        double[][] z = EnsembleSmoother.Prior(Members, parameters, seed);
        for (int s = 0; s < steps; s++) EnsembleSmoother.Step(z, [.. z.Select(model)], targets, errors, steps, seed, s);
        return z;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_linear_model_gets_the_posterior_of_the_textbook(int steps)
    {
        // y = 2 z, observed 3 with error 1, prior N(0, 1): precision 1 + 4, mean 2·3/5.
        double[] z = [.. Fitted(m => [2 * m[0]], [3], [1], 1, steps).Select(m => m[0])];
        Assert.Equal(6.0 / 5, Moments.Mean(z), 0.04);
        Assert.Equal(1 / Math.Sqrt(5), Moments.StandardDeviation(z), 0.03);
    }

    [Fact]
    public void Two_targets_of_two_parameters_are_met_with_their_correlation()
    {
        // Only the sum is observed, sharply: each takes half, and they are left anticorrelated.
        double[][] z = Fitted(m => [m[0] + m[1]], [2], [0.05], 2, 4);
        double[] a = [.. z.Select(m => m[0])], b = [.. z.Select(m => m[1])];
        Assert.Equal(1, Moments.Mean(a), 0.06);
        Assert.Equal(1, Moments.Mean(b), 0.06);
        double rho = a.Zip(b, (x, y) => (x - Moments.Mean(a)) * (y - Moments.Mean(b))).Average() / (Moments.StandardDeviation(a) * Moments.StandardDeviation(b));
        Assert.InRange(rho, -1, -0.95);
    }

    [Fact]
    public void A_parameter_that_no_target_tells_keeps_its_prior()
    {
        double[] z = [.. Fitted(m => [2 * m[0]], [3], [0.5], 2, 4).Select(m => m[1])];
        Assert.Equal(0, Moments.Mean(z), 0.08);
        Assert.Equal(1, Moments.StandardDeviation(z), 0.08);
    }

    [Fact]
    public void A_member_without_an_answer_is_left_and_teaches_nothing()
    {
        double[][] z = EnsembleSmoother.Prior(200, 1, 3), made = [.. z.Select(m => new[] { 2 * m[0] })];
        double before = z[7][0];
        made[7][0] = double.NaN;
        EnsembleSmoother.Step(z, made, [3], [1], 1, 3, 0);
        Assert.Equal(before, z[7][0]);
        Assert.All(z, m => Assert.True(double.IsFinite(m[0])));
    }

    [Fact]
    public void The_bits_are_a_function_of_the_seed() =>
        Assert.Equal((Fitted(m => [m[0]], [1], [1], 1, 2)[5][0], true), (Fitted(m => [m[0]], [1], [1], 1, 2)[5][0], Fitted(m => [m[0]], [1], [1], 1, 2, seed: 4)[5][0] != Fitted(m => [m[0]], [1], [1], 1, 2)[5][0]));
}
