using Enteraxis.Numerics.Random;
using Enteraxis.Studies.GutReferences.Association;

namespace Enteraxis.Studies.Tests.GutReferences;

/// <summary>Cross-validation against people whose truth is known.</summary>
public sealed class ScoreValidationTests
{
    private static readonly bool[] IsCase = [.. Enumerable.Range(0, 2000).Select(i => i % 2 == 0)];
    private static readonly string[] Pairs = [.. Enumerable.Range(0, 2000).Select(i => $"home {i / 2}")];

    [Fact]
    public void Two_normal_groups_one_deviation_apart_have_the_known_area_and_are_calibrated()
    {
        KeyedStream stream = new(1, 1, 1);
        double[][] logs = [.. IsCase.Select((c, i) => (double[])[stream.Normal((ulong)i) + (c ? 1 : 0)])];
        ScoreValidation v = ScoreValidation.Of(logs, [1], IsCase, Pairs, 1);
        // Φ(1/√2); pairs are independent here, so within them the chance is the same.
        Assert.Equal(0.7602, v.Auc, 0.02);
        Assert.InRange(0.7602, v.AucLow, v.AucHigh);
        Assert.Equal(0.7602, v.PairsRight!.Value, 0.03);
        Assert.Equal(1, v.Slope, 0.1);
        Assert.Equal(0, v.Intercept, 0.1);
        Assert.True(v.Brier < v.BrierOfShare);
        Assert.All(v.Bins, b => Assert.Equal(b.Foretold, b.Seen, 0.08));
    }

    [Fact]
    public void What_tells_nothing_is_a_coin_and_no_better_than_the_share_of_cases()
    {
        KeyedStream stream = new(2, 1, 1);
        ScoreValidation v = ScoreValidation.Of([.. IsCase.Select((_, i) => (double[])[stream.Normal((ulong)i)])], [1], IsCase, Pairs, 1);
        Assert.InRange(0.5, v.AucLow, v.AucHigh);
        Assert.True(v.Brier > v.BrierOfShare - 0.001);
    }

    [Fact]
    public void Ties_count_half_and_the_wrong_weight_turns_the_area_about()
    {
        Assert.Equal(0.5, AreaUnderCurve.Of([1, 1, 1, 1], [true, false, true, false]));
        Assert.Equal(0.875, AreaUnderCurve.Of([1, 2, 2, 3], [false, false, true, true]));
        Assert.Equal(1, AreaUnderCurve.Of([1, 2, 2, 3], [false, false, true, true], [1, 0, 1, 1]));
        double[][] logs = [.. IsCase.Select((c, i) => (double[])[(c ? 1 : 0) + i % 7 * 0.3])];
        Assert.Equal(1, ScoreValidation.Of(logs, [1], IsCase, Pairs, 1).Auc + ScoreValidation.Of(logs, [-1], IsCase, Pairs, 1).Auc, 0.02);
    }

    [Fact]
    public void A_small_cohort_is_not_validated() =>
        Assert.False(ScoreValidation.Allows([.. IsCase.Take(18)], [.. Pairs.Take(18)]));
}
