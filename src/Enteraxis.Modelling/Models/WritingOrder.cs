using Enteraxis.Modelling.Expressions;

namespace Enteraxis.Modelling.Models;

/// <summary>In which order the two sides of a sum or a product are written. A graph keeps them by handle; text reads best, and nests least, with the longer chain first.</summary>
/// <remarks>a + b and b + a are the same bits, so nothing is lost; (a + b) + c and a + (b + c) are not, and are kept.</remarks>
internal static class WritingOrder
{
    public static (Expr First, Expr Second) Of(ExpressionGraph graph, Func<Expr, string?> nameOf, Expr e)
    {
        Expr a = graph.Argument(e, 0), b = graph.Argument(e, 1);
        Operator op = graph.OperatorOf(e);
        bool Continues(Expr side) => nameOf(side) is null && (op, graph.OperatorOf(side)) is (Operator.Add, Operator.Add or Operator.Subtract) or (Operator.Multiply, Operator.Multiply or Operator.Divide);
        return op is Operator.Add or Operator.Multiply && Continues(b) && !Continues(a) ? (b, a) : (a, b);
    }
}
