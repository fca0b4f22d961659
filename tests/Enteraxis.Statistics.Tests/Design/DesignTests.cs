using Enteraxis.Numerics.Distributions;
using Enteraxis.Statistics.Design;

namespace Enteraxis.Statistics.Tests.Design;

public sealed class DesignTests
{
    [Fact]
    public void One_look_is_the_ordinary_test()
    {
        foreach (StoppingRule rule in Enum.GetValues<StoppingRule>())
        {
            GroupSequential design = new(rule, 1);
            Assert.Equal(1.959963984540054, design.CriticalZ[0], 1e-9);
            Assert.Equal(1, design.Inflation(0.9), 1e-8);
        }
    }

    [Theory]
    [InlineData(StoppingRule.OBrienFleming)]
    [InlineData(StoppingRule.Pocock)]
    [InlineData(StoppingRule.HaybittlePeto)]
    [InlineData(StoppingRule.OBrienFlemingSpending)]
    [InlineData(StoppingRule.PocockSpending)]
    public void All_of_the_error_is_spent_at_uneven_looks_too(StoppingRule rule)
    {
        GroupSequential design = new(rule, 4, 0.05, [0.2, 0.35, 0.9, 1]);
        Assert.Equal(0.05, design.AlphaSpent[^1], 1e-8);
        Assert.Equal(0.8, design.Power(design.DriftFor(0.8)), 1e-9);
        Assert.True(design.Inflation(0.8) > 1 && design.ExpectedInformation(3) < 1);
    }

    [Fact]
    public void Two_looks_agree_with_a_count_of_random_walks()
    {
        GroupSequential design = new(StoppingRule.Pocock, 2, 0.1);
        int first = 0, second = 0, walks = 40_000;
        for (int i = 0; i < walks; i++)
        {
            Enteraxis.Numerics.Random.KeyedStream draws = new(1, (ulong)i, 0);
            double a = Math.Sqrt(0.5) * draws.Normal(0) + 0.5, b = a + Math.Sqrt(0.5) * draws.Normal(1) + 0.5;
            if (a / Math.Sqrt(0.5) >= design.CriticalZ[0]) first++;
            else if (b >= design.CriticalZ[1]) second++;
        }
        double[] stop = design.StopProbabilities(1);
        // Four binomial errors.
        Assert.InRange(first / (double)walks, stop[0] - 0.01, stop[0] + 0.01);
        Assert.InRange(second / (double)walks, stop[1] - 0.01, stop[1] + 0.01);
    }

    [Fact]
    public void Expected_events_agree_with_the_integral_over_entries()
    {
        SurvivalDesign design = new(0.03, 0.6, 18, 12, 0.01);
        foreach (double time in new[] { 5.0, 18, 30 })
        {
            double sum = 0;
            for (int i = 0; i < 20_000; i++)
            {
                double entry = 18 * (i + 0.5) / 20_000;
                foreach (double hazard in new[] { 0.03, 0.018 })
                    if (entry < time) sum += 0.5 * hazard / (hazard + 0.01) * (1 - Math.Exp(-(hazard + 0.01) * (time - entry)));
            }
            Assert.Equal(sum / 20_000, design.EventShare(time), 1e-4);
        }
        Assert.Equal(20, design.TimeOf(design.EventShare(20) * 500, 500), 1e-9);
    }

    [Fact]
    public void A_size_for_counts_has_the_power_that_simulation_finds()
    {
        double total = Math.Ceiling(RatesDesign.TotalForCounts(0.5, 0.8, 2, 0.8, 0.8) / 2) * 2;
        int people = (int)total, rejected = 0, trials = 300;
        bool[] treated = [.. Enumerable.Range(0, people).Select(i => i % 2 == 0)];
        double[] exposure = [.. Enumerable.Repeat(2.0, people)];
        int[] counts = new int[people];
        for (int t = 0; t < trials; t++)
        {
            for (int i = 0; i < people; i++)
            {
                Enteraxis.Numerics.Random.KeyedStream draws = new((ulong)t, (ulong)i, 3);
                counts[i] = (int)PoissonLaw.Quantile(draws.Uniform(0), (treated[i] ? 0.5 : 0.8) * 2 * draws.Gamma(1 / 0.8, 0.8, 1));
            }
            if (new Enteraxis.Statistics.Counts.TwoArmRates().Fit(counts, exposure, treated).P < 0.05) rejected++;
        }
        Assert.InRange(rejected / (double)trials, 0.7, 0.9);
    }

    [Fact]
    public void Fractions_that_do_not_rise_to_one_are_refused() => Assert.Throws<ArgumentException>(() => new GroupSequential(StoppingRule.Pocock, 2, 0.025, [0.5, 0.9]));
}
