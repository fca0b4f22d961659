namespace Enteraxis.Studies.Petab;

public enum NoiseLaw { Normal, Laplace }

/// <summary>How a measurement scatters about the simulation: normal or Laplace, on the linear scale, on ln or on log10.</summary>
public readonly record struct NoiseModel(NoiseLaw Law, PetabScale Scale)
{
    // ln √(2π)
    private const double HalfLogTwoPi = 0.91893853320467274178;

    private static readonly double LogTen = Math.Log(10);

    /// <summary>(measurement − simulation) / noise, both on the scale.</summary>
    public double Residual(double measurement, double simulation, double noise) => (On(measurement) - On(simulation)) / noise;

    /// <summary>ln of the density of the measurement, by the linear scale's measure (the Jacobian of the logarithm is in it).</summary>
    /// <param name="noise">Standard deviation of the normal law, scale of Laplace's; not positive gives NaN.</param>
    public double LogLikelihood(double measurement, double simulation, double noise)
    {
        if (!(noise > 0)) return double.NaN;
        double r = Residual(measurement, simulation, noise);
        double law = Law == NoiseLaw.Normal ? -HalfLogTwoPi - Math.Log(noise) - 0.5 * r * r : -Math.Log(2 * noise) - Math.Abs(r);
        return Scale switch { PetabScale.Log => law - Math.Log(measurement), PetabScale.Log10 => law - Math.Log(measurement * LogTen), _ => law };
    }

    private double On(double x) => Scale switch { PetabScale.Log => Math.Log(x), PetabScale.Log10 => Math.Log10(x), _ => x };
}
