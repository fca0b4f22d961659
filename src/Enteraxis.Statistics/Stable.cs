namespace Enteraxis.Statistics;

internal static class Stable
{
    /// <summary>ln(1 + x) without loss for small x (Kahan).</summary>
    public static double Log1p(double x)
    {
        double u = 1 + x;
        return u == 1 ? x : Math.Log(u) * x / (u - 1);
    }
}
