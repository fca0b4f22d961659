using Enteraxis.Microbiome.Ecology;
using Enteraxis.Microbiome.Ecology.Alpha;
using Enteraxis.Microbiome.Ecology.Distances;
using Enteraxis.Microbiome.Phylogeny;

namespace Enteraxis.Microbiome.Tests.Ecology;

public sealed class UniFracTests
{
    // Samples: S0 = {a}, S1 = {b}, S2 = {a, a, c, c}.
    private static readonly FeatureTable Table = SmallTable.Of([[4, 0, 0], [0, 2, 0], [1, 0, 1]], ["a", "b", "c"]);

    private static TableTree Join(string newick, FeatureTable? table = null) => TableTree.Join(NewickReader.Read(new StringReader(newick), "tree.nwk"), table ?? Table);

    [Fact]
    public void Small_cases_come_out_as_by_hand()
    {
        UniFrac u = new(Join("((a:1,b:2):3,c:4);"));
        Assert.Equal(3 / 6.0, u.Unweighted()[0, 1], 15);
        Assert.Equal(4 / 8.0, u.Unweighted()[0, 2], 15);
        Assert.Equal(3, u.WeightedRaw()[0, 1], 15);
        Assert.Equal(3 / 9.0, u.WeightedNormalised()[0, 1], 15);
        Assert.Equal(0.5 + 1.5 + 2, u.WeightedRaw()[0, 2], 15);
    }

    [Fact]
    public void The_generalised_form_ends_in_the_weighted_one_and_is_as_by_hand_between()
    {
        UniFrac u = new(Join("((a:1,b:2):3,c:4);"));
        Assert.Equal(u.WeightedNormalised().Condensed, u.Generalised(1).Condensed);
        // S0 and S2: branch a 1, ½; the one above 1, ½; branch c 0, ½.
        double half = Math.Sqrt(1.5), expected = ((1 + 3) * half / 3 + 4 * Math.Sqrt(0.5)) / ((1 + 3) * half + 4 * Math.Sqrt(0.5));
        Expected.Close(expected, u.Generalised()[0, 2], 1e-14);
        Expected.Close(((1 + 3) / 3.0 + 4) / 8, u.Generalised(0)[0, 2], 1e-14);
    }

    [Fact]
    public void The_way_down_from_the_root_counts_and_forks_without_features_do_not()
    {
        TableTree tree = Join("(((a:1,(x:9,b:1)q:1)r:0.5)s:2.5,(y:1,(z:1,w:1):1):7);", SmallTable.Of([[1, 0], [0, 1]], ["a", "b"]));
        Assert.Equal(3, tree.BranchCount);
        Assert.Equal(3 / 6.0, new UniFrac(tree).Unweighted()[0, 1], 15);
        Assert.Equal([4.0, 5.0], AlphaTable.Of(tree.Table, tree).Rows.Select(r => r.FaithPd!.Value));
    }

    [Theory]
    [InlineData("((a:1,b:2):3,c:4):5;", 9, 3 / 11.0)]
    [InlineData("((a:1,b:2):3):5;", 9, 3 / 11.0)]
    [InlineData("((a:1,b:2):3,c:4);", 4, 0.5)]
    public void The_roots_own_length_counts_as_scikit_bio_has_it(string newick, double faith, double unweighted)
    {
        TableTree tree = Join(newick);
        Assert.Equal(faith, AlphaTable.Of(Table, tree).Rows[0].FaithPd!.Value, 12);
        Assert.Equal(unweighted, new UniFrac(tree).Unweighted()[0, 1], 12);
    }

    [Fact]
    public void Features_missing_from_the_tree_are_counted_and_left_out()
    {
        TableTree tree = Join("((a:1,b:2):3,d:4);");
        Assert.Equal(["c"], tree.MissingFeatures);
        Assert.Equal([0, 0, 0.5], tree.MissingShare);
        Assert.Contains(tree.Notes, n => n.StartsWith("1 of 3 features are not in tree.nwk", StringComparison.Ordinal));
        Assert.Equal(0, new UniFrac(tree).WeightedRaw()[0, 2]);
    }

    [Fact]
    public void A_sample_with_no_read_in_the_tree_is_left_out_and_named()
    {
        DistanceMatrix d = new UniFrac(Join("(a:1,c:2);")).Unweighted();
        Assert.Equal(["S0", "S2"], d.Ids);
        Assert.Contains(d.Notes, n => n.Contains("'S1'", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("(x:1,y:2);", "none of its 2 tips")]
    [InlineData("(a:1,(a:2,b:1):1);", "'a' stands twice")]
    public void A_tree_that_does_not_fit_gets_a_sentence(string newick, string part) =>
        Assert.Contains(part, Assert.Throws<Numerics.InputException>(() => Join(newick)).Message, StringComparison.Ordinal);

    [Fact]
    public void Spaces_of_an_id_may_be_underscores_in_the_tree() =>
        Assert.Empty(Join("(one_two:1,b:1);", SmallTable.Of([[1, 1], [1, 0]], ["one two", "b"])).MissingFeatures);

    [Fact]
    public void The_bits_are_the_same_on_any_number_of_threads()
    {
        TableTree tree = Expected.Tree("globalpatterns");
        UniFrac one = new(tree, new EcologyOptions { Threads = 1 }), many = new(tree, new EcologyOptions { Threads = 5 });
        Assert.Equal(one.Unweighted().Condensed, many.Unweighted().Condensed);
        Assert.Equal(one.WeightedNormalised().Condensed, many.WeightedNormalised().Condensed);
        Assert.Equal(one.Generalised().Condensed, many.Generalised().Condensed);
    }
}
