using Enteraxis.Microbiome.Ecology;
using Enteraxis.Microbiome.Ecology.Distances;
using Enteraxis.Microbiome.Ecology.GroupTests;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Tests.Ecology;

public sealed class PermanovaTests
{
    private static readonly string[] Ids = ["a", "b", "c", "d", "e", "f"];

    private static DistanceMatrix Line(params double[] places) =>
        new("line", [.. places.Select((_, i) => $"s{i}")], [.. from i in Enumerable.Range(0, places.Length) from j in Enumerable.Range(i + 1, places.Length - i - 1) select Math.Abs(places[i] - places[j])]);

    [Theory]
    [InlineData("dietswap")]
    [InlineData("globalpatterns")]
    public void F_R2_and_p_equal_those_of_scikit_bio(string set)
    {
        foreach (Dictionary<string, string> row in Expected.Rows(set, "permanova_skbio.tsv"))
        {
            PermanovaResult r = Permanova.Test(Expected.Measured(set, row["distance"]), [Metadata.Factor(set, row["factor"])]);
            PermanovaRow term = Assert.Single(r.Terms);
            Assert.Equal(Expected.Number(row["n"]), r.Samples);
            Assert.Equal(Expected.Number(row["groups"]) - 1, term.Df);
            Expected.Close(Expected.Number(row["permanova_F"]), term.F!.Value, 1e-6 * Expected.Number(row["permanova_F"]));
            Expected.Close(Expected.Number(row["R2"]), term.R2, 1e-6);
            // Two draws of 999: four standard errors of their difference.
            double p = Expected.Number(row["p_999_seed42"]);
            Expected.Close(p, term.P!.Value, 4 * Math.Sqrt(2 * p * (1 - p) / 1000) + 0.002);
        }
    }

    [Fact]
    public void On_a_line_it_is_the_ordinary_analysis_of_variance()
    {
        // Groups of means 1 and 5 about 3: between 2·3·4 = 24, within 2 + 2.
        PermanovaResult r = Permanova.Test(Line(0, 1, 2, 4, 5, 6), [ModelTerm.Factor("g", ["x", "x", "x", "y", "y", "y"])]);
        Assert.Equal((24.0, 4.0, 28.0), (Math.Round(r.Terms[0].SumOfSquares, 10), Math.Round(r.Residual.SumOfSquares, 10), Math.Round(r.TotalSumOfSquares, 10)));
        Assert.Equal(24, r.Terms[0].F!.Value, 9);
        Assert.Equal(24 / 28.0, r.Terms[0].R2, 12);
        // Of the 20 ways to choose three of six, 2 are as extreme.
        Expected.Close(0.1, r.Terms[0].P!.Value, 0.04);
        Assert.Contains(r.Notes, n => n.StartsWith("There are only 720 different orders", StringComparison.Ordinal));
    }

    [Fact]
    public void Sequential_sums_add_up_and_marginal_ones_do_not_depend_on_the_order()
    {
        DistanceMatrix d = BrayCurtis.OfProportions(Expected.Table("dietswap"));
        ModelTerm[] terms = [Metadata.Factor("dietswap", "nationality"), Metadata.Factor("dietswap", "bmi_group"), Metadata.Number("dietswap", "timepoint")], turned = [terms[2], terms[0], terms[1]];
        PermutationOptions few = new() { Permutations = 49 };
        PermanovaResult sequential = Permanova.Test(d, terms, TermOrder.Sequential, few), marginal = Permanova.Test(d, terms, TermOrder.Marginal, few), again = Permanova.Test(d, turned, TermOrder.Marginal, few);
        Expected.Close(sequential.Model.SumOfSquares, sequential.Terms.Sum(t => t.SumOfSquares), 1e-10);
        Expected.Close(1, sequential.Terms.Sum(t => t.R2) + sequential.Residual.R2, 1e-12);
        Expected.Close(sequential.Terms[2].SumOfSquares, marginal.Terms[2].SumOfSquares, 1e-10);
        foreach ((int one, int other) in new[] { (0, 1), (1, 2), (2, 0) }) Expected.Close(marginal.Terms[one].F!.Value, again.Terms[other].F!.Value, 1e-8);
        Assert.NotEqual(sequential.Terms[0].F!.Value, marginal.Terms[0].F!.Value);
    }

    [Fact]
    public void The_bits_are_the_same_on_any_number_of_threads()
    {
        DistanceMatrix d = Jaccard.OfPresence(Expected.Table("dietswap"));
        ModelTerm[] terms = [Metadata.Factor("dietswap", "group"), Metadata.Factor("dietswap", "sex")];
        PermanovaResult one = Permanova.Test(d, terms, options: new EcologyOptions { Threads = 1 }), many = Permanova.Test(d, terms, options: new EcologyOptions { Threads = 5 });
        Assert.Equal(one.Terms, many.Terms);
    }

