using System.Globalization;
using System.Runtime.CompilerServices;
using System.Xml;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Models;
using Enteraxis.Modelling.Sbml.Documents;
using Enteraxis.Numerics;

namespace Enteraxis.Modelling.Sbml.Write;

/// <summary>Writes expressions as content MathML that reads back as the same tree. Truth values and numbers stay apart, as most readers want it.</summary>
/// <param name="nameOf">Identifier of a node that has one; null where it is to be written out.</param>
internal sealed class MathWriter(XmlWriter xml, ExpressionGraph graph, Func<Expr, string?> nameOf, DrawForm draws)
{
    private const string Symbols = "http://www.sbml.org/sbml/symbols/";

    private static readonly IReadOnlyDictionary<Operator, string> Names = new Dictionary<Operator, string>
    {
        [Operator.Add] = "plus", [Operator.Subtract] = "minus", [Operator.Multiply] = "times", [Operator.Divide] = "divide", [Operator.Negate] = "minus", [Operator.Power] = "power",
        [Operator.Exp] = "exp", [Operator.Log] = "ln", [Operator.Log10] = "log", [Operator.Sqrt] = "root", [Operator.Sin] = "sin", [Operator.Cos] = "cos", [Operator.Tan] = "tan",
        [Operator.Asin] = "arcsin", [Operator.Acos] = "arccos", [Operator.Atan] = "arctan", [Operator.Sinh] = "sinh", [Operator.Cosh] = "cosh", [Operator.Tanh] = "tanh",
        [Operator.Abs] = "abs", [Operator.Floor] = "floor", [Operator.Ceiling] = "ceiling", [Operator.Factorial] = "factorial", [Operator.Min] = "min", [Operator.Max] = "max",
        [Operator.Less] = "lt", [Operator.LessOrEqual] = "leq", [Operator.Greater] = "gt", [Operator.GreaterOrEqual] = "geq", [Operator.Equal] = "eq", [Operator.NotEqual] = "neq",
        [Operator.And] = "and", [Operator.Or] = "or", [Operator.Not] = "not", [Operator.Xor] = "xor",
    };

    /// <summary>A &lt;math&gt; element: the expression by its name where it has one, or (of a definition) always written out.</summary>
    public void Write(Expr e, bool asTruth = false, bool writtenOut = false)
    {
        xml.WriteStartElement("math", SbmlNames.MathMl);
        if (writtenOut) Body(e, asTruth);
        else Part(e, asTruth);
        xml.WriteEndElement();
    }

    /// <summary>The formula without its &lt;math&gt;.</summary>
    public void Content(Expr e) => Part(e, asTruth: false);

    private void Part(Expr e, bool asTruth)
    {
        if (nameOf(e) is not { } name) { Body(e, asTruth); return; }
        if (asTruth) Apply("neq", () => { Text("ci", name); Text("cn", "0"); });
        else Text("ci", name);
    }

    private bool IsTruth(Expr e) => graph.OperatorOf(e) is >= Operator.Less and <= Operator.Xor;

