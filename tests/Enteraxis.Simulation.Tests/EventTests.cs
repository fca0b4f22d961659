using Enteraxis.Modelling.Expressions;

namespace Enteraxis.Simulation.Tests;

public sealed class EventTests
{
    private static ModelBuilder Clock(out Expr y, out Expr x)
    {
        ModelBuilder b = new();
        y = b.State("y", 0);
        b.Rate(y, b.C(1));
        x = b.Parameter("x", 0);
        return b;
    }

    private static Expr Above(ModelBuilder b, Expr a, double level) => b.Op(Operator.GreaterOrEqual, a, b.C(level));

    [Fact]
    public void A_bouncing_ball_bounces_at_the_analytic_times()
    {
        ModelBuilder b = new();
        Expr h = b.State("h", 10), v = b.State("v", 0), last = b.Parameter("last", 0), bounces = b.Parameter("bounces", 0);
        b.Rate(h, v);
        b.Rate(v, b.C(-9.81));
        b.Event("bounce", b.Op(Operator.And, b.Op(Operator.LessOrEqual, h, b.C(0)), b.Op(Operator.Less, v, b.C(0))),
            [(v, b.G.Multiply(b.C(-0.8), v)), (h, b.C(0)), (last, b.Time), (bounces, b.G.Add(bounces, b.C(1)))]);
        Course c = b.Simulator("last", "bounces").Run(ModelBuilder.Run(4, [2, 3.8, 4]));
        double fall = Math.Sqrt(2 * 10 / 9.81);
        Assert.Equal(fall, c.Values[0, 0], 1e-8);
        Assert.Equal(fall * (1 + 2 * 0.8), c.Values[1, 0], 1e-8);
        Assert.Equal(1, c.Values[0, 1]);
        Assert.Equal(2, c.Values[1, 1]);
    }

    [Fact]
    public void The_time_of_a_crossing_is_found_to_a_billionth_of_a_day()
    {
        ModelBuilder b = new();
        Expr s = b.State("s", 0), c = b.State("c", 1), at = b.Parameter("at", -1);
        b.Rate(s, c);
        b.Rate(c, b.G.Negate(s));
        b.Event("high", b.Op(Operator.Greater, s, b.C(0.5)), [(at, b.Time)]);
        Simulator sim = b.Simulator(new SimulationOptions { RelativeTolerance = 1e-11, AbsoluteTolerance = 1e-12 }, "at");
        Assert.Equal(Math.PI / 6, sim.Run(ModelBuilder.Run(2, [2])).Values[0, 0], 1.5e-9);
        Assert.Equal(2 * Math.PI + Math.PI / 6, sim.Run(ModelBuilder.Run(9, [9])).Values[0, 0], 2e-9);
    }

    [Fact]
    public void A_trigger_of_time_fires_on_the_exact_day()
    {
        ModelBuilder b = Clock(out _, out Expr x);
        b.Event("on", Above(b, b.Time, 1.7), [(x, b.Time)]);
        Course c = b.Simulator("x").Run(ModelBuilder.Run(3, [1.6999999, 1.7, 2]));
        Assert.Equal([0, 1.7, 1.7], [c.Values[0, 0], c.Values[1, 0], c.Values[2, 0]]);
    }

    [Fact]
    public void A_trigger_that_is_true_at_one_instant_of_time_fires_at_it()
    {
        foreach (double day in new[] { 0.1, 1.0 / 3, 1.7, 2 })
        {
            ModelBuilder b = Clock(out _, out Expr x);
            b.Event("at", b.Op(Operator.Equal, b.Time, b.C(day)), [(x, b.Time)]);
            Course c = b.Simulator("x").Run(ModelBuilder.Run(3, [day, 3]));
            Assert.Equal([day, day], [c.Values[0, 0], c.Values[1, 0]]);
        }
    }

    [Fact]
    public void A_delay_keeps_the_values_of_the_trigger_time_or_takes_those_of_the_execution()
    {
        ModelBuilder b = Clock(out Expr y, out Expr x);
        Expr z = b.Parameter("z", 0);
        b.Event("kept", Above(b, y, 1), [(x, y)], delay: b.C(0.5));
        b.Event("late", Above(b, y, 1), [(z, y)], delay: b.C(0.5), triggerTimeValues: false);
        Course c = b.Simulator("x", "z").Run(ModelBuilder.Run(3, [1.49, 1.51]));
        Assert.Equal(0, c.Values[0, 0]);
        Assert.Equal(1, c.Values[1, 0], 1e-8);
        Assert.Equal(1.5, c.Values[1, 1], 1e-8);
    }

