using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Models;

namespace Enteraxis.Modelling.Antimony.Write;

/// <summary>Formulas of a model in its names.</summary>
internal sealed class NamedFormula(ExpressionGraph graph, NamedNodes nodes)
{
    private readonly FormulaWriter _writer = new(graph, nodes.Of);

    public string? Of(Expr e) => nodes.Of(e);

    /// <summary>The formula; a node that has a name is that name.</summary>
    public string Write(Expr e) => nodes.Of(e) ?? _writer.Write(e);

    /// <summary>What the name itself stands for, written out.</summary>
    public string Definition(Expr e) => _writer.Write(e);
}
