using Enteraxis.Modelling.Compilation;
using Enteraxis.Modelling.Expressions;

namespace Enteraxis.Simulation.Compiled;

/// <summary>The days on which comparisons of time change sides (time &gt; 50, time − last &lt; 7): steps end there, so that no window of time is stepped over.</summary>
/// <remarks>
/// Error control does not see what lies between its stages: where nothing else moves, a step of weeks would pass a week's course of a rate, a hazard or a trigger.
/// That time equals something is true at one instant only, which is then looked at. Taken are comparisons of no state whose difference is linear in time, whatever their parameters are now; periodic ones (sin(time) &gt; 0) are not.
/// </remarks>
internal sealed unsafe class TimeBreaks
{
    private readonly ModelFunction? _function;

    private TimeBreaks(int count, ModelFunction? function) => (Count, _function) = (count, function);

    internal int Count { get; }

    /// <summary>Builds nodes of the graph: whoever calls holds its lock.</summary>
    internal static Expr[] Outputs(ExpressionGraph graph, params ReadOnlySpan<Expr> expressions)
    {
        List<Expr> outputs = [];
        foreach (Expr e in Traversal.PostOrder(graph, expressions))
        {
            if (graph.OperatorOf(e) is not (>= Operator.Less and <= Operator.NotEqual)) continue;
            Dependencies read = Dependencies.Of(graph, e);
            if (!read.Time || read.States.Count > 0 || read.Draws) continue;
            Expr difference = graph.Subtract(graph.Argument(e, 0), graph.Argument(e, 1)), slope = Derivative.Of(graph, difference, graph.Time);
            if (slope != graph.Zero && !Dependencies.Of(graph, slope).Time && !Jumps(graph, difference)) outputs.AddRange([difference, slope]);
        }
        return [.. outputs];
    }

    internal static TimeBreaks Compile(ExpressionGraph graph, Expr[] outputs) => new(outputs.Length / 2, outputs.Length == 0 ? null : ExpressionCompiler.Compile(graph, outputs));

    /// <summary>How closely such a day is known.</summary>
    internal static double Margin(double day) => double.IsFinite(day) ? 1e-12 * Math.Max(1, Math.Abs(day)) : 0;

    /// <summary>The first of these days after a time.</summary>
    internal double Next(double time, double* states, double* parameters)
    {
        double next = double.PositiveInfinity;
        if (_function is null) return next;
        double* values = stackalloc double[2 * Count];
        _function(time, states, parameters, values);
        // A day that rounding alone puts ahead has been met.
        double least = time + Margin(time);
        for (int i = 0; i < Count; i++)
        {
            double day = time - values[2 * i] / values[2 * i + 1];
            if (day > least && day < next) next = day;
        }
        return next;
    }

    // Steps have derivative zero and would pass for constants.
    private static bool Jumps(ExpressionGraph graph, Expr difference)
    {
        foreach (Expr e in Traversal.PostOrder(graph, difference))
            if (graph.OperatorOf(e) is Operator.Floor or Operator.Ceiling or Operator.Remainder or Operator.If or Operator.Min or Operator.Max or Operator.Abs) return true;
        return false;
    }
}
