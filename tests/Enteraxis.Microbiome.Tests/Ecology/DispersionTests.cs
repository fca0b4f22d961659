using Enteraxis.Microbiome.Ecology.Distances;
using Enteraxis.Microbiome.Ecology.GroupTests;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Tests.Ecology;

public sealed class DispersionTests
{
    [Theory]
    [InlineData("dietswap")]
    [InlineData("globalpatterns")]
    public void With_negative_axes_dropped_F_equals_that_of_scikit_bio(string set)
    {
        foreach (Dictionary<string, string> row in Expected.Rows(set, "permanova_skbio.tsv"))
        {
            DispersionResult r = Dispersion.Test(Expected.Measured(set, row["distance"]), Metadata.Factor(set, row["factor"]), GroupCentre.Centroid, NegativeAxes.Dropped, new PermutationOptions { Permutations = 9 });
            double expected = Expected.Number(row["permdisp_centroid_F"]);
            Expected.Close(expected, r.F, 1e-6 * Math.Max(1, expected));
        }
    }

    [Fact]
    public void Distances_to_centroids_are_the_same_with_axes_and_without()
    {
        DistanceMatrix d = Aitchison.WithPseudocount(Expected.Table("globalpatterns"));
        ModelTerm groups = Metadata.Factor("globalpatterns", "SampleType");
        DispersionResult without = Dispersion.Test(d, groups, GroupCentre.Centroid), with = Dispersion.Test(d, groups, GroupCentre.Centroid, NegativeAxes.Dropped);
        for (int i = 0; i < d.Count; i++) Expected.Close(without.Distances[i], with.Distances[i], 1e-6);
        Assert.Equal(without.P, with.P);
    }

    [Fact]
    public void The_spatial_median_is_that_of_the_plane()
    {
        // The Fermat point of a square's corners and one far point on its diagonal lies on a corner or inside, never at the mean.
        double[][] square = [[0, 2, 0, 2, 1], [0, 0, 2, 2, 1]];
        Assert.Equal([1.0, 1.0], SpatialMedian.Of(square, [0, 1, 2, 3, 4]).Select(x => Math.Round(x, 9)));
        // An angle of 120 degrees or more at one point makes that point the median.
        double[] median = SpatialMedian.Of([[-10, 0, 10], [0, 0.5, 0]], [0, 1, 2]);
        Expected.Close(0, median[0], 1e-6);
        Expected.Close(0.5, median[1], 1e-6);
    }

    [Fact]
    public void Groups_of_unequal_spread_are_told_apart()
    {
        double[] places = [-1, 1, -2, 2, -1.5, 1.5, -30, 30, -20, 20, -25, 25];
        DistanceMatrix d = new("line", [.. places.Select((_, i) => $"s{i}")], [.. from i in Enumerable.Range(0, 12) from j in Enumerable.Range(i + 1, 11 - i) select Math.Abs(places[i] - places[j])]);
        DispersionResult r = Dispersion.Test(d, ModelTerm.Factor("g", [.. places.Select((_, i) => i < 6 ? "narrow" : "wide")]));
        Assert.Equal(["narrow", "wide"], r.Groups.Select(g => g.Level));
        Expected.Close(1.5, r.Groups[0].MeanDistance, 1e-6);
        Expected.Close(25, r.Groups[1].MeanDistance, 1e-6);
        Assert.True(r.P < 0.01);
        Assert.Equal((1, 10), (r.GroupDf, r.ResidualDf));
    }

    [Fact]
    public void Spread_that_cannot_be_compared_gets_a_sentence()
    {
        DistanceMatrix d = new("m", ["a", "b", "c"], [1, 2, 3]);
        Assert.Contains("needs two groups", Assert.Throws<InputException>(() => Dispersion.Test(d, ModelTerm.Factor("g", ["x", "x", "x"]))).Message, StringComparison.Ordinal);
        Assert.Contains("equally far", Assert.Throws<InputException>(() => Dispersion.Test(new DistanceMatrix("m", ["a", "b", "c", "d"], [1, 5, 5, 5, 5, 1]), ModelTerm.Factor("g", ["x", "x", "y", "y"]))).Message, StringComparison.Ordinal);
        Assert.Contains("no spread", Assert.Throws<InputException>(() => Dispersion.Test(d, ModelTerm.Factor("g", ["x", "y", "z"]))).Message, StringComparison.Ordinal);
    }
}
