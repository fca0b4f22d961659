using Enteraxis.Modelling.Expressions;
using Enteraxis.Simulation.Compiled;

namespace Enteraxis.Simulation.Reactions;

/// <summary>Whether triggers can change only where something looks anyway.</summary>
internal static class TriggerCoverage
{
    /// <summary>True where no trigger reads a state, and time only in comparisons at whose days steps end: then firings between need not be looked at.</summary>
    internal static bool IsComplete(ExpressionGraph graph, Expr[] triggers)
    {
        Dependencies read = Dependencies.Of(graph, triggers);
        if (read.States.Count > 0) return false;
        if (!read.Time) return true;
        HashSet<Expr> comparisons = [];
        Stack<Expr> open = new(triggers);
        while (open.TryPop(out Expr e))
        {
            if (!Dependencies.Of(graph, e).Time) continue;
            switch (graph.OperatorOf(e))
            {
                case Operator.And or Operator.Or or Operator.Not or Operator.Xor:
                    foreach (Expr a in graph.Arguments(e)) open.Push(a);
                    break;
                case >= Operator.Less and <= Operator.NotEqual:
                    comparisons.Add(e);
                    break;
                default:
                    return false;
            }
        }
        return TimeBreaks.Outputs(graph, [.. comparisons]).Length == 2 * comparisons.Count;
    }
}
