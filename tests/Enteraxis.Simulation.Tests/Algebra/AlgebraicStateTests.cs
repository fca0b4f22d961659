using Enteraxis.Modelling.Expressions;
using Enteraxis.Numerics;
using Enteraxis.Simulation.Ensembles;

namespace Enteraxis.Simulation.Tests.Algebra;

public sealed class AlgebraicStateTests
{
    private static readonly SimulationOptions Tight = new() { RelativeTolerance = 1e-10, AbsoluteTolerance = 1e-14 };

    [Fact]
    public void Robertsons_reactions_with_mass_kept_by_an_equation_agree_with_the_published_figures()
    {
        ModelBuilder b = new();
        Expr x = b.State("x", 1), y = b.State("y", 0), z = b.State("z", 0);
        ExpressionGraph g = b.G;
        Expr slow = g.Multiply(b.C(0.04), x), back = g.Multiply(b.C(1e4), g.Multiply(y, z)), fast = g.Multiply(b.C(3e7), g.Multiply(y, y));
        b.Rate(x, g.Subtract(back, slow));
        b.Rate(y, g.Subtract(g.Subtract(slow, back), fast));
        b.Residual(z, g.Subtract(g.Add(g.Add(x, y), z), b.C(1)));
        Course c = b.Simulator(Tight, "x", "y", "z").Run(ModelBuilder.Run(1e11, [40, 1e11]) );
        Assert.Null(c.Failure);
        double[] expected = [0.7158270687194, 0.9185534764558e-5, 0.2841637457458];
        for (int i = 0; i < 3; i++) Assert.Equal(1, c.Values[0, i] / expected[i], 1e-7);
        Assert.Equal(1, c.Values[1, 0] / 0.2083340149701255e-7, 1e-5);
        Assert.Equal(1, c.Values[1, 1] / 0.8333360770334713e-13, 1e-5);
        Assert.Equal("Rodas5P", c.Statistics.Method);
    }

    [Theory]
    [InlineData(1e-5)]
    [InlineData(1e-8)]
    [InlineData(1e-11)]
    public void A_nonlinear_equation_is_followed_within_the_tolerances(double tolerance)
    {
        // x' = z, 0 = x² + z² − 1: x = sin t, z = cos t while z is positive.
        ModelBuilder b = new();
        Expr x = b.State("x", 0), z = b.State("z", 0.4);
        b.Rate(x, z);
        b.Residual(z, b.G.Subtract(b.G.Add(b.G.Multiply(x, x), b.G.Multiply(z, z)), b.C(1)));
        Course c = b.Simulator(new SimulationOptions { RelativeTolerance = tolerance, AbsoluteTolerance = tolerance }, "x", "z").Run(ModelBuilder.Run(1.2, [0, 0.7, 1.2]));
        Assert.Null(c.Failure);
        Assert.Equal(1, c.Values[0, 1], 1e-12);
        for (int i = 1; i < 3; i++)
        {
            double t = i == 1 ? 0.7 : 1.2;
            Assert.Equal(Math.Sin(t), c.Values[i, 0], 20 * tolerance + 1e-13);
            Assert.Equal(Math.Cos(t), c.Values[i, 1], 60 * tolerance + 1e-13);
        }
    }

    [Fact]
    public void Equations_need_not_stand_at_the_unknown_that_they_determine()
    {
        ModelBuilder b = new();
        Expr x = b.State("x", 1), u = b.State("u", 0), v = b.State("v", 0);
        b.Rate(x, b.G.Negate(u));
        b.Residual(u, b.G.Subtract(v, b.C(3)));
        b.Residual(v, b.G.Subtract(b.G.Subtract(u, x), b.G.Multiply(b.C(0), v)));
        Course c = b.Simulator("x", "u", "v").Run(ModelBuilder.Run(1, [1]));
        Assert.Equal(Math.Exp(-1), c.Values[0, 0], 1e-7);
        Assert.Equal(Math.Exp(-1), c.Values[0, 1], 1e-7);
        Assert.Equal(3, c.Values[0, 2], 1e-9);
    }

