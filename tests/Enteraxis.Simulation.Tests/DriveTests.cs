using Enteraxis.Modelling.Expressions;
using Enteraxis.Numerics.Random;
using Enteraxis.Numerics.Summaries;
using Enteraxis.Simulation.Drives;

namespace Enteraxis.Simulation.Tests;

public sealed class DriveTests
{
    private static OrnsteinUhlenbeckPath Path(ulong person, double tau, double hold, double from, double to) =>
        OrnsteinUhlenbeckPath.Build(new KeyedStream(3, person, 9), tau, 0.5, hold, from, to);

    [Theory]
    [InlineData(9, 1)]
    [InlineData(9, 3)]
    [InlineData(0.5, 2)]
    public void Variance_and_correlation_are_those_of_the_stationary_process_at_any_hold(double tau, double hold)
    {
        const int n = 8000;
        double[] a = new double[n], b = new double[n];
        for (int i = 0; i < n; i++)
        {
            OrnsteinUhlenbeckPath path = Path((ulong)i, tau, hold, 100, 130);
            (a[i], b[i]) = (path.At(100 + hold), path.At(100 + hold + 6)); // 6 days apart: a multiple of each hold
        }
        Assert.InRange(Moments.Mean(a), -0.5 * 4 / Math.Sqrt(n), 0.5 * 4 / Math.Sqrt(n));
        Assert.InRange(Moments.Variance(a) / 0.25, 0.93, 1.07);
        double correlation = a.Zip(b, (x, y) => x * y).Average() / 0.25;
        Assert.InRange(correlation - Math.Exp(-6 / tau), -0.05, 0.05);
    }

    [Fact]
    public void The_path_does_not_depend_on_where_the_run_starts()
    {
        OrnsteinUhlenbeckPath early = Path(1, 9, 1, 0, 3000), late = Path(1, 9, 1, 2000, 3000);
        for (double t = 2000; t <= 3000; t += 0.5) Assert.Equal(early.At(t), late.At(t), 1e-13);
    }

    [Fact]
    public void Edges_belong_to_the_hold_that_they_begin()
    {
        foreach (double hold in new[] { 0.1, 0.7, 1, 3 })
            for (long k = -50; k < 2000; k++)
            {
                Assert.Equal(k, OrnsteinUhlenbeckPath.IndexAt(k * hold, hold));
                Assert.True(OrnsteinUhlenbeckPath.NextEdge(k * hold, hold) > k * hold);
            }
    }

    private static ModelBuilder Driven(bool byRate)
    {
        ModelBuilder b = new();
        Expr y = b.State("y", 1), xi = b.Drive("xi", 9, 0.5, 1);
        b.Rate(y, byRate ? b.G.Subtract(xi, y) : b.G.Negate(b.G.Multiply(b.C(0.01), y)));
        b.Assigned("seen", b.Op(Operator.Exp, xi));
        b.Jump("J", b.G.Multiply(b.C(0.2), b.Op(Operator.Exp, xi)), 0.5);
        return b;
    }

    [Fact]
    public void A_drive_that_no_rate_reads_costs_no_steps_and_is_seen_by_observables_and_hazards()
    {
        double[] days = [.. Enumerable.Range(0, 401).Select(i => (double)i)];
        Course c = Driven(false).Simulator(new SimulationOptions(), "xi", "seen", "y").Run(ModelBuilder.Run(400, days) with { Seed = 4 });
        Course still = Driven(false).Simulator(new SimulationOptions(), "xi").Run(ModelBuilder.Run(400, days) with { Randomness = false });
        Assert.InRange(still.Statistics.Accepted, 1, 60);
        Assert.Equal(0, still.Values[17, 0]);
        Assert.Equal(401, Enumerable.Range(0, 401).Select(i => c.Values[i, 0]).Distinct().Count());
        Assert.InRange(Enumerable.Range(0, 401).Max(i => Math.Abs(Math.Log(c.Values[i, 1]) - c.Values[i, 0])), 0, 1e-14);
        Assert.InRange(c.Statistics.Accepted, 1, 5 * (c.Jumps.Count + 25));
        Assert.Equal(Math.Exp(-4), c.Values[400, 2], 1e-3);
    }

    [Fact]
    public void The_mean_count_under_a_driven_hazard_is_the_mean_hazard()
    {
        Simulator s = Driven(false).Simulator(new SimulationOptions(), "xi");
        double[] counts = [.. Enumerable.Range(0, 400).Select(i => (double)s.Run(ModelBuilder.Run(100, [], (ulong)i)).Jumps.Count)];
        double mean = 20 * Math.Exp(0.125), se = Moments.StandardDeviation(counts) / 20;
        Assert.InRange(Moments.Mean(counts), mean - 4 * se, mean + 4 * se);
    }

    [Fact]
    public void A_drive_that_a_rate_reads_is_integrated_hold_by_hold()
    {
        Course c = Driven(true).Simulator(new SimulationOptions { RelativeTolerance = 1e-9, AbsoluteTolerance = 1e-11 }, "xi", "y")
            .Run(ModelBuilder.Run(30, [.. Enumerable.Range(0, 31).Select(i => (double)i)]));
        double y = 1;
        for (int k = 0; k < 30; k++)
        {
            y = c.Values[k, 0] + (y - c.Values[k, 0]) * Math.Exp(-1);
            Assert.Equal(y, c.Values[k + 1, 1], 1e-7);
        }
    }

    [Fact]
    public void Tolerances_do_not_change_what_the_drive_does()
    {
        double[] days = [3, 50.5, 99];
        Course a = Driven(true).Simulator(new SimulationOptions { RelativeTolerance = 1e-3 }, "xi").Run(ModelBuilder.Run(100, days));
        Course b = Driven(true).Simulator(new SimulationOptions { RelativeTolerance = 1e-8 }, "xi").Run(ModelBuilder.Run(100, days));
        for (int i = 0; i < 3; i++) Assert.Equal(a.Values[i, 0], b.Values[i, 0]);
    }
}
