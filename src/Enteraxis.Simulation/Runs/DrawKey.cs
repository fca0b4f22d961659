using Enteraxis.Modelling.Compilation;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Numerics.Distributions;
using Enteraxis.Numerics.Random;

namespace Enteraxis.Simulation.Runs;

/// <summary>Draws of one occurrence (an initial state, an event, a jump): a pure function of its stream and the draw's index in the model.</summary>
/// <remarks>
/// Arguments as in SBML's distrib package: uniform(low, high), normal(mean, sd), lognormal(mean and sd of the logarithm), exponential(rate), poisson(mean),
/// gamma(shape, scale), beta(a, b), bernoulli(probability), binomial(trials, probability).
/// </remarks>
internal sealed class DrawKey : IDrawSource
{
    internal KeyedStream Stream { get; set; }

    public double Draw(Operator kind, int drawIndex, ReadOnlySpan<double> arguments)
    {
        ulong i = (ulong)drawIndex;
        double a = arguments[0], b = arguments.Length > 1 ? arguments[1] : 0;
        return kind switch
        {
            Operator.DrawUniform => a + (b - a) * Stream.Uniform(i),
            Operator.DrawNormal => Stream.Normal(a, b, i),
            Operator.DrawLogNormal => Stream.LogNormal(a, b, i),
            Operator.DrawExponential => Stream.Exponential(a, i),
            Operator.DrawPoisson => Stream.Poisson(a, i),
            Operator.DrawGamma => Stream.Gamma(a, b, i),
            Operator.DrawBeta => Stream.Beta(a, b, i),
            Operator.DrawBernoulli => Stream.Bernoulli(a, i) ? 1 : 0,
            Operator.DrawBinomial => Stream.Binomial((long)a, b, i),
            Operator.BelowNormal => double.IsInfinity(arguments[2]) ? (arguments[2] > 0 ? 1 : 0) : NormalLaw.Cdf((arguments[2] - a) / b),
            Operator.BelowGamma => arguments[2] <= 0 ? 0 : double.IsInfinity(arguments[2]) ? 1 : GammaLaw.Cdf(arguments[2], a, b),
            Operator.BelowPoisson => PoissonLaw.Cdf(Whole(arguments[2]), a),
            Operator.BelowBinomial => BinomialLaw.Cdf(Whole(arguments[2]), (long)a, b),
            Operator.QuantileNormal => a + b * NormalLaw.Quantile(arguments[2]),
            Operator.QuantileGamma => GammaLaw.Quantile(arguments[2], a, b),
            Operator.QuantilePoisson => PoissonLaw.Quantile(arguments[2], a),
            Operator.QuantileBinomial => BinomialLaw.Quantile(arguments[2], (long)a, b),
            _ => throw new ArgumentException($"{kind} is no draw.", nameof(kind)),
        };
    }

    private static long Whole(double x) => (long)Math.Clamp(Math.Floor(x), -1, 1e15);
}
