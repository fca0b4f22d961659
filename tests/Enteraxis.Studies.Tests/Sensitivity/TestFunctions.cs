using Enteraxis.Numerics.Distributions;

namespace Enteraxis.Studies.Tests.Sensitivity;

/// <summary>Functions whose sensitivity is known.</summary>
internal static class TestFunctions
{
    /// <summary>Shares of the variance of <see cref="Ishigami"/>: alone, and with interactions. Ishigami and Homma (1990), a = 7, b = 0.1, from V1 = (1 + bπ⁴/5)²/2, V2 = a²/8, V13 = b²π⁸(1/18 − 1/50).</summary>
    public static (double First, double Total)[] IshigamiIndices
    {
        get
        {
            double a = 7, b = 0.1, v1 = 0.5 * Math.Pow(1 + b * Math.Pow(Math.PI, 4) / 5, 2), v2 = a * a / 8, v13 = b * b * Math.Pow(Math.PI, 8) * (1.0 / 18 - 1.0 / 50), v = v1 + v2 + v13;
            return [(v1 / v, (v1 + v13) / v), (v2 / v, v2 / v), (0, v13 / v)];
        }
    }

    /// <summary>sin x₁ + 7 sin² x₂ + 0.1 x₃⁴ sin x₁ of x uniform between −π and π, given as standard normal places.</summary>
    public static double Ishigami(double[] z)
    {
        double[] x = [.. z.Select(v => Math.PI * (2 * NormalLaw.Cdf(v) - 1))];
        return Math.Sin(x[0]) + 7 * Math.Pow(Math.Sin(x[1]), 2) + 0.1 * Math.Pow(x[2], 4) * Math.Sin(x[0]);
    }

    /// <summary>Sobol's g-function ∏ (|4u − 2| + aᵢ)/(1 + aᵢ), given as standard normal places.</summary>
    public static double G(double[] z, double[] a) => z.Select((v, i) => (Math.Abs(4 * NormalLaw.Cdf(v) - 2) + a[i]) / (1 + a[i])).Aggregate(1.0, (p, f) => p * f);

    /// <summary>First and total indices of <see cref="G"/>: Vᵢ = 1/(3 (1 + aᵢ)²), V = ∏ (1 + Vᵢ) − 1, total Vᵢ ∏ over others (1 + Vⱼ).</summary>
    public static (double First, double Total)[] GIndices(double[] a)
    {
        double[] v = [.. a.Select(x => 1 / (3 * (1 + x) * (1 + x)))];
        double all = v.Aggregate(1.0, (p, x) => p * (1 + x));
        return [.. v.Select(x => (x / (all - 1), x * all / (1 + x) / (all - 1)))];
    }
}
