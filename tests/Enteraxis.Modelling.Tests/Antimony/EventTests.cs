using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Models;

namespace Enteraxis.Modelling.Tests.Antimony;

public sealed class EventTests
{
    [Fact]
    public void Every_option_of_an_event_is_kept()
    {
        Model m = Text.Read("x = 1; x' = 1; y = 0; E: at 2 after (x > 3), priority=7, persistent=false, t0=false, fromTrigger=false: y = x + 1, x = 0");
        ModelEvent e = Assert.Single(m.Events);
        Assert.Equal("E", e.Name);
        Assert.Equal(2, m.Graph.ConstantValue(e.Delay));
        Assert.Equal(7, m.Graph.ConstantValue(e.Priority));
        Assert.False(e.Persistent || e.InitialTrigger || e.UseTriggerTimeValues);
        Assert.Equal([QuantityKind.Parameter, QuantityKind.State], e.Assignments.Select(a => a.Kind));
        Assert.False(m.Parameters[m.Find("y")!.Index].IsConstant);
    }

    [Fact]
    public void The_reserved_hazard_makes_a_jump_with_marks()
    {
        Model m = Text.Read("n = 0; size = 0; rate = 0.1; L: at hazard(rate * 2, 0.25): n = n + 1, size = lognormal(0, 0.8), place = uniform(0, 7)");
        ModelJump j = Assert.Single(m.Jumps);
        Assert.Equal(0.25, j.Strip);
        Assert.Empty(m.Events);
        Assert.Equal(3, j.Assignments.Count);
        Assert.True(Dependencies.ContainsDraw(m.Graph, j.Assignments[1].Value));
        Assert.NotEqual(m.Graph.Slot(j.Assignments[1].Value), m.Graph.Slot(j.Assignments[2].Value));
    }

    [Fact]
    public void Another_jump_in_the_text_does_not_change_the_stream_of_the_first()
    {
        ModelJump alone = Text.Read("n = 0; L: at hazard(1): n = n + 1").Jumps[0];
        ModelJump beside = Text.Read("n = 0; A: at hazard(1): n = n + 2\nL: at hazard(1): n = n + 1").Jumps[1];
        Assert.Equal(alone.Stream, beside.Stream);
    }

    [Fact]
    public void The_reserved_drive_takes_a_slot_that_rules_may_read()
    {
        Model m = Text.Read("tau = 9; xi := ornstein_uhlenbeck(tau, 0.5, 3); y := exp(xi)");
        ModelDrive d = Assert.Single(m.Drives);
        Assert.Equal((3.0, m.Find("xi")!.Index), (d.HoldDays, d.Parameter));
        Assert.Equal(Math.Exp(0.7), Text.Value(m, "y", 0, ("xi", 0.7)), 12);
    }
}
