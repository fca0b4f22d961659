namespace Enteraxis.Statistics.Design;

internal static class Solve
{
    /// <summary>Where an increasing function is 0, by bisection; high is doubled until it lies beyond.</summary>
    public static double Increasing(Func<double, double> f, double low, double high)
    {
        for (int i = 0; i < 200 && f(high) < 0; i++) high = low + 2 * (high - low);
        for (int i = 0; i < 200 && high - low > 1e-13 * (1 + Math.Abs(high)); i++)
        {
            double middle = 0.5 * (low + high);
            if (f(middle) < 0) low = middle;
            else high = middle;
        }
        return 0.5 * (low + high);
    }
}
