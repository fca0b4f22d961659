using System.Xml.Linq;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Sbml.Documents;

namespace Enteraxis.Modelling.Sbml.MathMl;

/// <summary>What the names in a formula mean.</summary>
/// <param name="Functions">Function definitions by identifier.</param>
/// <param name="Quantity">The expression behind an identifier of the model; the element is where it stands.</param>
/// <param name="RateOf">Time derivative of an expression.</param>
internal sealed record MathScope(IReadOnlyDictionary<string, FunctionDefinition> Functions, Func<string, XElement, Expr> Quantity, Func<Expr, XElement, Expr> RateOf)
{
    /// <summary>Gives each random draw its index; null where draws are not allowed.</summary>
    public Func<int>? NextDraw { get; set; }
}
