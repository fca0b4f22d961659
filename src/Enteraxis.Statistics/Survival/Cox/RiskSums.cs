namespace Enteraxis.Statistics.Survival.Cox;

/// <summary>Σ r, Σ r·x and Σ r·x·xᵀ (lower half) over a set of rows, r = weight · exp(linear predictor).</summary>
internal sealed class RiskSums(int width)
{
    public double S0 { get; private set; }

    public double[] S1 { get; } = new double[width];

    /// <summary>Row after row of the lower half: place i(i + 1)/2 + j.</summary>
    public double[] S2 { get; } = new double[width * (width + 1) / 2];

    public void Clear()
    {
        S0 = 0;
        Array.Clear(S1);
        Array.Clear(S2);
    }

    /// <summary>Adds one row, or takes it away with a negative r.</summary>
    public void Add(double r, ReadOnlySpan<double> x)
    {
        S0 += r;
        int place = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double rx = r * x[i];
            S1[i] += rx;
            for (int j = 0; j <= i; j++) S2[place++] += rx * x[j];
        }
    }
}
