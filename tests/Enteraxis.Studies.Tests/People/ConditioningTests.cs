using Enteraxis.Studies.People;

namespace Enteraxis.Studies.Tests.People;

public sealed class ConditioningTests
{
    private static readonly HistoryMatch[] Matches = [new("relapses", "relapses", Over.Change, 0.6), new("edss", "edss", Over.End, 0.5)];

    private static Questionnaire Answers(params (string Key, double Value)[] numbers) =>
        new() { Numbers = numbers.ToDictionary(n => n.Key, n => n.Value), Words = new Dictionary<string, string>(), Conditions = [], ConditionsGiven = true };

    private static History Past(double relapses, double edss, bool failed = false) => new(1, failed, [relapses, edss], [], [], new([], [], []));

    [Fact]
    public void A_weight_is_the_product_of_a_Gaussian_for_each_answer()
    {
        double[] w = Conditioning.Weights([Past(1, 2), Past(2, 2), Past(1, 3), Past(3, 1)], Matches, Answers(("relapses", 1), ("edss", 2)));
        Assert.Equal([1, Math.Exp(-0.5 / 0.36), Math.Exp(-0.5 / 0.25), Math.Exp(-2 / 0.36 - 0.5 / 0.25)], w.Select(x => Math.Round(x, 14)), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void An_answer_that_was_not_given_weighs_nothing()
    {
        double[] w = Conditioning.Weights([Past(1, 2), Past(9, 2)], Matches, Answers(("edss", 2)));
        Assert.Equal([1.0, 1.0], w);
        Assert.Equal([1.0, 1.0], Conditioning.Weights([Past(1, 2), Past(9, 9)], Matches, Answers()));
    }

    [Fact]
    public void A_past_that_failed_or_is_no_number_has_no_weight() =>
        Assert.Equal([1.0, 0, 0], Conditioning.Weights([Past(1, 2), Past(1, 2, failed: true), Past(double.NaN, 2)], Matches, Answers(("relapses", 1), ("edss", 2))));

    [Theory]
    [InlineData(new double[] { 1, 1, 1, 1 }, 100, 100)]
    [InlineData(new double[] { 2, 2, 0, 0 }, 100, 50)]
    [InlineData(new double[] { 3, 1 }, 100, 80)]
    public void The_effective_size_is_the_square_of_the_sum_by_the_sum_of_squares(double[] pattern, int bank, double size)
    {
        double[] weights = [.. Enumerable.Range(0, bank).Select(i => pattern[i % pattern.Length])];
        Assert.Equal(weights.Sum() * weights.Sum() / weights.Sum(w => w * w), Conditioning.EffectiveSize(weights, bank), 1e-9);
        Assert.Equal(size, Conditioning.EffectiveSize(weights, bank), 1e-9);
    }

    [Theory]
    [InlineData(29, false)]
    [InlineData(30, true)]
    public void Below_thirty_the_study_refuses(int equal, bool enough)
    {
        double[] weights = [.. Enumerable.Range(0, 2000).Select(i => i < equal ? 1.0 : 0)];
        if (enough) Assert.Equal(equal, Conditioning.EffectiveSize(weights, 2000), 1e-9);
        else Assert.Contains("Only 29.0 of 2000 simulated pasts fit", Installation.Fault(() => Conditioning.EffectiveSize(weights, 2000)), StringComparison.Ordinal);
    }

    [Fact]
    public void Pasts_that_are_all_equally_far_from_the_answers_do_not_fit()
    {
        double[] w = Conditioning.Weights([.. Enumerable.Repeat(Past(0, 0), 300)], Matches, Answers(("relapses", 1), ("edss", 2)));
        Assert.Contains("Only 0.0 of 300 simulated pasts fit", Installation.Fault(() => Conditioning.EffectiveSize(w, 300)), StringComparison.Ordinal);
    }

    [Fact]
    public void No_weight_at_all_is_refused_too() => Assert.Contains("Only 0.0 of 3", Installation.Fault(() => Conditioning.EffectiveSize([0, 0, 0], 3)), StringComparison.Ordinal);

    [Theory]
    [InlineData(200)]
    [InlineData(7)]
    public void Each_past_is_drawn_as_often_as_its_weight_says_up_to_rounding(int twins)
    {
        double[] weights = [0.1, 3, 0, 1.7, 5, 0.0001, 2];
        for (ulong seed = 1; seed <= 50; seed++)
        {
            IReadOnlyList<(int Index, int Copy)> drawn = Conditioning.Resample(weights, twins, seed);
            Assert.Equal(twins, drawn.Count);
            for (int i = 0; i < weights.Length; i++)
            {
                double expected = twins * weights[i] / weights.Sum();
                int[] copies = [.. drawn.Where(d => d.Index == i).Select(d => d.Copy)];
                Assert.InRange(copies.Length, Math.Floor(expected - 1e-9), Math.Ceiling(expected + 1e-9));
                Assert.Equal(Enumerable.Range(0, copies.Length), copies);
            }
        }
    }

    [Fact]
    public void Over_many_seeds_the_mean_share_is_the_weight()
    {
        double[] weights = [0.1, 3, 0, 1.7, 5.2];
        double[] counts = new double[5];
        for (ulong seed = 1; seed <= 2000; seed++)
            foreach ((int index, int _) in Conditioning.Resample(weights, 3, seed)) counts[index]++;
        for (int i = 0; i < 5; i++) Assert.Equal(weights[i] / 10, counts[i] / 6000, 0.02);
    }

    /// <summary>A known answer: the state is standard normal, what is observed is the state with the kernel's error; the posterior is normal with mean y/(1+k²).</summary>
    [Fact]
    public void Twins_follow_the_posterior_of_the_textbook()
    {
        Enteraxis.Numerics.Random.KeyedStream stream = new(3, 1, 1);
        History[] bank = [.. Enumerable.Range(0, 20_000).Select(i => Past(0, stream.Normal((ulong)i)))];
        double[] weights = Conditioning.Weights(bank, Matches, Answers(("edss", 1.2)));
        double[] twins = [.. Conditioning.Resample(weights, 4000, 5).Select(d => bank[d.Index].Matches[1])];
        double mean = twins.Average(), variance = twins.Average(x => (x - mean) * (x - mean));
        Assert.Equal(1.2 / 1.25, mean, 0.02);
        Assert.Equal(0.25 / 1.25, variance, 0.015);
    }
}
