namespace Enteraxis.Studies.Sensitivity.Emulation;

/// <summary>What a Gaussian process assumes of a function whose values have mean 0 and variance 1: k(x, x') = linear (1 + x·x') + bend exp(−½ Σ (xᵢ − x'ᵢ)²/ℓᵢ²), and scatter where x = x'.</summary>
/// <param name="Linear">Variance of the intercept and of each slope.</param>
/// <param name="Bend">Variance of what is not linear.</param>
/// <param name="Noise">Variance of scatter about the function (the nugget).</param>
/// <param name="Lengths">ℓ of each input.</param>
internal sealed record KernelScales(double Linear, double Bend, double Noise, double[] Lengths)
{
    // Normal laws of the logarithms that keep a scale from running away where the data say nothing of it.
    private static readonly (double Mean, double Sd) LinearPrior = (0, 1.5), BendPrior = (Math.Log(0.3), 1.5), NoisePrior = (Math.Log(0.01), 2.5), LengthPrior = (Math.Log(2.5), 1);

    private const double LeastNoise = 1e-8;

    public static KernelScales Of(double[] logs) => new(Math.Exp(logs[0]), Math.Exp(logs[1]), Math.Exp(logs[2]) + LeastNoise, [.. logs[3..].Select(Math.Exp)]);

    /// <summary>ln of the prior of the logarithms, up to a constant; its slope is added to <paramref name="slope"/>.</summary>
    public static double Prior(double[] logs, double[] slope)
    {
        double sum = 0;
        for (int i = 0; i < logs.Length; i++)
        {
            (double mean, double sd) = i == 0 ? LinearPrior : i == 1 ? BendPrior : i == 2 ? NoisePrior : LengthPrior;
            double z = (logs[i] - mean) / sd;
            sum -= 0.5 * z * z;
            slope[i] -= z / sd;
        }
        return sum;
    }

    /// <summary>Without the scatter.</summary>
    public double Between(double[] a, double[] b) => Linear * (1 + Dot(a, b)) + Bent(a, b);

    /// <summary>The part that is not linear.</summary>
    public double Bent(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            double d = (a[i] - b[i]) / Lengths[i];
            sum += d * d;
        }
        return Bend * Math.Exp(-0.5 * sum);
    }

    internal static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }
}
