using System.Xml.Linq;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Sbml.Documents;

namespace Enteraxis.Modelling.Sbml.MathMl;

/// <summary>The laws of the package distrib, with and without bounds (the last two arguments).</summary>
/// <remarks>
/// A draw within bounds is the quantile of a probability drawn evenly between those of the bounds: one random number, whatever is cut off.
/// Reference: L. P. Smith and others, SBML level 3 package: distributions version 1, J. Integr. Bioinform. 2020, doi 10.1515/jib-2020-0018.
/// </remarks>
internal sealed class DrawLaws(ExpressionGraph graph, Func<int> next, XElement head)
{
    public Expr Draw(string law, Expr[] a) => (law, a.Length) switch
    {
        ("uniform", 2) => Make(Operator.DrawUniform, a),
        ("normal", 2) => Make(Operator.DrawNormal, a),
        ("normal", 4) => Within(Operator.BelowNormal, Operator.QuantileNormal, a[0], a[1], a[2], a[3]),
        ("lognormal", 2) => Make(Operator.DrawLogNormal, a),
        ("lognormal", 4) => graph.Make(Operator.Exp, Within(Operator.BelowNormal, Operator.QuantileNormal, a[0], a[1], Log(a[2]), Log(a[3]))),
        ("exponential", 1) => Make(Operator.DrawExponential, a),
        ("exponential", 3) => graph.Divide(Exponential(Between(a, x => Risen(graph.Multiply(a[0], x)))), a[0]),
        ("gamma", 2) => Make(Operator.DrawGamma, a),
        ("gamma", 4) => Within(Operator.BelowGamma, Operator.QuantileGamma, a[0], a[1], a[2], a[3]),
        ("chisquare", 1) => Make(Operator.DrawGamma, Half(a[0]), graph.Constant(2)),
        ("chisquare", 3) => Within(Operator.BelowGamma, Operator.QuantileGamma, Half(a[0]), graph.Constant(2), a[1], a[2]),
        ("beta", 2) => Make(Operator.DrawBeta, a),
        ("bernoulli", 1) => Make(Operator.DrawBernoulli, a),
        ("poisson", 1) => Make(Operator.DrawPoisson, a),
        ("poisson", 3) => Within(Operator.BelowPoisson, Operator.QuantilePoisson, a[0], graph.Zero, JustBelow(a[1]), a[2]),
        ("binomial", 2) => Make(Operator.DrawBinomial, a),
        ("binomial", 4) => Within(Operator.BelowBinomial, Operator.QuantileBinomial, a[0], a[1], JustBelow(a[2]), a[3]),
        ("cauchy", 1) => Cauchy(graph.Zero, a[0], Even()),
        ("cauchy", 2) => Cauchy(a[0], a[1], Even()),
        ("cauchy", 4) => Cauchy(a[0], a[1], Between(a, x => CauchyBelow(graph.Divide(graph.Subtract(x, a[0]), a[1])))),
        ("laplace", 1) => Laplace(graph.Zero, a[0], Even()),
        ("laplace", 2) => Laplace(a[0], a[1], Even()),
        ("laplace", 4) => Laplace(a[0], a[1], Between(a, x => LaplaceBelow(graph.Divide(graph.Subtract(x, a[0]), a[1])))),
        ("rayleigh", 1) => Rayleigh(a[0], Even()),
        ("rayleigh", 3) => Rayleigh(a[0], Between(a, x => Risen(Half(graph.Power(graph.Divide(graph.Make(Operator.Max, x, graph.Zero), a[0]), graph.Constant(2)))))),
        _ => throw head.Fault($"a draw from the law '{law}' with {a.Length} argument{(a.Length == 1 ? "" : "s")} is not one that the package distrib knows."),
    };

    private Expr Make(Operator kind, params Expr[] a) => graph.Draw(kind, next(), a);

    private Expr Within(Operator below, Operator quantile, Expr first, Expr second, Expr low, Expr high) =>
        graph.Draw(quantile, 0, first, second, Make(Operator.DrawUniform, graph.Draw(below, 0, first, second, low), graph.Draw(below, 0, first, second, high)));

    private Expr Even() => Make(Operator.DrawUniform, graph.Zero, graph.One);

    /// <summary>A probability between those below the bounds, which are the last two arguments.</summary>
    private Expr Between(Expr[] a, Func<Expr, Expr> below) => Make(Operator.DrawUniform, below(a[^2]), below(a[^1]));

    // Of whole numbers a lower bound is one of those that may come.
    private Expr JustBelow(Expr bound) => graph.Subtract(graph.Make(Operator.Ceiling, bound), graph.One);

    private Expr Half(Expr x) => graph.Divide(x, graph.Constant(2));

    private Expr Log(Expr x) => graph.Make(Operator.Log, graph.Make(Operator.Max, x, graph.Zero));

    /// <summary>1 − e^−x, and 0 below 0.</summary>
    private Expr Risen(Expr x) => graph.Subtract(graph.One, graph.Make(Operator.Exp, graph.Negate(graph.Make(Operator.Max, x, graph.Zero))));

    private Expr Exponential(Expr u) => graph.Negate(graph.Make(Operator.Log, graph.Subtract(graph.One, u)));

    private Expr Cauchy(Expr location, Expr scale, Expr u) =>
        graph.Add(location, graph.Multiply(scale, graph.Make(Operator.Tan, graph.Multiply(graph.Constant(Math.PI), graph.Subtract(u, graph.Constant(0.5))))));

    private Expr Laplace(Expr location, Expr scale, Expr u)
    {
        Expr two = graph.Constant(2);
        Expr low = graph.Make(Operator.Log, graph.Multiply(two, u)), high = graph.Negate(graph.Make(Operator.Log, graph.Multiply(two, graph.Subtract(graph.One, u))));
        return graph.Add(location, graph.Multiply(scale, graph.If(graph.Make(Operator.Less, u, graph.Constant(0.5)), low, high)));
    }

    private Expr CauchyBelow(Expr z) => graph.Add(graph.Constant(0.5), graph.Divide(graph.Make(Operator.Atan, z), graph.Constant(Math.PI)));

    private Expr LaplaceBelow(Expr z)
    {
        Expr tail = Half(graph.Make(Operator.Exp, graph.Negate(graph.Make(Operator.Abs, z))));
        return graph.If(graph.Make(Operator.Less, z, graph.Zero), tail, graph.Subtract(graph.One, tail));
    }

    private Expr Rayleigh(Expr scale, Expr u) => graph.Multiply(scale, graph.Make(Operator.Sqrt, graph.Multiply(graph.Constant(2), Exponential(u))));
}
