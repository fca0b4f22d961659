using Enteraxis.Studies.Petab;

namespace Enteraxis.Studies.Tests.Petab;

public sealed class LawTests
{
    [Theory]
    [InlineData(PriorKind.Uniform, 1, 3, 0, 2)]
    [InlineData(PriorKind.Normal, 1, 0.5, 0.2, 1.7)]
    [InlineData(PriorKind.Laplace, 1, 0.5, 0.2, 1.7)]
    [InlineData(PriorKind.LogNormal, 0, 0.7, 0.2, 4)]
    [InlineData(PriorKind.LogLaplace, 0, 0.7, 0.2, 4)]
    [InlineData(PriorKind.LogUniform, 0.5, 3, 1, 2)]
    [InlineData(PriorKind.Cauchy, 0, 2, -3, 5)]
    [InlineData(PriorKind.ChiSquare, 3, 0, 0.5, 6)]
    [InlineData(PriorKind.Exponential, 2, 0, 0, 3)]
    [InlineData(PriorKind.Gamma, 2.5, 0.5, 0.1, 3)]
    [InlineData(PriorKind.Rayleigh, 1.5, 0, 0.1, 3)]
    public void A_prior_cut_to_its_bounds_has_a_mass_of_one(PriorKind kind, double a, double b, double low, double high)
    {
        PriorLaw law = new(kind, a, b, low, high);
        Assert.Equal(1, Mass(x => Math.Exp(law.LogDensity(x)), low, high), 2e-5);
        Assert.Equal(double.NegativeInfinity, law.LogDensity(high + 0.1));
    }

    [Theory]
    [InlineData(NoiseLaw.Normal, PetabScale.Linear)]
    [InlineData(NoiseLaw.Laplace, PetabScale.Linear)]
    [InlineData(NoiseLaw.Normal, PetabScale.Log)]
    [InlineData(NoiseLaw.Laplace, PetabScale.Log)]
    [InlineData(NoiseLaw.Normal, PetabScale.Log10)]
    [InlineData(NoiseLaw.Laplace, PetabScale.Log10)]
    public void The_density_of_a_measurement_has_a_mass_of_one(NoiseLaw law, PetabScale scale)
    {
        NoiseModel noise = new(law, scale);
        double from = scale == PetabScale.Linear ? -20 : 1e-4;
        // Over u = ln m where the law lives on a logarithm.
        double mass = scale == PetabScale.Linear ? Mass(m => Math.Exp(noise.LogLikelihood(m, 1.5, 0.3)), from, 20) : Mass(u => Math.Exp(noise.LogLikelihood(Math.Exp(u), 1.5, 0.3) + u), -20, 20);
        Assert.Equal(1, mass, 1e-4);
        Assert.Equal(double.NaN, noise.LogLikelihood(1, 1, 0));
    }

    private static double Mass(Func<double, double> density, double low, double high)
    {
        const int n = 200_000;
        double h = (high - low) / n, sum = 0;
        for (int i = 0; i < n; i++) sum += density(low + (i + 0.5) * h);
        return sum * h;
    }
}
