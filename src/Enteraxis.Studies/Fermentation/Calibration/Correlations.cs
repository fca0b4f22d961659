using Enteraxis.Numerics.Summaries;

namespace Enteraxis.Studies.Fermentation.Calibration;

/// <summary>How two columns go together; pairs in which either is no number are left out.</summary>
public static class Correlations
{
    public static double Pearson(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        double n = 0, sx = 0, sy = 0;
        foreach (int i in Both(x, y)) (n, sx, sy) = (n + 1, sx + x[i], sy + y[i]);
        double mx = sx / n, my = sy / n, xx = 0, yy = 0, xy = 0;
        foreach (int i in Both(x, y))
        {
            double a = x[i] - mx, b = y[i] - my;
            (xx, yy, xy) = (xx + a * a, yy + b * b, xy + a * b);
        }
        return xy / Math.Sqrt(xx * yy);
    }

    /// <summary>Pearson's r of the ranks; ties share their mean rank.</summary>
    public static double Spearman(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        int[] both = [.. Both(x, y)];
        return Pearson(MeanRanks.Of([.. both.Select(i => x[i])]), MeanRanks.Of([.. both.Select(i => y[i])]));
    }

    private static IEnumerable<int> Both(IReadOnlyList<double> x, IReadOnlyList<double> y) => Enumerable.Range(0, x.Count).Where(i => double.IsFinite(x[i]) && double.IsFinite(y[i]));
}
