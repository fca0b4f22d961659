using Enteraxis.Microbiome.Ecology;
using Enteraxis.Microbiome.Ecology.Distances;

namespace Enteraxis.Microbiome.Tests.Ecology;

public sealed class DistanceTests
{
    public static TheoryData<string, string> Sets()
    {
        TheoryData<string, string> data = [];
        foreach (string set in new[] { "dietswap", "esophagus", "globalpatterns" })
        {
            foreach (string plain in new[] { "braycurtis_counts", "braycurtis_relabund", "jaccard_presence", "aitchison_pseudo0.5" }) data.Add(set, plain);
            if (set != "dietswap")
                foreach (string tree in new[] { "unifrac_unweighted", "unifrac_weighted_raw", "unifrac_weighted_normalized" }) data.Add(set, tree);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Distances_equal_those_of_scikit_bio(string set, string measure)
    {
        DistanceMatrix expected = Expected.Distances(set, measure), actual = Expected.Measured(set, measure);
        Assert.Equal(expected.Ids, actual.Ids);
        Assert.Equal(measure, actual.Measure);
        for (int k = 0; k < expected.Condensed.Length; k++) Expected.Close(expected.Condensed[k], actual.Condensed[k], 1e-7 * Math.Max(1, expected.Condensed[k]));
    }

    [Fact]
    public void The_bits_are_the_same_on_any_number_of_threads()
    {
        FeatureTable table = Expected.Table("dietswap");
        foreach (Func<EcologyOptions, DistanceMatrix> measure in new Func<EcologyOptions, DistanceMatrix>[]
            { o => BrayCurtis.OfProportions(table, o), o => Aitchison.WithPseudocount(table, options: o), o => Aitchison.Robust(table, o) })
            Assert.Equal(measure(new EcologyOptions { Threads = 1 }).Condensed, measure(new EcologyOptions { Threads = 7 }).Condensed);
    }

    [Fact]
    public void The_bits_do_not_depend_on_the_order_of_the_samples()
    {
        FeatureTable table = Expected.Table("dietswap");
        double[][] rows = SmallTable.Dense(table);
        int n = rows.Length;
        FeatureTable turned = SmallTable.Of([.. rows.Reverse()], [.. table.FeatureIds]);
        (Func<FeatureTable, DistanceMatrix>, string)[] all =
            [(t => BrayCurtis.OfProportions(t), "proportions"), (t => Jaccard.OfPresence(t), "presence"), (t => Aitchison.WithPseudocount(t), "log-ratios"), (t => Aitchison.Robust(t), "robust")];
        foreach ((Func<FeatureTable, DistanceMatrix> measure, string name) in all)
        {
            DistanceMatrix one = measure(table), other = measure(turned);
            for (int i = 0; i < n; i++)
                for (int j = i + 1; j < n; j++) Assert.True(one[i, j] == other[n - 1 - i, n - 1 - j], name);
        }
    }

    [Fact]
    public void Proportions_do_not_see_the_scale_and_log_ratios_of_full_samples_do_not_either()
    {
        FeatureTable one = SmallTable.Of([4, 1, 5], [1, 7, 2], [3, 3, 9]), other = SmallTable.Of([8, 2, 10], [1, 7, 2], [3, 3, 9]);
        Expected.Close(BrayCurtis.OfProportions(one)[0, 1], BrayCurtis.OfProportions(other)[0, 1], 1e-15);
        Expected.Close(Aitchison.Robust(one)[0, 1], Aitchison.Robust(other)[0, 1], 1e-14);
        Assert.NotEqual(BrayCurtis.OfCounts(one)[0, 1], BrayCurtis.OfCounts(other)[0, 1]);
    }

    [Fact]
    public void Small_cases_come_out_as_by_hand()
    {
        FeatureTable t = SmallTable.Of([1, 2, 0, 0], [0, 3, 4, 0], [1, 2, 0, 0], [0, 0, 0, 6]);
        Assert.Equal(0.6, BrayCurtis.OfCounts(t)[0, 1], 15);
        Assert.Equal(2 / 3.0, Jaccard.OfPresence(t)[0, 1], 15);
        foreach (DistanceMatrix d in new[] { BrayCurtis.OfCounts(t), BrayCurtis.OfProportions(t), Jaccard.OfPresence(t), Aitchison.WithPseudocount(t), Aitchison.Robust(t) }) Assert.Equal(0, d[0, 2]);
        Assert.Equal((1.0, 1.0), (BrayCurtis.OfCounts(t)[0, 3], Jaccard.OfPresence(t)[3, 1]));
        double half = Math.Log(2) / 2;
        Expected.Close(Math.Sqrt(half * half + Math.Pow(half - Math.Log(0.75) / 2, 2) + Math.Pow(Math.Log(4 / 3.0) / 2, 2)), Aitchison.Robust(t)[0, 1], 1e-12);
    }

    [Fact]
    public void Nearly_equal_samples_keep_their_small_distance()
    {
        double[] a = [.. Enumerable.Range(1, 400).Select(i => 1e6 + i)], b = [.. a];
        b[7]++;
        double expected = Math.Log((b[7] + 0.5) / (a[7] + 0.5)) * Math.Sqrt(1 - 1 / 400.0);
        Expected.Close(expected, Aitchison.WithPseudocount(SmallTable.Of(a, b))[0, 1], 1e-9 * expected);
    }

    [Fact]
    public void Samples_without_reads_are_left_out_and_named()
    {
        DistanceMatrix d = BrayCurtis.OfCounts(SmallTable.Of([1, 2], [0, 0], [3, 1]));
        Assert.Equal(["S0", "S2"], d.Ids);
        Assert.Contains("'S1'", Assert.Single(d.Notes), StringComparison.Ordinal);
        Assert.Contains("two samples", Assert.Throws<Numerics.InputException>(() => Jaccard.OfPresence(SmallTable.Of([1, 2], [0, 0]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pseudocount_of_counts_is_not_put_on_proportions() =>
        Assert.Contains("no counts", Assert.Throws<Numerics.InputException>(() => Aitchison.WithPseudocount(SmallTable.Of([0.25, 0.75], [0.5, 0.5]))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_part_of_a_matrix_holds_the_distances_of_its_samples()
    {
        DistanceMatrix d = new("m", ["a", "b", "c", "d"], [1, 2, 3, 4, 5, 6]), part = d.Select([3, 0, 2]);
        Assert.Equal([3.0, 6.0, 2.0], part.Condensed);
        Assert.Equal(["d", "a", "c"], part.Ids);
    }
}
