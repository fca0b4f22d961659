using Enteraxis.Microbiome.Differential;
using Enteraxis.Numerics.Distributions;

namespace Enteraxis.Microbiome.Tests.Differential;

public sealed class AgainstRTests
{
    [Theory]
    [InlineData(2, true, true)]
    [InlineData(2, true, false)]
    [InlineData(5, true, false)]
    [InlineData(5, true, true)]
    [InlineData(2, false, true)]
    [InlineData(2, false, false)]
    public void Each_method_gives_the_digits_of_R(int blockSize, bool blocked, bool covariate)
    {
        MadeUpCohort cohort = new(blockSize, blocked);
        DifferentialDesign design = covariate ? cohort.Design : cohort.Alone;
        double[][] expected = RAnswers.Of(cohort, design);
        double[][] clr = ClrRegression.Transform(cohort.Counts);
        GroupRegression regression = new(design, [.. Enumerable.Range(0, clr.Length)]);
        TaxonEffect[] presence = PrevalenceRegression.Of(cohort.Counts, design), ranks = BlockedWilcoxon.Of(cohort.Counts, design);
        int compared = 0;
        for (int t = 0; t < expected.Length; t++)
        {
            double[] e = expected[t];
            (double estimate, double error) = regression.Of([.. clr.Select(row => row[t])]);
            Near(e[0], estimate, 1e-9);
            Near(e[1], error, 1e-9);
            Near(e[2], StudentLaw.TwoSided(estimate / error, regression.DegreesOfFreedom), 1e-8);
            // Where no block tells anything R says 0, and where the estimate runs away its error is boundless.
            if (e[3] != 0 && e[4] < 20)
            {
                compared++;
                Near(e[3], presence[t].Estimate, 1e-6);
                Near(e[4], (presence[t].High - presence[t].Low) / 2 / NormalLaw.Quantile(0.95), 1e-5);
            }
            // R's Rao test reads the weights of the last but one iteration.
            if (!double.IsNaN(e[5]) && e[3] != 0) Near(e[5], presence[t].P, 1e-5);
            if (!double.IsNaN(e[6])) Near(e[6], ranks[t].P, 1e-9);
        }
        Assert.InRange(compared, 6, expected.Length);
    }

    [Fact]
    public void Adjusted_p_values_are_those_of_p_adjust() =>
        // p.adjust(c(0.01, 0.04, 0.03, 0.005, 0.8), "BH")
        Assert.Equal([0.025, 0.05, 0.05, 0.025, 0.8, double.NaN], FalseDiscovery.Adjust([0.01, 0.04, 0.03, 0.005, 0.8, double.NaN]), (a, b) => a.Equals(b) || Math.Abs(a - b) < 1e-15);

    private static void Near(double expected, double found, double relative) => Assert.True(Math.Abs(expected - found) <= relative * Math.Max(Math.Abs(expected), 1e-3), $"{found:R} where R has {expected:R}");
}