    private void Body(Expr e, bool asTruth)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) throw new InputException("A formula of the model is nested too deeply to be written; split it with assigned quantities.");
        if (graph.IsConstant(e)) { Constant(graph.ConstantValue(e), asTruth); return; }
        if (IsTruth(e) == asTruth) { Node(e); return; }
        if (asTruth) Apply("neq", () => { Node(e); Text("cn", "0"); });
        else
        {
            // A truth value as a number: 1 where it holds, else 0.
            xml.WriteStartElement("piecewise");
            xml.WriteStartElement("piece");
            Text("cn", "1");
            Node(e);
            xml.WriteEndElement();
            xml.WriteStartElement("otherwise");
            Text("cn", "0");
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
    }

    private void Node(Expr e)
    {
        Operator op = graph.OperatorOf(e);
        switch (op)
        {
            case Operator.Time: Symbol("time", "time"); break;
            case Operator.State or Operator.Parameter: throw new ArgumentException("A state or a parameter has no name.", nameof(e));
            case Operator.If: Piecewise(e); break;
            case Operator.Delay: Apply(() => Symbol("delay", "delay"), () => Arguments(e, asTruth: false)); break;
            case Operator.Remainder: FloorRemainder(e); break;
            case Operator.Add or Operator.Multiply: Apply(Names[op], () => Chain(e, op)); break;
            case >= Operator.DrawUniform: Draw(e, op); break;
            default: Apply(Names[op], () => Arguments(e, op is Operator.And or Operator.Or or Operator.Not or Operator.Xor)); break;
        }
    }

    /// <summary>(a + b) + c as one sum of three, which reads back from the left: long sums do not nest.</summary>
    private void Chain(Expr e, Operator op)
    {
        Stack<Expr> rest = new();
        while (graph.OperatorOf(e) == op && (rest.Count == 0 || nameOf(e) is null))
        {
            (Expr first, Expr second) = WritingOrder.Of(graph, nameOf, e);
            rest.Push(second);
            e = first;
        }
        Part(e, asTruth: false);
        foreach (Expr next in rest) Part(next, asTruth: false);
    }

    private void Arguments(Expr e, bool asTruth)
    {
        for (int i = 0; i < graph.ArgumentCount(e); i++) Part(graph.Argument(e, i), asTruth);
    }

    private void Piecewise(Expr e)
    {
        xml.WriteStartElement("piecewise");
        Expr rest = e;
        do
        {
            xml.WriteStartElement("piece");
            Part(graph.Argument(rest, 1), asTruth: false);
            Part(graph.Argument(rest, 0), asTruth: true);
            xml.WriteEndElement();
            rest = graph.Argument(rest, 2);
        }
        while (graph.OperatorOf(rest) == Operator.If && nameOf(rest) is null);
        if (!(graph.IsConstant(rest) && double.IsNaN(graph.ConstantValue(rest))))
        {
            xml.WriteStartElement("otherwise");
            Part(rest, asTruth: false);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    // a − b·⌊a/b⌋: MathML's rem takes the sign of a, this one that of b.
    private void FloorRemainder(Expr e)
    {
        Expr a = graph.Argument(e, 0), b = graph.Argument(e, 1);
        Apply("minus", () =>
        {
            Part(a, asTruth: false);
            Apply("times", () =>
            {
                Part(b, asTruth: false);
                Apply("floor", () => Apply("divide", () => { Part(a, asTruth: false); Part(b, asTruth: false); }));
            });
        });
    }

    private void Draw(Expr e, Operator op)
    {
        string law = DrawFunctions.NameOf(op);
        // The package has no beta law.
        bool asSymbol = draws == DrawForm.Distrib;
        if (asSymbol && op == Operator.DrawBeta) throw new InputException("The package distrib of SBML has no beta law; export with --draws functions, or draw another law.");
        Apply(() => { if (asSymbol) Symbol("distrib/" + law, law); else Text("ci", law); }, () => Arguments(e, asTruth: false));
    }

    private void Constant(double value, bool asTruth)
    {
        if (asTruth) xml.WriteElementString(value != 0 ? "true" : "false", SbmlNames.MathMl, "");
        else if (double.IsNaN(value)) Empty("notanumber");
        else if (double.IsPositiveInfinity(value)) Empty("infinity");
        else if (double.IsNegativeInfinity(value)) Apply("minus", () => Empty("infinity"));
        else Number(value);
    }

    private void Number(double value)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        int exponent = text.IndexOf('E', StringComparison.Ordinal);
        xml.WriteStartElement("cn");
        if (exponent >= 0)
        {
            xml.WriteAttributeString("type", "e-notation");
            xml.WriteString(text[..exponent]);
            Empty("sep");
            xml.WriteString(text[(exponent + 1)..].TrimStart('+'));
        }
        else xml.WriteString(text);
        xml.WriteEndElement();
    }

    private void Apply(string head, Action arguments) => Apply(() => Empty(head), arguments);

    private void Apply(Action head, Action arguments)
    {
        xml.WriteStartElement("apply");
        head();
        arguments();
        xml.WriteEndElement();
    }

    private void Empty(string name)
    {
        xml.WriteStartElement(name);
        xml.WriteEndElement();
    }

    private void Text(string name, string text) => xml.WriteElementString(name, SbmlNames.MathMl, text);

    private void Symbol(string symbol, string name)
    {
        xml.WriteStartElement("csymbol");
        xml.WriteAttributeString("encoding", "text");
        xml.WriteAttributeString("definitionURL", Symbols + symbol);
        xml.WriteString(name);
        xml.WriteEndElement();
    }
}
