using Enteraxis.Numerics.Distributions;

namespace Enteraxis.Statistics;

/// <summary>ln n!, from a table where n is small.</summary>
internal static class LogFactorial
{
    private static readonly double[] Table = Build();

    public static double Of(int n) => n < Table.Length ? Table[n] : SpecialFunctions.LogGamma(n + 1.0);

    private static double[] Build()
    {
        double[] table = new double[256];
        for (int n = 2; n < table.Length; n++) table[n] = table[n - 1] + Math.Log(n);
        return table;
    }
}
