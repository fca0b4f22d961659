using Enteraxis.Modelling.Antimony;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Models;
using Enteraxis.Numerics;

namespace Enteraxis.Modelling.Tests;

public sealed class SharedParameterTests
{
    private const string Text = """
        k = 0.5; m = 3; n = 2 * m; drawn = 1; moved = 0
        y = m; y' = k * m - n * y * drawn
        total := y + m
        hit: at (y > m): moved = moved + k
        """;

    [Fact]
    public void A_shared_parameter_becomes_a_number_everywhere_and_keeps_its_place()
    {
        Model model = AntimonyReader.ReadText(Text), shared = SharedParameters.Fix(model, ["k", "m"]);
        Assert.Equal(model.Parameters.Select(p => p.Name), shared.Parameters.Select(p => p.Name));
        Assert.Equal(["k", "m"], shared.Parameters.Where(p => p.IsShared).Select(p => p.Name));
        ExpressionGraph graph = shared.Graph;
        HashSet<int> left = [graph.Parameter(shared.Find("k")!.Index).Id, graph.Parameter(shared.Find("m")!.Index).Id];
        Expr[] all = [.. shared.States.SelectMany(s => new[] { s.Rate, s.Initial }), .. shared.Assigned.Select(a => a.Value), .. shared.Events.Select(e => e.Trigger),
            .. shared.Events.SelectMany(e => e.Assignments).Select(a => a.Value), .. shared.Parameters.Select(p => p.Initial)];
        Assert.DoesNotContain(all.SelectMany(e => Traversal.PostOrder(graph, e)), e => left.Contains(e.Id));
    }

    [Fact]
    public void Nothing_shared_leaves_the_model_as_it_is()
    {
        Model model = AntimonyReader.ReadText(Text);
        Assert.Same(model, SharedParameters.Fix(model, []));
    }

    [Theory]
    [InlineData("moved", "is moved by an event")]
    [InlineData("n", "has an expression for a value")]
    [InlineData("y", "is no parameter")]
    [InlineData("draw", "'drawn'")]
    public void What_cannot_be_shared_is_refused_by_name(string name, string why) =>
        Assert.Contains(why, Assert.Throws<InputException>(() => SharedParameters.Fix(AntimonyReader.ReadText(Text), [name])).Message, StringComparison.Ordinal);
}
