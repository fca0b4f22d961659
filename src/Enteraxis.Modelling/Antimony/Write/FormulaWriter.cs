using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Models;
using Enteraxis.Numerics;

namespace Enteraxis.Modelling.Antimony.Write;

/// <summary>Writes an expression as an Antimony formula that reads back as the same tree: brackets stand wherever the order of computing would change.</summary>
/// <param name="nameOf">Name of a node that has one; null where it is to be written out.</param>
internal sealed class FormulaWriter(ExpressionGraph graph, Func<Expr, string?> nameOf)
{
    // How tightly an operator binds: 1 or, 2 and, 3 comparison, 4 sum, 5 product, 6 sign, 7 power, 8 whole.
    private const int Or = 1, And = 2, Comparison = 3, Sum = 4, Product = 5, Sign = 6, Power = 7, Whole = 8;

    private readonly StringBuilder _text = new();

    public string Write(Expr e)
    {
        _text.Clear();
        Body(e);
        return _text.ToString();
    }

    public static string Number(double value)
    {
        if (double.IsNaN(value)) return "nan";
        if (double.IsInfinity(value)) return value > 0 ? "inf" : "-inf";
        return value.ToString("R", CultureInfo.InvariantCulture);
    }

    private void Argument(Expr e, int i, int least) => Part(graph.Argument(e, i), least);

    private void Part(Expr e, int least)
    {
        if (nameOf(e) is { } name) { _text.Append(name); return; }
        if (Binding(e) >= least) { Body(e); return; }
        _text.Append('(');
        Body(e);
        _text.Append(')');
    }

    private int Binding(Expr e) => graph.OperatorOf(e) switch
    {
        Operator.Constant => graph.ConstantValue(e) is var v && (v < 0 || v == 0 && double.IsNegative(v)) ? Sign : Whole,
        Operator.Or => Or,
        Operator.And => And,
        >= Operator.Less and <= Operator.NotEqual => Comparison,
        Operator.Add or Operator.Subtract or Operator.Remainder => Sum,
        Operator.Multiply or Operator.Divide => Product,
        Operator.Negate or Operator.Not => Sign,
        Operator.Power => Power,
        _ => Whole,
    };

    private void Body(Expr e)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) throw new InputException("A formula of the model is nested too deeply to be written as text; split it with assigned quantities.");
        switch (graph.OperatorOf(e))
        {
            case Operator.Constant: _text.Append(Number(graph.ConstantValue(e))); break;
            case Operator.Time: _text.Append("time"); break;
            case Operator.State or Operator.Parameter: _text.Append(nameOf(e) ?? throw new ArgumentException("A state or a parameter has no name.", nameof(e))); break;
            case Operator.Add: Infix(e, " + ", Sum, Product); break;
            case Operator.Subtract: Infix(e, " - ", Sum, Product); break;
            case Operator.Multiply: Infix(e, " * ", Product, Power); break;
            case Operator.Divide: Infix(e, " / ", Product, Power); break;
            case Operator.Power: Infix(e, "^", Whole, Whole); break;
            case Operator.Less: Infix(e, " < ", Sum, Sum); break;
            case Operator.LessOrEqual: Infix(e, " <= ", Sum, Sum); break;
            case Operator.Greater: Infix(e, " > ", Sum, Sum); break;
            case Operator.GreaterOrEqual: Infix(e, " >= ", Sum, Sum); break;
            case Operator.Equal: Infix(e, " == ", Sum, Sum); break;
            case Operator.NotEqual: Infix(e, " != ", Sum, Sum); break;
            // Other readers give "and" and "or" one rank: brackets say what is meant.
            case Operator.And: Infix(e, " && ", Comparison, Comparison); break;
            case Operator.Or: Infix(e, " || ", Comparison, Comparison); break;
            case Operator.Negate: _text.Append('-'); Argument(e, 0, Power); break;
            case Operator.Not: _text.Append('!'); Argument(e, 0, Whole); break;
            case Operator.If: Piecewise(e); break;
            case Operator.Remainder: FloorRemainder(e); break;
            default: Call(e); break;
        }
    }

    private void Infix(Expr e, string symbol, int left, int right)
    {
        (Expr first, Expr second) = WritingOrder.Of(graph, nameOf, e);
        Part(first, left);
        _text.Append(symbol);
        Part(second, right);
    }

    /// <summary>piecewise(value, condition, …, otherwise); without an otherwise it is not a number.</summary>
    private void Piecewise(Expr e)
    {
        _text.Append("piecewise(");
        Expr rest = e;
        do
        {
            if (rest != e) _text.Append(", ");
            Argument(rest, 1, 0);
            _text.Append(", ");
            Argument(rest, 0, 0);
            rest = graph.Argument(rest, 2);
        }
        while (graph.OperatorOf(rest) == Operator.If && nameOf(rest) is null);
        if (!(graph.IsConstant(rest) && double.IsNaN(graph.ConstantValue(rest))))
        {
            _text.Append(", ");
            Part(rest, 0);
        }
        _text.Append(')');
    }

    // a − b·⌊a/b⌋: what is left takes the sign of b, while the language's own % takes that of a.
    private void FloorRemainder(Expr e)
    {
        Argument(e, 0, Product);
        _text.Append(" - ");
        Argument(e, 1, Power);
        _text.Append(" * floor(");
        Argument(e, 0, Product);
        _text.Append(" / ");
        Argument(e, 1, Power);
        _text.Append(')');
    }

    private void Call(Expr e)
    {
        _text.Append(FunctionName(graph.OperatorOf(e))).Append('(');
        for (int i = 0; i < graph.ArgumentCount(e); i++)
        {
            if (i > 0) _text.Append(", ");
            Argument(e, i, 0);
        }
        _text.Append(')');
    }

    private static string FunctionName(Operator op) => op switch
    {
        Operator.Log => "ln",
        Operator.Ceiling => "ceil",
        Operator.Asin => "arcsin",
        Operator.Acos => "arccos",
        Operator.Atan => "arctan",
        >= Operator.DrawUniform => DrawNames.Of(op),
        _ => op.ToString().ToLowerInvariant(),
    };
}
