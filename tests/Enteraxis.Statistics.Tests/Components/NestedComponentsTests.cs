using Enteraxis.Numerics.Random;
using Enteraxis.Numerics.Summaries;
using Enteraxis.Statistics.Components;

namespace Enteraxis.Statistics.Tests.Components;

public sealed class NestedComponentsTests
{
    // The design of the scoreboard: most sets once, a few with two groups of people, one of them met twice.
    private static NestedValue[] Scoreboard(ulong seed, int sets, int repeated, double set, double people, double chance)
    {
        KeyedStream stream = new(seed, 1, 1);
        double Value(int k, int p, int r) => set * stream.Normal((ulong)k, 0) + people * stream.Normal((ulong)(2 * k + p), 1) + chance * stream.Normal((ulong)(4 * k + 2 * p + r), 2);
        return [.. Enumerable.Range(0, sets).SelectMany(k => k < repeated ? new NestedValue[] { new(k, 0, Value(k, 0, 0)), new(k, 0, Value(k, 0, 1)), new(k, 1, Value(k, 1, 0)) } : [new(k, 0, Value(k, 0, 0))])];
    }

    [Theory]
    [InlineData(0.5, 1, 2)]
    [InlineData(2, 0.5, 0.5)]
    [InlineData(0, 1, 1)]
    public void Sources_of_an_unbalanced_design_come_back_without_bias_and_their_errors_are_those_of_the_estimates(double set, double people, double chance)
    {
        NestedComponents[] found = [.. Enumerable.Range(1, 500).Select(seed => NestedComponents.Of(Scoreboard((ulong)seed, 60, 20, set, people, chance)))];
        foreach ((Func<NestedComponents, VarianceComponent> of, double expected) in new (Func<NestedComponents, VarianceComponent>, double)[] { (c => c.Sets, set), (c => c.People, people), (c => c.Chance, chance) })
        {
            double[] values = [.. found.Select(c => of(c).Value)];
            double spread = Moments.StandardDeviation(values), said = Math.Sqrt(Moments.Mean([.. found.Select(c => of(c).Error * of(c).Error)]));
            Assert.InRange(Moments.Mean(values), expected * expected - 4 * spread / Math.Sqrt(500), expected * expected + 4 * spread / Math.Sqrt(500));
            Assert.InRange(said / spread, 0.85, 1.3);
        }
    }

    [Fact]
    public void Sums_of_squares_are_those_of_R_and_of_equal_numbers_its_likelihood_too()
    {
        KeyedStream stream = new(4, 1, 1);
        NestedValue[] equal = [.. from k in Enumerable.Range(0, 8) from p in Enumerable.Range(0, 3) from r in Enumerable.Range(0, 2) select new NestedValue(k, p, 2 * stream.Normal((ulong)k, 0) + stream.Normal((ulong)(3 * k + p), 1) + 0.5 * stream.Normal((ulong)(6 * k + 2 * p + r), 2))];
        double[] reml = RScript.Numbers("library(nlme); d$s <- factor(d$s); d$p <- factor(d$p); v <- VarCorr(lme(y ~ 1, d, ~ 1 | s/p, control = list(msTol = 1e-12, tolerance = 1e-12))); say(as.numeric(v[c(2, 4, 5), 1]))", Columns(equal));
        NestedComponents c = NestedComponents.Of(equal);
        Assert.Equal(reml[0], c.Sets.Value, 1e-4);
        Assert.Equal(reml[1], c.People.Value, 1e-4);
        Assert.Equal(reml[2], c.Chance.Value, 1e-4);

        NestedValue[] unequal = Scoreboard(9, 12, 5, 1, 1, 1);
        double[] ss = RScript.Numbers("d$s <- factor(d$s); d$p <- factor(d$p); say(anova(lm(y ~ s + s:p, d))[, 'Sum Sq'])", Columns(unequal));
        // 22 values, 12 sets, 17 groups; Σ_s Σ_p n²/n_s = 7·1 + 5·(4 + 1)/3, Σ n² = 7 + 25, Σ n_s² = 7 + 45.
        double chance = ss[2] / 5, perSet = 7 + 25 / 3.0, people = (ss[1] - 5 * chance) / (22 - perSet), sets = (ss[0] - 11 * chance - (perSet - 32 / 22.0) * people) / (22 - 52 / 22.0);
        NestedComponents u = NestedComponents.Of(unequal);
        Assert.Equal(chance, u.Chance.Value, 1e-9);
        Assert.Equal(people, u.People.Value, 1e-9);
        Assert.Equal(sets, u.Sets.Value, 1e-9);
    }

    [Fact]
    public void Where_nothing_repeats_on_a_level_its_source_is_unknown()
    {
        NestedComponents once = NestedComponents.Of([new(0, 0, 1), new(1, 0, 2), new(2, 0, 4)]);
        Assert.False(once.Chance.IsKnown || once.People.IsKnown || once.Sets.IsKnown);
        Assert.True(NestedComponents.Of([new(0, 0, 1), new(0, 0, 2), new(1, 0, 4), new(2, 0, double.NaN)]).Chance.IsKnown);
        Assert.False(NestedComponents.Of([]).Chance.IsKnown);
    }

    private static (string, double[])[] Columns(NestedValue[] v) => [("s", [.. v.Select(x => (double)x.Set)]), ("p", [.. v.Select(x => (double)x.People)]), ("y", [.. v.Select(x => x.Value)])];
}
