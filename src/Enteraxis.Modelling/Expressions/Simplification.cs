namespace Enteraxis.Modelling.Expressions;

/// <summary>Exact rewriting on building: constant folding and identities that hold for every finite value.</summary>
internal static class Simplification
{
    /// <summary>The simpler form, or <see cref="Expr.None"/> where op(a, b, c) stays as it is.</summary>
    public static Expr Apply(ExpressionGraph g, Operator op, Expr a, Expr b, Expr c)
    {
        // The past of a constant is the constant; what was no time ago is now.
        if (op == Operator.Delay) return g.IsConstant(a) || g.IsConstant(b, 0) ? a : Expr.None;
        bool constant = g.IsConstant(a) && (b.IsNone || g.IsConstant(b)) && (c.IsNone || g.IsConstant(c));
        if (constant)
            return g.Constant(OperatorFacts.Apply(op, g.ConstantValue(a), b.IsNone ? 0 : g.ConstantValue(b), c.IsNone ? 0 : g.ConstantValue(c)));
        return op switch
        {
            Operator.Add => Sum(g, a, b),
            Operator.Subtract => Difference(g, a, b),
            Operator.Multiply => Product(g, a, b),
            Operator.Divide => g.IsConstant(a, 0) ? g.Zero : g.IsConstant(b, 1) ? a : Expr.None,
            Operator.Negate => g.OperatorOf(a) == Operator.Negate ? g.Argument(a, 0) : Expr.None,
            Operator.Power => Power(g, a, b),
            Operator.Min or Operator.Max => a == b ? a : Expr.None,
            Operator.And => Logic(g, a, b, 0),
            Operator.Or => Logic(g, a, b, 1),
            Operator.If => g.IsConstant(a) ? (g.ConstantValue(a) != 0 ? b : c) : b == c ? b : Expr.None,
            _ => Expr.None,
        };
    }

    private static Expr Sum(ExpressionGraph g, Expr a, Expr b)
    {
        if (g.IsConstant(a, 0)) return b;
        if (g.IsConstant(b, 0)) return a;
        if (g.OperatorOf(b) == Operator.Negate) return g.Subtract(a, g.Argument(b, 0));
        if (g.OperatorOf(a) == Operator.Negate) return g.Subtract(b, g.Argument(a, 0));
        return Expr.None;
    }

    private static Expr Difference(ExpressionGraph g, Expr a, Expr b)
    {
        if (g.IsConstant(b, 0)) return a;
        if (g.IsConstant(a, 0)) return g.Negate(b);
        if (a == b) return g.Zero;
        return g.OperatorOf(b) == Operator.Negate ? g.Add(a, g.Argument(b, 0)) : Expr.None;
    }

    private static Expr Product(ExpressionGraph g, Expr a, Expr b)
    {
        if (g.IsConstant(a, 0) || g.IsConstant(b, 0)) return g.Zero;
        if (g.IsConstant(a, 1)) return b;
        if (g.IsConstant(b, 1)) return a;
        if (g.IsConstant(a, -1)) return g.Negate(b);
        return g.IsConstant(b, -1) ? g.Negate(a) : Expr.None;
    }

    private static Expr Power(ExpressionGraph g, Expr a, Expr b)
    {
        if (g.IsConstant(b, 0)) return g.One;
        if (g.IsConstant(b, 1)) return a;
        return g.IsConstant(a, 1) ? g.One : Expr.None;
    }

    /// <summary>And with 0, or with 1: the absorbing value decides.</summary>
    private static Expr Logic(ExpressionGraph g, Expr a, Expr b, double absorbing)
    {
        bool Absorbs(Expr e) => g.IsConstant(e) && (g.ConstantValue(e) != 0 ? 1 : 0) == absorbing;
        return Absorbs(a) || Absorbs(b) ? g.Constant(absorbing) : Expr.None;
    }
}
