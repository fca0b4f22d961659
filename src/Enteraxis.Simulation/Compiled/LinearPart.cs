using Enteraxis.Modelling.Compilation;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Numerics.LinearAlgebra;

namespace Enteraxis.Simulation.Compiled;

/// <summary>Everything that a linearisation evaluates, as one list (so that shared subexpressions are computed once): rates, ∂f/∂t where it is not 0, ∂f/∂y.</summary>
internal sealed record LinearPart(SparsePattern Pattern, int[] TimeDependent, Expr[] Outputs)
{
    internal static LinearPart Of(ExpressionGraph graph, Expr[] rates)
    {
        SparseJacobian jacobian = SparseJacobian.Of(graph, rates, rates.Length);
        int[] timed = [.. Enumerable.Range(0, rates.Length).Where(i => jacobian.TimeDerivatives[i] != graph.Zero)];
        return new(new SparsePattern(rates.Length, jacobian.RowStart, jacobian.Columns), timed,
            [.. rates, .. timed.Select(i => jacobian.TimeDerivatives[i]), .. jacobian.Entries]);
    }
}