    [Fact]
    public void An_event_that_is_not_persistent_is_cancelled_when_its_trigger_falls_during_the_delay()
    {
        foreach (bool persistent in new[] { true, false })
        {
            ModelBuilder b = Clock(out Expr y, out Expr x);
            Expr pulse = b.Op(Operator.And, Above(b, y, 1), b.Op(Operator.Less, y, b.C(1.3)));
            b.Event("pulse", pulse, [(x, b.C(1))], delay: b.C(0.5), persistent: persistent);
            Assert.Equal(persistent ? 1 : 0, b.Simulator(new SimulationOptions { MaximumStepDays = 0.2 }, "x").Run(ModelBuilder.Run(3, [3])).Values[0, 0]);
        }
    }

    [Fact]
    public void Simultaneous_events_run_by_priority_and_later_ones_see_what_earlier_ones_did()
    {
        ModelBuilder b = Clock(out _, out Expr x);
        b.Event("second", Above(b, b.Time, 1), [(x, b.G.Multiply(x, b.C(3)))], priority: b.C(1), triggerTimeValues: false);
        b.Event("first", Above(b, b.Time, 1), [(x, b.G.Add(x, b.C(2)))], priority: b.C(5), triggerTimeValues: false);
        Assert.Equal(6, b.Simulator("x").Run(ModelBuilder.Run(2, [2])).Values[0, 0]);
    }

    [Fact]
    public void An_assignment_can_set_off_another_event_at_once()
    {
        ModelBuilder b = Clock(out _, out Expr x);
        Expr z = b.Parameter("z", 0);
        b.Event("a", Above(b, b.Time, 1), [(x, b.C(1))]);
        b.Event("b", Above(b, x, 1), [(z, b.Time)]);
        Assert.Equal(1, b.Simulator("z").Run(ModelBuilder.Run(2, [2])).Values[0, 0]);
    }

    [Fact]
    public void A_trigger_true_at_the_start_fires_only_where_it_counts_as_false_before()
    {
        foreach (bool before in new[] { true, false })
        {
            ModelBuilder b = Clock(out _, out Expr x);
            b.Event("start", Above(b, b.Time, 0), [(x, b.C(1))], initialTrigger: before);
            Assert.Equal(before ? 0 : 1, b.Simulator("x").Run(ModelBuilder.Run(1, [0])).Values[0, 0]);
        }
    }

    [Fact]
    public void A_trigger_of_parameters_reacts_to_the_schedule()
    {
        ModelBuilder b = Clock(out _, out Expr x);
        Expr gate = b.Parameter("gate", 0);
        b.Event("open", Above(b, gate, 1), [(x, b.Time)]);
        Course c = b.Simulator("x").Run(ModelBuilder.Run(3, [1, 2], 1, new ScheduledChange(1.25, "gate", ChangeKind.Set, 2)));
        Assert.Equal([0, 1.25], [c.Values[0, 0], c.Values[1, 0]]);
    }

    [Fact]
    public void Simultaneous_assignments_swap()
    {
        ModelBuilder b = Clock(out _, out Expr x);
        Expr z = b.Parameter("z", 5);
        b.Event("swap", Above(b, b.Time, 1), [(x, z), (z, x)]);
        Course c = b.Simulator("x", "z").Run(ModelBuilder.Run(2, [2]));
        Assert.Equal([5, 0], [c.Values[0, 0], c.Values[0, 1]]);
    }

    [Fact]
    public void Events_that_never_come_to_rest_are_a_stated_failure()
    {
        ModelBuilder b = Clock(out _, out Expr x);
        b.Event("up", b.Op(Operator.LessOrEqual, x, b.C(0)), [(x, b.C(1))], initialTrigger: false);
        b.Event("down", b.Op(Operator.Greater, x, b.C(0)), [(x, b.C(0))], initialTrigger: false);
        Assert.Contains("events keep triggering", b.Simulator("x").Run(ModelBuilder.Run(2, [2])).Failure, StringComparison.Ordinal);
    }
}
