using Enteraxis.Modelling.Expressions;

namespace Enteraxis.Simulation.Tests;

public sealed class EventOrderTests
{
    private static Expr At(ModelBuilder b, double day) => b.Op(Operator.GreaterOrEqual, b.Time, b.C(day));

    // Appends a digit, so that the result tells the order.
    private static (Expr, Expr)[] Append(ModelBuilder b, Expr word, int digit) => [(word, b.G.Add(b.G.Multiply(b.C(10), word), b.C(digit)))];

    private static double Word(ModelBuilder b, ulong person = 1) => b.Simulator("word").Run(ModelBuilder.Run(5, [5], person)).Values[0, 0];

    [Fact]
    public void Events_of_equal_priority_run_in_an_order_drawn_by_person()
    {
        ModelBuilder b = new();
        Expr word = b.Parameter("word", 0);
        for (int i = 1; i <= 3; i++) b.Event($"e{i}", At(b, 1), Append(b, word, i), priority: b.C(7), triggerTimeValues: false);
        Simulator simulator = b.Simulator("word");
        Dictionary<double, int> seen = [];
        for (ulong person = 0; person < 1200; person++)
        {
            double order = simulator.Run(ModelBuilder.Run(2, [2], person)).Values[0, 0];
            Assert.Equal(order, simulator.Run(ModelBuilder.Run(2, [2], person)).Values[0, 0]);
            seen[order] = seen.GetValueOrDefault(order) + 1;
        }
        Assert.Equal([123, 132, 213, 231, 312, 321], seen.Keys.Order());
        // Binomial with mean 200 and standard deviation 12.9.
        Assert.All(seen.Values, n => Assert.InRange(n, 145, 255));
    }

    [Fact]
    public void Of_two_events_that_undo_each_others_trigger_one_runs_by_chance()
    {
        ModelBuilder b = new();
        Expr clock = b.State("clock", 0), p = b.Parameter("p", 0), q = b.Parameter("q", 0);
        b.Rate(clock, b.C(1));
        Expr due = b.Op(Operator.GreaterOrEqual, clock, b.C(0.01));
        foreach (Expr side in (Expr[])[p, q])
            b.Event($"of{b.G.Slot(side)}", due, [(clock, b.C(0)), (side, b.G.Add(side, b.C(1)))], priority: b.C(1), persistent: false);
        Course c = b.Simulator("p", "q").Run(ModelBuilder.Run(10.005, [10.005]));
        Assert.Equal(1000, c.Values[0, 0] + c.Values[0, 1]);
        Assert.InRange(c.Values[0, 0], 430, 570); // 500 ± 4.4 standard deviations
    }

    [Fact]
    public void Priorities_are_read_anew_after_each_event()
    {
        ModelBuilder b = new();
        Expr word = b.Parameter("word", 0), raised = b.Parameter("raised", 1);
        b.Event("third", At(b, 1), Append(b, word, 3), priority: b.C(5), triggerTimeValues: false);
        b.Event("second", At(b, 1), Append(b, word, 2), priority: raised, triggerTimeValues: false);
        b.Event("first", At(b, 1), [.. Append(b, word, 1), (raised, b.C(9))], priority: b.C(8), triggerTimeValues: false);
        Assert.Equal(123, Word(b));
    }

    [Fact]
    public void An_event_set_off_by_another_runs_before_those_of_lower_priority_that_wait()
    {
        ModelBuilder b = new();
        Expr word = b.Parameter("word", 0);
        b.Event("last", At(b, 1), Append(b, word, 3), priority: b.C(1), triggerTimeValues: false);
        b.Event("first", At(b, 1), Append(b, word, 1), priority: b.C(9), triggerTimeValues: false);
        b.Event("between", b.Op(Operator.Equal, word, b.C(1)), Append(b, word, 2), priority: b.C(5), triggerTimeValues: false);
        Assert.Equal(123, Word(b));
    }

