using Enteraxis.Numerics.Summaries;

namespace Enteraxis.Axis.Tests.Cohorts;

/// <summary>Counts of one kind over people: mean and dispersion with their Monte Carlo errors.</summary>
/// <remarks>Errors of the SD and of var/mean are jackknife ones, since the counts are far from normal.</remarks>
internal sealed record CountSummary(int People, double Mean, double MeanError, double Sd, double SdError, double VarianceToMean, double VarianceToMeanError, double ShareNone)
{
    public double ShareNoneError => Math.Sqrt(ShareNone * (1 - ShareNone) / People);

    public static CountSummary Of(double[] counts)
    {
        double mean = Moments.Mean(counts), sd = Moments.StandardDeviation(counts);
        return new CountSummary(counts.Length, mean, sd / Math.Sqrt(counts.Length), sd, Jackknife(counts, (_, v) => Math.Sqrt(v)), sd * sd / mean, Jackknife(counts, (m, v) => v / m),
            counts.Count(c => c == 0) / (double)counts.Length);
    }

    // Leave-one-out means and variances in closed form from the sums.
    private static double Jackknife(double[] x, Func<double, double, double> statistic)
    {
        int n = x.Length;
        double sum = x.Sum(), squares = x.Sum(v => v * v);
        double[] left = [.. x.Select(v =>
        {
            double m = (sum - v) / (n - 1);
            return statistic(m, (squares - v * v - (n - 1) * m * m) / (n - 2));
        })];
        return Math.Sqrt((n - 1.0) / n * (n - 1) * Moments.Variance(left));
    }
}
