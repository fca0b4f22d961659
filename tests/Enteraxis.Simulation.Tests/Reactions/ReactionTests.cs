using Enteraxis.Modelling.Expressions;
using Enteraxis.Numerics;
using Enteraxis.Simulation.Ensembles;

namespace Enteraxis.Simulation.Tests.Reactions;

public sealed class ReactionTests
{
    private const int People = 4000;
    private static readonly double[] Times = [1, 5, 20, 50];

    private static ModelBuilder ImmigrationAndDeath(out Expr x)
    {
        ModelBuilder b = new();
        x = b.State("x", 0);
        b.Reaction("immigration", b.C(1), (x, 1));
        b.Reaction("death", b.G.Multiply(b.C(0.1), x), (x, -1));
        return b;
    }

    private static CourseSummary Replicates(Simulator simulator, double[] times, int threads = 1)
    {
        CourseSummary summary = new(times.Length, simulator.Model.Observables.Count, 7);
        new EnsembleRunner(simulator, threads).Run(People, i => ModelBuilder.Run(times[^1], times, (ulong)i), summary.Add);
        return summary;
    }

    // Within four standard errors, for counts that are close to normal: one in 16,000 by chance, and the seed is fixed.
    private static void HasLaw(CourseSummary s, int row, double mean, double variance)
    {
        Assert.InRange(s.Mean(row, 0), mean - 4 * Math.Sqrt(variance / People), mean + 4 * Math.Sqrt(variance / People));
        double ratio = s.StandardDeviation(row, 0) * s.StandardDeviation(row, 0) / variance;
        Assert.InRange(ratio, 1 - 5 * Math.Sqrt(2.0 / People), 1 + 5 * Math.Sqrt(2.0 / People));
    }

    [Fact]
    public void Immigration_and_death_have_the_mean_and_variance_of_Poissons_law()
    {
        CourseSummary s = Replicates(ImmigrationAndDeath(out _).Simulator("x"), Times);
        for (int i = 0; i < Times.Length; i++) HasLaw(s, i, 10 * (1 - Math.Exp(-0.1 * Times[i])), 10 * (1 - Math.Exp(-0.1 * Times[i])));
    }

    [Fact]
    public void Birth_and_death_have_the_mean_and_variance_of_the_linear_process()
    {
        ModelBuilder b = new();
        Expr x = b.State("x", 100);
        b.Reaction("birth", b.G.Multiply(b.C(0.1), x), (x, 1));
        b.Reaction("death", b.G.Multiply(b.C(0.11), x), (x, -1));
        CourseSummary s = Replicates(b.Simulator("x"), Times);
        for (int i = 0; i < Times.Length; i++)
        {
            double growth = Math.Exp(-0.01 * Times[i]);
            HasLaw(s, i, 100 * growth, 100 * 0.21 / -0.01 * growth * (growth - 1));
        }
    }

    [Fact]
    public void Propensities_that_move_between_firings_have_the_law_of_the_integrated_rate()
    {
        // Firings of propensity 0.2 t are Poisson with mean 0.1 t².
        ModelBuilder b = new();
        Expr n = b.State("n", 0), clock = b.State("clock", 0);
        b.Rate(clock, b.C(1));
        b.Reaction("count", b.G.Multiply(b.C(0.2), clock), (n, 1));
        double[] times = [2, 10];
        CourseSummary s = Replicates(b.Simulator(new SimulationOptions { RelativeTolerance = 1e-6 }, "n"), times);
        foreach (int i in (int[])[0, 1]) HasLaw(s, i, 0.1 * times[i] * times[i], 0.1 * times[i] * times[i]);
    }

    [Fact]
    public void Triggers_of_time_and_of_counts_fire_between_firings_and_at_them()
    {
        ModelBuilder b = ImmigrationAndDeath(out Expr x);
        Expr reached = b.Parameter("reached", 0);
        b.Event("reset", b.Op(Operator.GreaterOrEqual, b.Time, b.C(25)), [(x, b.C(50))]);
        b.Event("reach", b.Op(Operator.GreaterOrEqual, x, b.C(7)), [(reached, b.Time)]);
        Simulator simulator = b.Simulator("x", "reached");
        for (ulong person = 0; person < 50; person++)
        {
            Course c = simulator.Run(ModelBuilder.Run(25, [24.999999, 25], person));
            Assert.Equal(50, c.Values[1, 0]);
            Assert.True(c.Values[0, 1] is > 0 and < 25 || c.Values[1, 1] == 25);
        }
        CourseSummary later = Replicates(simulator, [25, 30]);
        HasLaw(later, 1, 50 * Math.Exp(-0.5) + 10 * (1 - Math.Exp(-0.5)), 50 * Math.Exp(-0.5) * (1 - Math.Exp(-0.5)) + 10 * (1 - Math.Exp(-0.5)));
    }

    [Fact]
    public void A_course_depends_on_its_person_alone_and_not_on_outputs_or_threads()
    {
        Simulator simulator = ImmigrationAndDeath(out _).Simulator("x");
        double[] many = [.. Enumerable.Range(0, 501).Select(i => i * 0.1)];
        for (ulong person = 0; person < 20; person++)
            Assert.Equal(simulator.Run(ModelBuilder.Run(50, [50], person)).Values[0, 0], simulator.Run(ModelBuilder.Run(50, many, person)).Values[500, 0]);
        Assert.Equal(Replicates(simulator, Times).Mean(3, 0), Replicates(simulator, Times, 2).Mean(3, 0));
    }

    [Fact]
    public void Twins_share_the_clocks_of_every_reaction()
    {
        // A higher death rate leaves every arrival at its instant.
        ModelBuilder b = new();
        Expr x = b.State("x", 0), arrived = b.State("arrived", 0), rate = b.Parameter("rate", 0.1);
        b.Reaction("immigration", b.C(1), (x, 1), (arrived, 1));
        b.Reaction("death", b.G.Multiply(rate, x), (x, -1));
        Simulator simulator = b.Simulator("arrived");
        PersonRun run = ModelBuilder.Run(50, [.. Enumerable.Range(0, 200).Select(i => i * 0.25)]);
        Assert.Equal(simulator.Run(run).Values, simulator.Run(run with { Values = new Dictionary<string, double> { ["rate"] = 0.5 } }).Values);
    }

    [Fact]
    public void A_negative_propensity_is_a_stated_failure()
    {
        ModelBuilder b = new();
        Expr x = b.State("x", 3);
        b.Reaction("odd", b.G.Subtract(x, b.C(2)), (x, -1));
        Course c = b.Simulator("x").Run(ModelBuilder.Run(1e6, [1]));
        Assert.Null(c.Failure);
        Assert.Equal(2, c.FinalStates[0]);
        ModelBuilder d = new();
        Expr y = d.State("y", 1);
        d.Reaction("odd", d.G.Subtract(y, d.C(2)), (y, -1));
        Assert.Contains("'odd' is negative", d.Simulator("y").Run(ModelBuilder.Run(1, [1])).Failure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_without_randomness_is_refused()
    {
        InputException e = Assert.Throws<InputException>(() => ImmigrationAndDeath(out _).Simulator("x").Run(ModelBuilder.Run(1, [1]) with { Randomness = false }));
        Assert.Contains("fire at random", e.Message, StringComparison.Ordinal);
    }
}
