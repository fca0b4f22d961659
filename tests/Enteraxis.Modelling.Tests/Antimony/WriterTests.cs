using Enteraxis.Modelling.Antimony;
using Enteraxis.Modelling.Antimony.Write;
using Enteraxis.Modelling.Compilation;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Models;
using Enteraxis.Numerics;

namespace Enteraxis.Modelling.Tests.Antimony;

public sealed class WriterTests
{
    [Theory]
    [InlineData("a - (b - c)")]
    [InlineData("a / (b * c)")]
    [InlineData("a + (b + c)")]
    [InlineData("(-a)^2")]
    [InlineData("-(a^b)")]
    [InlineData("(a^b)^c")]
    [InlineData("a^(-b)")]
    [InlineData("(a || b) && c || !(a > b)")]
    [InlineData("a * (-3.5e-12) - (-2)^3")]
    [InlineData("piecewise(a, b > c, b, a < 2, c)")]
    [InlineData("piecewise(a, b > c)")]
    [InlineData("max(a, b) % c + ceil(arctan(a)) * factorial(3)")]
    [InlineData("xor(a > b, c > 2) + log10(a) - ln(b)^sqrt(c)")]
    [InlineData("1 / inf + time")]
    public void A_formula_reads_back_as_the_same_tree(string formula)
    {
        Model model = Text.Read($"a = 2; b = 3; c = 5; x := {formula}; y := x");
        string text = AntimonyWriter.Write(model);
        Model again = AntimonyReader.ReadText(text);
        Assert.Equal(text, AntimonyWriter.Write(again));
        Assert.Equal(Text.Value(model, "x", 7), Text.Value(again, "x", 7));
    }

    [Fact]
    public void Jumps_drives_events_and_units_come_back_with_their_streams()
    {
        Model model = Text.Read("""
            model Inner(k)
              unit per_day = 1 / (86400 second)
              x = 1; x' = -k * x; k has per_day; var hits = 0; var size = 0
              xi := ornstein_uhlenbeck(20, 0.5, 3)
              strikes: at hazard(k * exp(xi), 0.05): hits = hits + 1, size = lognormal(0, 0.4)
              E: at 2 after (x > 3), priority=7, persistent=false, t0=false, fromTrigger=false: x = 1
            end
            model *outer()
              k = 0.1; part: Inner(k)
            end
            """);
        Model again = AntimonyReader.ReadText(AntimonyWriter.Write(model));
        Assert.Equal("part.strikes", again.Jumps[0].Name);
        Assert.Equal((model.Jumps[0].Stream, model.Jumps[0].Strip, model.Drives[0].Stream, model.Drives[0].HoldDays), (again.Jumps[0].Stream, again.Jumps[0].Strip, again.Drives[0].Stream, again.Drives[0].HoldDays));
        ModelEvent e = Assert.Single(again.Events);
        Assert.False(e.Persistent || e.InitialTrigger || e.UseTriggerTimeValues);
        Assert.Equal(model.Units.Of["k"], again.Units.Of["k"]);
        Assert.Contains("part__strikes: at hazard", AntimonyWriter.Write(model, new AntimonyOptions { PortableNames = true }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_draw_that_stands_twice_stays_one_draw()
    {
        Model model = Text.Read("function twice(u)\n  u * u + x0 * u\nend\nvar y = 0; k = 4; E: at time > 1: y = k * twice(uniform(0, 1))".Replace("x0 * ", "3 * ", StringComparison.Ordinal));
        Model again = AntimonyReader.ReadText(AntimonyWriter.Write(model));
        Expr value = again.Events[0].Assignments[0].Value;
        Assert.Single(Traversal.PostOrder(again.Graph, value), n => ExpressionGraph.IsDraw(again.Graph.OperatorOf(n)));
        Assert.Equal(4 * (0.25 + 1.5), Interpreter.Evaluate(again.Graph, value, 0, [0], [0, 4], new Half()), 12);
    }

    [Fact]
    public void Text_cannot_say_an_algebraic_state()
    {
        Model model = Text.Read("x = 1; x' = 1");
        Model algebraic = new()
        {
            Name = "m", Graph = model.Graph, States = [model.States[0] with { IsAlgebraic = true }], Parameters = [], Assigned = [], Events = [], Jumps = [], Drives = [],
        };
        Assert.Contains("'x'", Assert.Throws<InputException>(() => AntimonyWriter.Write(algebraic)).Message, StringComparison.Ordinal);
    }

    private sealed class Half : IDrawSource
    {
        public double Draw(Operator kind, int drawIndex, ReadOnlySpan<double> arguments) => 0.5;
    }
}
