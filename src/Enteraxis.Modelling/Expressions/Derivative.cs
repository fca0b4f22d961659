namespace Enteraxis.Modelling.Expressions;

/// <summary>Symbolic partial derivatives; piecewise ones take the branch's derivative, steps have derivative zero.</summary>
public static class Derivative
{
    /// <summary>∂e/∂variable, where variable is a state, a parameter or time. Throws where e holds a draw.</summary>
    public static Expr Of(ExpressionGraph graph, Expr e, Expr variable) => new Differentiation(graph, variable).Of(e);
}

/// <summary>Derivatives by one variable, with memory of the nodes already done.</summary>
public sealed class Differentiation(ExpressionGraph graph, Expr variable)
{
    private readonly Dictionary<int, Expr> _done = [];

    public Expr Of(Expr e)
    {
        // Post-order over an explicit stack: model text may nest deeper than the call stack allows.
        Stack<Expr> open = new();
        open.Push(e);
        while (open.Count > 0)
        {
            Expr top = open.Peek();
            if (_done.ContainsKey(top.Id)) { open.Pop(); continue; }
            bool ready = true;
            for (int i = 0; i < graph.ArgumentCount(top); i++)
                if (!_done.ContainsKey(graph.Argument(top, i).Id)) { open.Push(graph.Argument(top, i)); ready = false; }
            if (!ready) continue;
            open.Pop();
            _done[top.Id] = One(top);
        }
        return _done[e.Id];
    }

    private Expr One(Expr e)
    {
        if (e == variable) return graph.One;
        Operator op = graph.OperatorOf(e);
        if (ExpressionGraph.IsDraw(op)) throw new ArgumentException("An expression that holds a draw has no derivative.", nameof(e));
        int n = graph.ArgumentCount(e);
        if (n == 0) return graph.Zero;
        Expr a = graph.Argument(e, 0), b = n > 1 ? graph.Argument(e, 1) : Expr.None;
        Expr da = _done[a.Id], db = n > 1 ? _done[b.Id] : graph.Zero;
        if (da == graph.Zero && db == graph.Zero && op != Operator.If) return graph.Zero;
        ExpressionGraph g = graph;
        return op switch
        {
            Operator.Add => g.Add(da, db),
            Operator.Subtract => g.Subtract(da, db),
            Operator.Multiply => g.Add(g.Multiply(da, b), g.Multiply(a, db)),
            Operator.Divide => g.Divide(g.Subtract(da, g.Multiply(e, db)), b),
            Operator.Negate => g.Negate(da),
            Operator.Power => PowerRule(e, a, b, da, db),
            Operator.Exp => g.Multiply(e, da),
            Operator.Log => g.Divide(da, a),
            Operator.Log10 => g.Divide(da, g.Multiply(g.Constant(Math.Log(10)), a)),
            Operator.Sqrt => g.Divide(da, g.Multiply(g.Constant(2), e)),
            Operator.Sin => g.Multiply(g.Make(Operator.Cos, a), da),
            Operator.Cos => g.Negate(g.Multiply(g.Make(Operator.Sin, a), da)),
            Operator.Tan => g.Multiply(g.Add(g.One, g.Multiply(e, e)), da),
            Operator.Asin => g.Divide(da, g.Make(Operator.Sqrt, g.Subtract(g.One, g.Multiply(a, a)))),
            Operator.Acos => g.Negate(g.Divide(da, g.Make(Operator.Sqrt, g.Subtract(g.One, g.Multiply(a, a))))),
            Operator.Atan => g.Divide(da, g.Add(g.One, g.Multiply(a, a))),
            Operator.Sinh => g.Multiply(g.Make(Operator.Cosh, a), da),
            Operator.Cosh => g.Multiply(g.Make(Operator.Sinh, a), da),
            Operator.Tanh => g.Multiply(g.Subtract(g.One, g.Multiply(e, e)), da),
            Operator.Abs => g.If(g.Make(Operator.Less, a, g.Zero), g.Negate(da), da),
            Operator.Min => g.If(g.Make(Operator.LessOrEqual, a, b), da, db),
            Operator.Max => g.If(g.Make(Operator.GreaterOrEqual, a, b), da, db),
            Operator.Remainder => g.Subtract(da, g.Multiply(db, g.Make(Operator.Floor, g.Divide(a, b)))),
            Operator.If => g.If(a, db, _done[g.Argument(e, 2).Id]),
            _ => g.Zero,
        };
    }

    /// <summary>d(a^b): c·a^(c−1) for a constant exponent; the logarithmic term is kept out where a is not positive.</summary>
    private Expr PowerRule(Expr e, Expr a, Expr b, Expr da, Expr db)
    {
        ExpressionGraph g = graph;
        Expr byBase = da == g.Zero ? g.Zero : g.Multiply(g.Multiply(b, g.Power(a, g.Subtract(b, g.One))), da);
        if (db == g.Zero) return byBase;
        Expr byExponent = g.If(g.Make(Operator.Greater, a, g.Zero), g.Multiply(g.Multiply(e, g.Make(Operator.Log, a)), db), g.Zero);
        return g.Add(byBase, byExponent);
    }
}
