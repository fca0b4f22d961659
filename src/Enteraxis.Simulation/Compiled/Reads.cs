using Enteraxis.Modelling.Expressions;

namespace Enteraxis.Simulation.Compiled;

/// <summary>What a list of expressions reads, as ascending indices.</summary>
internal sealed record Reads(int[] States, int[] Parameters, bool Time)
{
    internal static Reads Of(ExpressionGraph graph, Expr[] expressions)
    {
        Dependencies d = Dependencies.Of(graph, expressions);
        return new([.. d.States.Order()], [.. d.Parameters.Order()], d.Time);
    }
}
