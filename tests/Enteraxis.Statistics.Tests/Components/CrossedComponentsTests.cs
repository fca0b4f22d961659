using Enteraxis.Numerics.Random;
using Enteraxis.Numerics.Summaries;
using Enteraxis.Statistics.Components;

namespace Enteraxis.Statistics.Tests.Components;

public sealed class CrossedComponentsTests
{
    // Standard deviations of sets, people, chance, set by person and set by chance; skewed: squares in place of normal draws, of the same variance.
    private static double[][][] Made(ulong seed, int sets, int people, int repeats, double[] sd, bool skewed = false)
    {
        KeyedStream stream = new(seed, 1, 1);
        double Draw(int kind, ulong index) => stream.Normal(index, (uint)kind) is var z && skewed ? sd[kind] * (z * z - 1) / Math.Sqrt(2) : sd[kind] * z;
        return [.. Enumerable.Range(0, sets).Select(k => Enumerable.Range(0, people).Select(j => Enumerable.Range(0, repeats).Select(r =>
            7 + Draw(0, (ulong)k) + Draw(1, (ulong)j) + Draw(2, (ulong)(j * 100 + r)) + Draw(3, (ulong)(k * 1000 + j)) + Draw(4, (ulong)((k * 1000 + j) * 100 + r))).ToArray()).ToArray())];
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_three_sources_come_back_without_bias_and_their_errors_are_those_of_the_estimates(bool skewed)
    {
        double[] sd = [0.7, 1.2, 2, 0.5, 0.4], truth = [0.49, 1.44 + 0.25, 4 + 0.16];
        CrossedComponents[] found = [.. Enumerable.Range(1, 400).Select(seed => CrossedComponents.Of(Made((ulong)seed, 12, 20, 3, sd, skewed)))];
        foreach ((Func<CrossedComponents, VarianceComponent> of, double expected) in new (Func<CrossedComponents, VarianceComponent>, double)[] { (c => c.Sets, truth[0]), (c => c.People, truth[1]), (c => c.Chance, truth[2]) })
        {
            double[] values = [.. found.Select(c => of(c).Value)];
            double spread = Moments.StandardDeviation(values), said = Math.Sqrt(Moments.Mean([.. found.Select(c => of(c).Error * of(c).Error)]));
            Assert.InRange(Moments.Mean(values), expected - 4 * spread / 20, expected + 4 * spread / 20);
            // On the safe side, and not far.
            Assert.InRange(said / spread, 0.85, 1.6);
        }
    }

    [Fact]
    public void What_is_not_there_comes_out_below_its_error_and_as_often_below_nothing_as_above()
    {
        CrossedComponents[] found = [.. Enumerable.Range(1, 300).Select(seed => CrossedComponents.Of(Made((ulong)seed, 10, 8, 2, [0, 0, 1, 0, 1])))];
        Assert.InRange(found.Count(c => c.Sets.Value < 0), 90, 300);
        Assert.True(found.Count(c => c.Sets.IsBelowError) > 200);
        Assert.InRange(Moments.Mean([.. found.Select(c => c.Sets.Value)]), -0.01, 0.01);
        Assert.Equal(0, new VarianceComponent(-0.1, 0.2).StandardDeviation);
    }

    [Fact]
    public void Once_only_people_hold_the_chance_and_too_little_tells_nothing()
    {
        CrossedComponents once = CrossedComponents.Of(Made(3, 200, 60, 1, [0, 1, 1, 0, 0]));
        Assert.False(once.Chance.IsKnown);
        Assert.InRange(once.People.Value, 1.2, 3.2);
        Assert.False(CrossedComponents.Of([[[1], [2]]]).Sets.IsKnown);
        Assert.False(CrossedComponents.Of([]).People.IsKnown);
        Assert.Throws<ArgumentException>(() => CrossedComponents.Of([[[1], [2]], [[1]]]));
    }

    [Fact]
    public void A_person_with_a_gap_is_left_out_of_every_set()
    {
        double[][][] made = Made(5, 4, 6, 2, [1, 1, 1, 0.5, 0.5]), gap = [.. made.Select((s, k) => s.Append(k == 1 ? [double.NaN, 3] : [1, 2]).ToArray())];
        Assert.Equal(CrossedComponents.Of(made), CrossedComponents.Of(gap));
    }

    [Fact]
    public void Mean_squares_are_those_of_R()
    {
        double[][][] made = Made(11, 5, 6, 3, [1, 1, 1, 0.5, 0.5]);
        (int K, int J, int R)[] at = [.. from k in Enumerable.Range(0, 5) from j in Enumerable.Range(0, 6) from r in Enumerable.Range(0, 3) select (k, j, r)];
        double[] ms = RScript.Numbers("d$s <- factor(d$s); d$p <- factor(d$p); d$c <- factor(d$c); a <- anova(lm(y ~ s * p + p:c + s:p:c, d)); say(suppressWarnings(a[c('s', 'p', 's:p', 'p:c', 's:p:c'), 'Mean Sq']))",
            ("s", [.. at.Select(a => (double)a.K)]), ("p", [.. at.Select(a => (double)a.J)]), ("c", [.. at.Select(a => (double)a.R)]), ("y", [.. at.Select(a => made[a.K][a.J][a.R])]));
        CrossedComponents c = CrossedComponents.Of(made);
        Assert.Equal((ms[0] - ms[2]) / 18, c.Sets.Value, 1e-9);
        Assert.Equal((ms[1] - ms[2] - ms[3] + ms[4]) / 15 + (ms[2] - ms[4]) / 3, c.People.Value, 1e-9);
        Assert.Equal(ms[3] / 5 + 0.8 * ms[4], c.Chance.Value, 1e-9);
    }
}
