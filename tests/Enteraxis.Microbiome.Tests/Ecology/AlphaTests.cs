using CsCheck;
using Enteraxis.Microbiome.Ecology.Alpha;
using Enteraxis.Microbiome.Profiles;

namespace Enteraxis.Microbiome.Tests.Ecology;

public sealed class AlphaTests
{
    [Theory]
    [InlineData("dietswap")]
    [InlineData("esophagus")]
    [InlineData("globalpatterns")]
    public void Indices_equal_those_of_scikit_bio(string set)
    {
        AlphaTable alpha = AlphaTable.Of(Expected.Table(set), set == "dietswap" ? null : Expected.Tree(set));
        IReadOnlyList<Dictionary<string, string>> rows = Expected.Rows(set, "alpha_skbio.tsv");
        Assert.Equal(rows.Select(r => r["SampleID"]), alpha.Rows.Select(a => a.SampleId));
        foreach ((Dictionary<string, string> row, AlphaDiversity a) in rows.Zip(alpha.Rows))
        {
            void Same(string column, double? actual) => Expected.Close(Expected.Number(row[column]), actual!.Value, 1e-6 * Math.Max(1, Math.Abs(Expected.Number(row[column]))));
            Same("sum", a.Depth);
            Same("observed", a.Basic.Observed);
            Same("shannon_bits", a.Basic.ShannonBits);
            Same("shannon_nats", a.Basic.ShannonNats);
            Same("simpson_1_minus_D", a.Basic.Simpson);
            Same("pielou_e", a.Basic.Pielou);
            Same("chao1_bias_corrected", a.Chao1);
            Same("ace", a.Ace);
            Same("goods_coverage", a.GoodsCoverage);
            Same("singletons", a.Singletons);
            Same("doubletons", a.Doubletons);
            if (a.FaithPd is not null) Same("faith_pd", a.FaithPd);
        }
    }

    [Fact]
    public void Estimators_come_out_as_by_hand()
    {
        AlphaDiversity a = AlphaTable.Of(SmallTable.Of([20, 1, 1, 1, 2, 3, 0])).Rows[0];
        Assert.Equal(6 + 3 * 2 / 4.0, a.Chao1!.Value, 12);
        Assert.Equal(1 - 3 / 28.0, a.GoodsCoverage!.Value, 12);
        // Rare: 1, 1, 1, 2, 3; coverage 1 − 3/8; γ² = 5/0.625 · (2 + 6)/(8·7) − 1.
        double spread = 5 / 0.625 * 8 / 56 - 1;
        Assert.Equal(1 + 5 / 0.625 + 3 / 0.625 * spread, a.Ace!.Value, 12);
        Assert.Equal(6, a.FisherAlpha!.Value * Math.Log(1 + 28 / a.FisherAlpha.Value), 10);
    }

    [Fact]
    public void Fishers_alpha_solves_its_equation_for_any_counts() =>
        Gen.Int[1, 5_000].Array[2, 60].Sample(counts =>
        {
            AlphaDiversity a = AlphaTable.Of(SmallTable.Of([[.. counts.Select(c => (double)c)], [.. counts.Select(_ => 7.0)]])).Rows[0];
            if (a.FisherAlpha is { } alpha) Assert.Equal(counts.Length, alpha * Math.Log(1 + counts.Sum() / alpha), 6);
            else Assert.All(counts, c => Assert.Equal(1, c));
        });

    [Fact]
    public void Proportions_leave_out_what_needs_counts_and_say_so()
    {
        AlphaTable alpha = AlphaTable.Of(SmallTable.Of([0.25, 0.75], [0.5, 0.5]));
        Assert.All(alpha.Rows, a => Assert.True(a is { Chao1: null, Ace: null, FisherAlpha: null, GoodsCoverage: null, Singletons: null }));
        Assert.Contains("need them and are left out", Assert.Single(alpha.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_singletons_the_estimates_of_the_unseen_are_called_meaningless()
    {
        AlphaTable alpha = AlphaTable.Of(SmallTable.Of([5, 2, 9], [4, 4, 0]));
        Assert.Equal(3, alpha.Rows[0].Chao1);
        Assert.Contains("singletons were removed before", Assert.Single(alpha.Warnings), StringComparison.Ordinal);
        Assert.Contains(AlphaTable.Of(SmallTable.Of([5, 1, 9], [4, 4, 0])).Warnings, w => w.StartsWith("1 of 2 samples hold no feature seen once", StringComparison.Ordinal));
    }

    [Fact]
    public void Undefined_values_are_null_and_named()
    {
        AlphaTable alpha = AlphaTable.Of(SmallTable.Of([1, 1, 1, 0], [0, 0, 0, 0], [20, 1, 1, 0], [30, 2, 1, 1]));
        Assert.Equal((null, null), (alpha.Rows[0].FisherAlpha, alpha.Rows[0].Ace));
        Assert.Equal(0, alpha.Rows[1].Basic.Observed);
        Assert.Null(alpha.Rows[1].Chao1);
        Assert.Null(alpha.Rows[2].Ace);
        Assert.Contains(alpha.Warnings, w => w.StartsWith("1 of 4 samples hold no read", StringComparison.Ordinal));
        Assert.Contains(alpha.Warnings, w => w.StartsWith("In 2 samples every rare feature was seen once", StringComparison.Ordinal));
        Assert.Contains(alpha.Warnings, w => w.StartsWith("In 1 samples every read is another feature", StringComparison.Ordinal));
        Assert.Contains(alpha.Warnings, w => w.StartsWith("Depths run from 3 to 34", StringComparison.Ordinal));
    }

    [Fact]
    public void Basic_indices_are_the_profiles_own() =>
        Assert.Equal(Diversity.Of([3, 4, 5]), AlphaTable.Of(SmallTable.Of([3, 4, 5, 0])).Rows[0].Basic);
}
