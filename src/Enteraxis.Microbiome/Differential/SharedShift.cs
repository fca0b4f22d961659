using Enteraxis.Numerics.Summaries;

namespace Enteraxis.Microbiome.Differential;

/// <summary>
/// What is added to all coefficients alike: the centre of those that do not differ, in a mixture of three normal laws (no difference, lower, higher) whose
/// spreads add to each coefficient's own error, found by expectation and maximisation from the median.
/// </summary>
internal static class SharedShift
{
    private const int Rounds = 200;
    private const double Enough = 1e-10;

    public static double Of((double Estimate, double Error)[] fits)
    {
        double shift = Quantile.Median([.. fits.Select(f => f.Estimate)]);
        double[] sorted = [.. fits.Select(f => f.Estimate - shift).Order()];
        double spread = sorted[(int)(0.875 * (sorted.Length - 1))] - sorted[(int)(0.125 * (sorted.Length - 1))];
        // Too few or too alike to tell three laws apart.
        if (fits.Length < 10 || !(spread > 0)) return shift;
        double[] weight = [0.75, 0.125, 0.125], away = [0, -spread, spread], extra = [0, spread * spread, spread * spread];
        double[][] member = [.. fits.Select(_ => new double[3])];
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < fits.Length; i++)
            {
                double sum = 0;
                for (int c = 0; c < 3; c++)
                {
                    double variance = fits[i].Error * fits[i].Error + extra[c], d = fits[i].Estimate - shift - away[c];
                    sum += member[i][c] = weight[c] * Math.Exp(-d * d / (2 * variance)) / Math.Sqrt(variance);
                }
                for (int c = 0; c < 3; c++) member[i][c] = sum > 0 ? member[i][c] / sum : c == 0 ? 1 : 0;
            }
            double top = 0, bottom = 0;
            for (int i = 0; i < fits.Length; i++)
                for (int c = 0; c < 3; c++)
                {
                    double w = member[i][c] / (fits[i].Error * fits[i].Error + extra[c]);
                    top += w * (fits[i].Estimate - away[c]);
                    bottom += w;
                }
            double next = top / bottom;
            for (int c = 0; c < 3; c++)
            {
                double all = member.Sum(m => m[c]);
                weight[c] = Math.Max(all / fits.Length, 1e-6);
                if (c == 0 || all < 1e-6) continue;
                double mean = Enumerable.Range(0, fits.Length).Sum(i => member[i][c] * (fits[i].Estimate - next)) / all;
                away[c] = c == 1 ? Math.Min(mean, 0) : Math.Max(mean, 0);
                double square = Enumerable.Range(0, fits.Length).Sum(i => member[i][c] * (Math.Pow(fits[i].Estimate - next - away[c], 2) - fits[i].Error * fits[i].Error)) / all;
                extra[c] = Math.Max(square, 0);
            }
            bool still = Math.Abs(next - shift) < Enough;
            shift = next;
            if (still) break;
        }
        return shift;
    }
}
