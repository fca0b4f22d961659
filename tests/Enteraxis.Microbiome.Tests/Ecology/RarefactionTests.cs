using Enteraxis.Microbiome.Ecology.Rarefaction;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Tests.Ecology;

public sealed class RarefactionTests
{
    [Fact]
    public void The_expectation_is_exact_in_small_cases()
    {
        // Of {a, a, b}: one read shows one feature; two show b or not: 1 + 2/3.
        Assert.Equal(1, ExpectedRichness.At([2, 1], 1), 15);
        Assert.Equal(5 / 3.0, ExpectedRichness.At([2, 0, 1], 2), 15);
        Assert.Equal(2, ExpectedRichness.At([2, 1], 3), 15);
        Assert.Equal(0, ExpectedRichness.At([2, 1], 0), 15);
    }

    [Fact]
    public void Product_and_logarithms_of_gamma_agree_where_they_meet()
    {
        double below = ExpectedRichness.At([1_999, 3_000_000], 5_000), at = ExpectedRichness.At([2_000, 3_000_000], 5_000), above = ExpectedRichness.At([2_001, 3_000_000], 5_000);
        Expected.Close(2 * at, below + above, 1e-7);
        Assert.True(below < at && at < above);
    }

    [Fact]
    public void Draws_have_the_depth_and_on_average_the_expectation()
    {
        double[] counts = [50, 30, 10, 5, 3, 1, 1];
        FeatureTable table = SmallTable.Of(counts);
        double sum = 0;
        const int draws = 2_000;
        for (uint d = 0; d < draws; d++)
        {
            FeatureTable drawn = RarefiedTable.Draw(table, 20, seed: 5, draw: d);
            Assert.Equal(20, drawn.SampleSum(0));
            Assert.True(SmallTable.Dense(drawn)[0].Zip(counts).All(p => p.First <= p.Second));
            sum += drawn.Sample(0).Values.Length;
        }
        // The standard error of the mean is below 0.03.
        Expected.Close(ExpectedRichness.At(counts, 20), sum / draws, 0.1);
    }

    [Fact]
    public void The_mean_of_each_feature_is_its_share_of_the_draw()
    {
        double[] counts = [40, 25, 20, 10, 5], sums = new double[5];
        FeatureTable table = SmallTable.Of(counts);
        const int draws = 2_000;
        for (uint d = 0; d < draws; d++)
            foreach ((int f, double v) in SmallTable.Dense(RarefiedTable.Draw(table, 30, 9, d))[0].Index()) sums[f] += v;
        for (int f = 0; f < 5; f++) Expected.Close(0.3 * counts[f], sums[f] / draws, 0.25);
    }

    [Fact]
    public void A_draw_is_its_samples_own_and_the_smaller_is_a_part_of_the_larger()
    {
        FeatureTable both = SmallTable.Of([[9, 7, 30, 2], [1, 50, 3, 3]], ["a", "b", "c", "d"], ["x", "y"]), alone = SmallTable.Of([[1, 50, 3, 3]], ["a", "b", "c", "d"], ["y"]);
        Assert.Equal(SmallTable.Dense(RarefiedTable.Draw(both, 20, 3))[1], SmallTable.Dense(RarefiedTable.Draw(alone, 20, 3))[0]);
        double[] small = SmallTable.Dense(RarefiedTable.Draw(both, 10, 3))[0], large = SmallTable.Dense(RarefiedTable.Draw(both, 25, 3))[0];
        Assert.True(small.Zip(large).All(p => p.First <= p.Second));
        Assert.Equal([9.0, 7, 30, 2], SmallTable.Dense(RarefiedTable.Draw(both, 48, 3))[0]);
    }

    [Fact]
    public void Samples_of_too_few_reads_are_left_out_and_named()
    {
        FeatureTable drawn = RarefiedTable.Draw(SmallTable.Of([5, 5], [50, 50]), 20, 1);
        Assert.Equal(["S1"], drawn.SampleIds);
        Assert.Contains(drawn.Notes, n => n.Contains("'S0'", StringComparison.Ordinal));
    }

    [Fact]
    public void Curves_rise_to_the_observed_number_and_stay_near_the_expectation()
    {
        FeatureTable table = Expected.Table("esophagus");
        double[] depths = [10, 50, 100, 200, 10_000];
        RarefactionCurve expected = RarefactionCurve.Expected(table, 0, depths), drawn = RarefactionCurve.Drawn(table, 0, depths, 1);
        Assert.Equal([10, 50, 100, 200, 203], expected.Depths);
        Assert.Equal((28.0, 28.0), (Math.Round(expected.Features[^1], 9), drawn.Features[^1]));
        Assert.Equal(drawn.Features, drawn.Features.Order());
        for (int d = 0; d < 4; d++) Expected.Close(expected.Features[d], drawn.Features[d], 7);
    }

    [Theory]
    [InlineData(4, "fewer than the depth")]
    [InlineData(1.5, "no depth")]
    [InlineData(-1, "no depth")]
    public void A_depth_that_cannot_be_gets_a_sentence(double depth, string part) =>
        Assert.Contains(part, Assert.Throws<InputException>(() => ExpectedRichness.At([2, 1], depth)).Message, StringComparison.Ordinal);

    [Fact]
    public void Proportions_have_no_reads_to_draw() =>
        Assert.Contains("no counts", Assert.Throws<InputException>(() => RarefiedTable.Draw(SmallTable.Of([0.5, 0.5]), 5, 1)).Message, StringComparison.Ordinal);
}