    [Fact]
    public void Delayed_events_that_end_together_run_by_priority()
    {
        // 0.1 + 0.2 and 0.3 are different numbers and one instant.
        ModelBuilder b = new();
        Expr word = b.Parameter("word", 0);
        b.Event("second", At(b, 0.1), Append(b, word, 2), delay: b.C(0.2), priority: b.C(1), triggerTimeValues: false);
        b.Event("first", At(b, 0.2), Append(b, word, 1), delay: b.C(0.1), priority: b.C(2), triggerTimeValues: false);
        Assert.Equal(12, Word(b));
        Course c = b.Simulator("word").Run(ModelBuilder.Run(1, [0.3]));
        Assert.Equal(12, c.Values[0, 0]);
    }

    [Fact]
    public void An_event_that_is_not_persistent_is_cancelled_by_one_that_runs_before_it()
    {
        foreach (bool persistent in new[] { true, false })
        {
            ModelBuilder b = new();
            Expr word = b.Parameter("word", 0), gate = b.Parameter("gate", 0);
            Expr open = b.Op(Operator.And, At(b, 1), b.Op(Operator.Equal, gate, b.C(0)));
            b.Event("first", At(b, 1), [.. Append(b, word, 1), (gate, b.C(1))], priority: b.C(2));
            b.Event("second", open, Append(b, word, 2), priority: b.C(1), persistent: persistent, triggerTimeValues: false);
            Assert.Equal(persistent ? 12 : 1, Word(b));
        }
    }

    [Fact]
    public void Values_of_the_trigger_time_are_those_before_any_event_of_that_instant()
    {
        ModelBuilder b = new();
        Expr x = b.Parameter("x", 1), early = b.Parameter("early", 0), late = b.Parameter("late", 0);
        b.Event("change", At(b, 1), [(x, b.C(10))], priority: b.C(9));
        b.Event("keeps", At(b, 1), [(early, x)], priority: b.C(1), triggerTimeValues: true);
        b.Event("takes", At(b, 1), [(late, x)], priority: b.C(1), triggerTimeValues: false);
        Course c = b.Simulator("early", "late").Run(ModelBuilder.Run(2, [2]));
        Assert.Equal([1, 10], [c.Values[0, 0], c.Values[0, 1]]);
    }

    [Fact]
    public void An_event_may_wait_several_times_at_once()
    {
        // Triggered at 1, 2 and 3 by a clock that is set back, each after 2.5: at 3.5, 4.5 and 5.5.
        ModelBuilder b = new();
        Expr clock = b.State("clock", 0), count = b.Parameter("count", 0);
        b.Rate(clock, b.C(1));
        Expr due = b.Op(Operator.GreaterOrEqual, clock, b.C(1));
        b.Event("back", due, [(clock, b.C(0))]);
        b.Event("late", due, [(count, b.G.Add(count, b.C(1)))], delay: b.C(2.5), triggerTimeValues: false);
        Course c = b.Simulator("count").Run(ModelBuilder.Run(5.6, [3.49, 3.51, 4.51, 5.51]));
        Assert.Equal([0, 1, 2, 3], [c.Values[0, 0], c.Values[1, 0], c.Values[2, 0], c.Values[3, 0]]);
    }

    [Fact]
    public void A_row_at_the_instant_of_an_event_shows_the_value_after_it()
    {
        // The state reaches 1 on day 1 but for rounding, and is located a little later.
        ModelBuilder b = new();
        Expr clock = b.State("clock", 0), x = b.Parameter("x", 0);
        b.Rate(clock, b.C(1));
        b.Event("on", b.Op(Operator.GreaterOrEqual, clock, b.C(1)), [(x, b.C(1))]);
        Course c = b.Simulator("x").Run(ModelBuilder.Run(2, [0.999, 1, 1.001]));
        Assert.Equal([0, 1, 1], [c.Values[0, 0], c.Values[1, 0], c.Values[2, 0]]);
    }

    [Fact]
    public void Events_of_the_start_set_off_others_and_are_in_the_first_row()
    {
        ModelBuilder b = new();
        Expr word = b.Parameter("word", 0);
        b.Event("start", At(b, 0), Append(b, word, 1), initialTrigger: false);
        b.Event("next", b.Op(Operator.Equal, word, b.C(1)), Append(b, word, 2), initialTrigger: true);
        b.Event("never", At(b, 0), Append(b, word, 9), initialTrigger: true);
        Assert.Equal(12, b.Simulator("word").Run(ModelBuilder.Run(1, [0])).Values[0, 0]);
    }
}
