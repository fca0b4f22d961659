namespace Enteraxis.Statistics.Tests;

public sealed class ReferenceTests
{
    // What the reference tests of each folder ask for.
    private static readonly string[] Answered =
    [
        "KM ", "Nelson-Aalen overall", "log-rank sex", "Peto-Peto", "Cox sex+age", "Breslow-type baseline", "Cox-predicted survival", "survreg ", "glm.nb ", "Poisson ", "Kruskal-Wallis ",
        "Spearman ", "Pearson ", "quantile type", "power.t.test", "pwr.anova", "group-sequential ", "rpact fixed", "rpact survival", "rpact GS", "rpact power",
    ];

    [Fact]
    public void No_analysis_of_the_reference_is_left_without_a_test() =>
        Assert.Empty(Reference.All().Select(r => r.Analysis).Distinct().Where(a => !Answered.Any(p => a.StartsWith(p, StringComparison.Ordinal))));

    [Fact]
    public void A_figure_off_by_twice_the_tolerance_is_seen()
    {
        Assert.True(Reference.Near(1 + 0.5e-6, 1, 1e-6));
        Assert.False(Reference.Near(1 + 2e-6, 1, 1e-6));
        Assert.False(Reference.Near(double.NaN, 1, 1e-6));
        Assert.False(Reference.Near(1, double.NaN, 1e-6));
    }
}
