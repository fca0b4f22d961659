using Enteraxis.Modelling.Expressions;
using Enteraxis.Simulation.Ensembles;

namespace Enteraxis.Simulation.Tests;

/// <summary>A law between two bounds is the quantile of a number drawn between the probabilities below them. Means and deviations are SciPy's (truncnorm; gamma, poisson and binom summed over what may come).</summary>
public sealed class TruncatedLawTests
{
    private const int People = 4000;

    [Theory]
    [InlineData(Operator.BelowNormal, Operator.QuantileNormal, 0.5, 2, -1, 2, -1, 2, 0.5, 0.8338515363399607)]
    [InlineData(Operator.BelowGamma, Operator.QuantileGamma, 2.5, 0.8, 1, 3, 1, 3, 1.8573833788014107, 0.5502041450916484)]
    [InlineData(Operator.BelowPoisson, Operator.QuantilePoisson, 3.7, 0, 1, 6, 2, 6, 3.7155685223407904, 1.28100609937689)]
    [InlineData(Operator.BelowBinomial, Operator.QuantileBinomial, 11, 0.4, 2, 6, 3, 6, 4.431932773109244, 1.0371205105790449)]
    public void Draws_lie_between_the_bounds_with_the_mean_and_the_deviation_of_the_law_there(Operator below, Operator quantile, double a, double b, double low, double high, double least, double most, double mean, double deviation)
    {
        ModelBuilder model = new();
        Expr first = model.C(a), second = model.C(b);
        Expr u = model.Draw(Operator.DrawUniform, model.G.Draw(below, 0, first, second, model.C(low)), model.G.Draw(below, 0, first, second, model.C(high)));
        model.Parameter("drawn", model.G.Draw(quantile, 0, first, second, u));
        double[] drawn = new double[People];
        new EnsembleRunner(model.Simulator(new SimulationOptions(), "drawn"), threads: 1).Run([.. Enumerable.Range(0, People).Select(i => ModelBuilder.Run(1, [0], (ulong)i))], (i, course) => drawn[i] = course.Values[0, 0]);
        Assert.All(drawn, x => Assert.InRange(x, least, most));
        double found = drawn.Average(), spread = Math.Sqrt(drawn.Sum(x => (x - found) * (x - found)) / (People - 1));
        Assert.InRange(found, mean - 4 * deviation / Math.Sqrt(People), mean + 4 * deviation / Math.Sqrt(People));
        Assert.InRange(spread, 0.95 * deviation, 1.05 * deviation);
    }
}
