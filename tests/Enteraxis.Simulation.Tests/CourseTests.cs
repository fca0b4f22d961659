using Enteraxis.Modelling.Expressions;
using Enteraxis.Numerics;
using Enteraxis.Simulation.Solvers;

namespace Enteraxis.Simulation.Tests;

public sealed class CourseTests
{
    private static ModelBuilder Decay(out Expr y, out Expr k)
    {
        ModelBuilder b = new();
        y = b.State("y", 2);
        k = b.Parameter("k", 0.5);
        b.Rate(y, b.G.Negate(b.G.Multiply(k, y)));
        b.Assigned("twice", b.G.Multiply(b.C(2), y));
        return b;
    }

    [Theory]
    [InlineData(SolverKind.Explicit)]
    [InlineData(SolverKind.Rosenbrock)]
    [InlineData(SolverKind.Automatic)]
    public void A_decay_follows_its_exponential_at_every_output_time(SolverKind method)
    {
        double[] times = [0, 0.1, 1, 3.3, 7, 10];
        Course c = Decay(out _, out _).Simulator(new SimulationOptions { RelativeTolerance = 1e-8, AbsoluteTolerance = 1e-12, Method = method }, "y", "twice", "k")
            .Run(ModelBuilder.Run(10, times));
        Assert.Null(c.Failure);
        for (int i = 0; i < times.Length; i++)
        {
            Assert.Equal(2 * Math.Exp(-0.5 * times[i]), c.Values[i, 0], 1e-7);
            Assert.Equal(2 * c.Values[i, 0], c.Values[i, 1], 1e-14);
            Assert.Equal(0.5, c.Values[i, 2]);
        }
        Assert.Equal(c.Values[5, 0], c.FinalStates[0]);
        Assert.NotEmpty(c.Statistics.WhyThisMethod);
    }

    [Fact]
    public void The_course_does_not_depend_on_the_output_times()
    {
        Simulator s = Decay(out _, out _).Simulator("y");
        double[] dense = [.. Enumerable.Range(0, 1001).Select(i => i * 0.01)];
        Course few = s.Run(ModelBuilder.Run(10, [5, 10])), many = s.Run(ModelBuilder.Run(10, dense));
        Assert.Equal(few.Values[0, 0], many.Values[500, 0]);
        Assert.Equal(few.FinalStates, many.FinalStates);
        Assert.Equal(few.Statistics, many.Statistics);
    }

    [Fact]
    public void Scheduled_changes_happen_exactly_on_their_day_and_the_value_after_them_is_given()
    {
        Course c = Decay(out _, out _).Simulator("y").Run(ModelBuilder.Run(6, [0, 1, 2, 3, 4, 6], 1,
            new(0, "y", ChangeKind.Set, 1), new(1, "y", ChangeKind.Add, 5), new(2, "k", ChangeKind.Scale, 2), new(3, "k", ChangeKind.Set, 0), new(4, "y", ChangeKind.Scale, 0.5),
            new(6, "y", ChangeKind.Add, 1)));
        double one = Math.Exp(-0.5) + 5, two = one * Math.Exp(-0.5), three = two * Math.Exp(-1);
        double[] expected = [1, one, two, three, three / 2, three / 2 + 1];
        for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], c.Values[i, 0], 1e-6);
    }

    [Fact]
    public void A_run_continued_from_final_values_equals_one_run()
    {
        Simulator s = Decay(out _, out _).Simulator("y");
        Course first = s.Run(ModelBuilder.Run(4, []));
        Course second = s.Run(new PersonRun { Seed = 42, Person = 1, Start = 4, End = 9, OutputTimes = [9], Values = new Dictionary<string, double> { ["y"] = first.FinalStates[0] } });
        Assert.Equal(2 * Math.Exp(-4.5), second.Values[0, 0], 1e-7);
    }

    [Fact]
    public void Initial_values_follow_what_they_read_and_a_person_overrides_them()
    {
        ModelBuilder b = new();
        Expr a = b.Parameter("a", b.G.Add(b.G.Parameter(1), b.C(1)));
        b.Parameter("base", 10);
        Expr drawn = b.Parameter("drawn", b.Draw(Operator.DrawLogNormal, b.C(0), b.C(1)));
        Simulator s = b.Simulator("a", "base", "drawn");
        Course plain = s.Run(ModelBuilder.Run(1, [1])), other = s.Run(ModelBuilder.Run(1, [1], 2));
        Assert.Equal(11, plain.Values[0, 0]);
        Assert.Equal(plain.Values[0, 2], s.Run(ModelBuilder.Run(1, [1])).Values[0, 2]);
        Assert.NotEqual(plain.Values[0, 2], other.Values[0, 2]);
        Course own = s.Run(ModelBuilder.Run(1, [1]) with { Values = new Dictionary<string, double> { ["base"] = 20, ["drawn"] = 7 } });
        Assert.Equal(21, own.Values[0, 0]);
        Assert.Equal(7, own.Values[0, 2]);
    }

    [Fact]
    public void Unknown_names_are_answered_with_the_nearest_known_one()
    {
        ModelBuilder b = Decay(out _, out _);
        Assert.Contains("Did you mean 'twice'?", Assert.Throws<InputException>(() => b.Simulator("twise")).Message, StringComparison.Ordinal);
        Simulator s = b.Simulator("y");
        Assert.Throws<InputException>(() => s.Run(ModelBuilder.Run(1, [], 1, new ScheduledChange(0.5, "kk", ChangeKind.Set, 1))));
        Assert.Contains("computed", Assert.Throws<InputException>(() => s.Run(ModelBuilder.Run(1, [], 1, new ScheduledChange(0.5, "twice", ChangeKind.Set, 1)))).Message, StringComparison.Ordinal);
        Assert.Throws<InputException>(() => s.Run(ModelBuilder.Run(1, [2])));
        Assert.Throws<InputException>(() => s.Run(ModelBuilder.Run(2, [], 1, new(1, "k", ChangeKind.Set, 1), new(0.5, "k", ChangeKind.Set, 1))));
    }

    [Theory]
    [InlineData(SolverKind.Explicit)]
    [InlineData(SolverKind.Rosenbrock)]
    public void A_solution_that_explodes_is_a_stated_failure_with_the_rows_before_it_kept(SolverKind method)
    {
        ModelBuilder b = new();
        Expr y = b.State("y", 1);
        b.Rate(y, b.G.Multiply(y, y)); // 1 / (1 − t)
        Course c = b.Simulator(new SimulationOptions { Method = method }, "y").Run(ModelBuilder.Run(2, [0.5, 1.5]));
        Assert.NotNull(c.Failure);
        Assert.Contains("'y'", c.Failure, StringComparison.Ordinal);
        Assert.Equal(2, c.Values[0, 0], 1e-2);
        Assert.True(double.IsNaN(c.Values[1, 0]));
    }

    [Fact]
    public void A_rate_that_is_not_a_number_is_a_stated_failure()
    {
        ModelBuilder b = new();
        Expr y = b.State("y", -1);
        b.Rate(y, b.Op(Operator.Log, y));
        Course c = b.Simulator("y").Run(ModelBuilder.Run(2, [1]));
        Assert.Contains("rate of the state 'y' is not a finite number", c.Failure, StringComparison.Ordinal);
    }
}