    [Fact]
    public void Equations_hold_at_once_after_an_event_and_a_scheduled_change()
    {
        ModelBuilder b = new();
        Expr x = b.State("x", 1), z = b.State("z", 0), seen = b.Parameter("seen", 0), k = b.Parameter("k", 2);
        b.Rate(x, b.C(0));
        b.Residual(z, b.G.Subtract(z, b.G.Multiply(k, x)));
        b.Event("raise", b.Op(Operator.GreaterOrEqual, b.Time, b.C(1)), [(x, b.C(5))]);
        b.Event("see", b.Op(Operator.GreaterOrEqual, z, b.C(9)), [(seen, b.Time)]);
        Course c = b.Simulator("z", "seen").Run(ModelBuilder.Run(3, [0, 1, 2], 1, new ScheduledChange(2, "k", ChangeKind.Set, 3)));
        Assert.Equal([2, 10, 15], [c.Values[0, 0], c.Values[1, 0], c.Values[2, 0]]);
        Assert.Equal(1, c.Values[1, 1]);
    }

    [Fact]
    public void An_initial_value_may_read_what_an_equation_determines()
    {
        ModelBuilder b = new();
        Expr z = b.State("z", 1), x = b.State("x", b.G.Multiply(b.C(2), z));
        b.Residual(z, b.G.Subtract(b.G.Multiply(z, z), b.C(9)));
        Assert.Equal(6, b.Simulator("x").Run(ModelBuilder.Run(1, [1])).Values[0, 0], 1e-10);
        Assert.Equal(2, b.G.Slot(x) + 1);
    }

    [Fact]
    public void The_pendulum_is_refused_by_the_name_of_its_force()
    {
        ModelBuilder b = new();
        ExpressionGraph g = b.G;
        Expr x = b.State("x", 1), y = b.State("y", 0), u = b.State("u", 0), v = b.State("v", 0), force = b.State("force", 0);
        b.Rate(x, u);
        b.Rate(y, v);
        b.Rate(u, g.Negate(g.Multiply(force, x)));
        b.Rate(v, g.Subtract(g.Negate(g.Multiply(force, y)), b.C(9.81)));
        b.Residual(force, g.Subtract(g.Add(g.Multiply(x, x), g.Multiply(y, y)), b.C(1)));
        InputException e = Assert.Throws<InputException>(() => b.Simulator("x"));
        Assert.Contains("do not determine 'force'", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Equations_that_follow_from_each_other_are_a_stated_failure()
    {
        ModelBuilder b = new();
        Expr p = b.State("p", 0), q = b.State("q", 0), sum = b.G.Add(p, q);
        b.Residual(p, b.G.Subtract(sum, b.C(1)));
        b.Residual(q, b.G.Subtract(b.G.Multiply(b.C(2), sum), b.C(2)));
        Course c = b.Simulator("p").Run(ModelBuilder.Run(1, [1]));
        Assert.Equal(FailureCause.Algebra, c.Cause);
        Assert.Contains("do not determine 'q'", c.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public void An_equation_without_a_root_is_a_stated_failure()
    {
        ModelBuilder b = new();
        Expr z = b.State("z", 1);
        b.Residual(z, b.G.Add(b.G.Multiply(z, z), b.C(1)));
        Course c = b.Simulator("z").Run(ModelBuilder.Run(1, [1]));
        Assert.Equal(FailureCause.Algebra, c.Cause);
    }

    [Fact]
    public void A_cohort_asked_for_in_lanes_is_run_one_by_one_and_says_why()
    {
        ModelBuilder b = new();
        Expr x = b.State("x", 1), z = b.State("z", 0);
        b.Rate(x, b.G.Negate(z));
        b.Residual(z, b.G.Subtract(z, x));
        Simulator lanes = b.Simulator(new SimulationOptions { Executor = Executor.Lanes, RelativeTolerance = 1e-8 }, "x");
        List<double> ends = [];
        EnsembleSummary s = new EnsembleRunner(lanes, 1).Run(3, i => ModelBuilder.Run(1, [1], (ulong)i), (_, c) => ends.Add(c.Values[0, 0]));
        Assert.Contains("one by one and not in lanes, because the model has algebraic equations", s.Work.How, StringComparison.Ordinal);
        Assert.All(ends, e => Assert.Equal(Math.Exp(-1), e, 1e-7));
    }
}