    [Fact]
    public void Blocks_keep_samples_in_their_place()
    {
        // Two persons far apart, each measured before and after: within persons the shift is always 1.
        double[] places = [0, 1, 10, 11, 20, 21, 30, 31, 40, 41, 50, 51];
        string[] time = [.. places.Select((_, i) => i % 2 == 0 ? "before" : "after")], person = [.. places.Select((_, i) => $"p{i / 2}")];
        ModelTerm term = ModelTerm.Factor("time", time);
        double free = Permanova.Test(Line(places), [term]).Terms[0].P!.Value, blocked = Permanova.Test(Line(places), [term], permutations: new PermutationOptions { Blocks = person }).Terms[0].P!.Value;
        Assert.True(free > 0.5);
        // Of 64 orders within persons 2 are as extreme.
        Expected.Close(2 / 64.0, blocked, 0.02);
    }

    [Fact]
    public void A_term_that_never_differs_within_a_block_has_no_p()
    {
        PermanovaResult r = Permanova.Test(Line(0, 1, 5, 6, 2, 9), [ModelTerm.Factor("site", ["x", "x", "y", "y", "y", "y"])], permutations: new PermutationOptions { Blocks = ["1", "1", "2", "2", "3", "3"] });
        Assert.NotNull(r.Terms[0].F);
        Assert.Null(r.Terms[0].P);
        Assert.Contains(r.Notes, n => n.Contains("never differs within a block", StringComparison.Ordinal));
    }

    [Fact]
    public void Samples_with_missing_values_are_left_out_and_counted()
    {
        PermanovaResult r = Permanova.Test(Line(0, 1, 2, 4, 5, 6, 99), [ModelTerm.Factor("g", ["x", "x", "x", "y", "y", "y", null])]);
        Assert.Equal(6, r.Samples);
        Assert.Equal(24, r.Terms[0].F!.Value, 9);
        Assert.Contains(r.Notes, n => n.StartsWith("1 of 7 samples were left out", StringComparison.Ordinal));
    }

    [Fact]
    public void A_term_that_others_settle_adds_nothing()
    {
        string[] g = ["x", "x", "y", "y", "z", "z"];
        PermanovaResult r = Permanova.Test(Line(0, 1, 3, 4, 8, 9), [ModelTerm.Factor("g", g), ModelTerm.Factor("same", [.. g.Select(v => v + "!")])], TermOrder.Sequential);
        Assert.Equal((2, 0), (r.Terms[0].Df, r.Terms[1].Df));
        Assert.Null(r.Terms[1].F);
        Assert.Contains(r.Notes, n => n.Contains("settled by the other terms", StringComparison.Ordinal));
    }

    [Fact]
    public void A_model_that_cannot_be_tested_gets_a_sentence()
    {
        DistanceMatrix d = Line(0, 1, 2, 4, 5, 6);
        string Refused(ModelTerm term, PermutationOptions? options = null) => Assert.Throws<InputException>(() => Permanova.Test(d, [term], permutations: options)).Message;
        Assert.Contains("one value in all 6 samples", Refused(ModelTerm.Factor("g", ["x", "x", "x", "x", "x", "x"])), StringComparison.Ordinal);
        Assert.Contains("one value in all 6 samples", Refused(ModelTerm.Numeric("g", [1, 1, 1, 1, 1, 1])), StringComparison.Ordinal);
        Assert.Contains("another level in every sample", Refused(ModelTerm.Factor("g", Ids)), StringComparison.Ordinal);
        Assert.Contains("known for 2 of 6", Refused(ModelTerm.Factor("g", ["x", "y", null, null, null, ""])), StringComparison.Ordinal);
        Assert.Contains("one sample only", Refused(ModelTerm.Numeric("g", [1, 2, 3, 4, 5, 6]), new PermutationOptions { Blocks = Ids }), StringComparison.Ordinal);
        Assert.Contains("cannot be drawn", Refused(ModelTerm.Numeric("g", [1, 2, 3, 4, 5, 6]), new PermutationOptions { Permutations = 0 }), StringComparison.Ordinal);
        Assert.Contains("nothing to explain", Assert.Throws<InputException>(() => Permanova.Test(Line(1, 1, 1, 1), [ModelTerm.Factor("g", ["x", "x", "y", "y"])])).Message, StringComparison.Ordinal);
        Assert.Contains("leave none for the residual", Assert.Throws<InputException>(() => Permanova.Test(d,
            [ModelTerm.Factor("g", ["x", "x", "y", "y", "z", "z"]), ModelTerm.Factor("h", ["u", "v", "v", "w", "w", "t"])], TermOrder.Sequential)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Permutations_are_a_function_of_seed_and_index_and_even()
    {
        PermutationScheme scheme = PermutationScheme.Of([0, 1, 2], new PermutationOptions { Seed = 3 });
        Dictionary<string, int> seen = [];
        int[] order = new int[3];
        for (int k = 1; k <= 6_000; k++)
        {
            scheme.Fill(k, order);
            string key = string.Join("", order);
            seen[key] = seen.GetValueOrDefault(key) + 1;
        }
        Assert.Equal(6, seen.Count);
        Assert.All(seen.Values, v => Assert.InRange(v, 870, 1_130));
        int[] again = new int[3];
        scheme.Fill(6_000, again);
        Assert.Equal(order, again);
    }
}
