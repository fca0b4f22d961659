using Enteraxis.Numerics.Distributions;
using Enteraxis.Numerics.Random;
using Enteraxis.Studies.Sensitivity.Emulation;

namespace Enteraxis.Studies.Tests.Sensitivity;

public sealed class EmulatorTests
{
    private static double[][] Design(int inputs, int points, ulong seed = 1)
    {
        SobolPoints sobol = new(inputs, seed);
        return [.. Enumerable.Range(0, points).Select(i => sobol.Point((uint)i).Select(NormalLaw.Quantile).ToArray())];
    }

    private static GaussianProcess Fit(Func<double[], double> function, double[][] x, double noise = 0)
    {
        KeyedStream chance = new(5, 0, 0xF0000001);
        return GaussianProcess.Fit(x, [.. x.Select((p, i) => function(p) + noise * chance.Normal((ulong)i))])!;
    }

    [Fact]
    public void A_straight_line_is_met_to_rounding_even_beyond_its_points()
    {
        GaussianProcess g = Fit(z => 4 + 2 * z[0] - 3 * z[2], Design(3, 20));
        Assert.Equal(4 + 2 * 3 - 3 * -3, g.Mean([3, 0, -3]), 0.02);
        Assert.Equal(2, g.Slope([0.5, 0.5, 0.5])[0], 0.01);
        Assert.True(g.LeaveOneOut.R2 > 0.9999);
    }

    [Fact]
    public void Scatter_is_found_and_not_followed()
    {
        GaussianProcess g = Fit(z => z[0] + 0.5 * z[1] * z[1], Design(2, 100), noise: 0.3);
        Assert.InRange(g.Scatter, 0.22, 0.4);
        Assert.InRange(g.LeaveOneOut.Rmse, 0.22, 0.45);
        Assert.Equal(1 + 0.5, g.Mean([1, 1]), 0.3);
    }

    [Fact]
    public void Values_that_were_held_out_are_as_far_as_leave_one_out_says()
    {
        double[][] x = Design(3, 120);
        Func<double[], double> f = z => Math.Sin(z[0]) + z[1] * z[2];
        EmulatorError held = EmulatorError.HeldOut(x, [.. x.Select(f)]), one = Fit(f, x).LeaveOneOut;
        Assert.True(held.R2 > 0.9 && one.R2 > 0.9, $"{held} {one}");
    }

    [Fact]
    public void Slopes_are_those_of_the_mean()
    {
        GaussianProcess g = Fit(z => Math.Exp(0.4 * z[0]) * (1 + 0.3 * z[1]), Design(2, 50));
        double[] at = [0.3, -0.8];
        for (int i = 0; i < 2; i++)
        {
            double[] low = [.. at], high = [.. at];
            (low[i], high[i]) = (at[i] - 1e-4, at[i] + 1e-4);
            Assert.Equal((g.Mean(high) - g.Mean(low)) / 2e-4, g.Slope(at)[i], 1e-5);
        }
    }

    [Fact]
    public void What_does_not_move_has_no_emulator() => Assert.Null(GaussianProcess.Fit(Design(2, 10), [.. Enumerable.Repeat(3.0, 10)]));
}
