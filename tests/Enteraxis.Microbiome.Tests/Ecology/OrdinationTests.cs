using Enteraxis.Microbiome.Ecology;
using Enteraxis.Microbiome.Ecology.Distances;
using Enteraxis.Microbiome.Ecology.Ordination;

namespace Enteraxis.Microbiome.Tests.Ecology;

public sealed class OrdinationTests
{
    [Theory]
    [InlineData("dietswap")]
    [InlineData("esophagus")]
    [InlineData("globalpatterns")]
    public void Eigenvalues_equal_those_of_scikit_bio(string set)
    {
        foreach (IGrouping<string, Dictionary<string, string>> measure in Expected.Rows(set, "pcoa_eigen_skbio.tsv").GroupBy(r => r["distance"]))
        {
            Pcoa pcoa = Pcoa.Of(Expected.Measured(set, measure.Key));
            double largest = pcoa.Eigenvalues[0];
            foreach (Dictionary<string, string> row in measure)
            {
                int axis = int.Parse(row["axis"], System.Globalization.CultureInfo.InvariantCulture) - 1;
                // The file has ten digits; negative eigenvalues stand as 0 in it, and what is left of 0 is rounding.
                double expected = Expected.Number(row["eigenvalue"]);
                Expected.Close(expected, Math.Max(0, pcoa.Eigenvalues[axis]), 1e-8 * expected + 1e-12 * largest);
                Expected.Close(Expected.Number(row["proportion_explained_skbio"]), pcoa.ShareExplained[axis], 1e-8);
            }
        }
    }

    [Fact]
    public void Coordinates_of_Euclidean_distances_give_the_distances_back()
    {
        DistanceMatrix d = Aitchison.WithPseudocount(Expected.Table("esophagus"));
        Pcoa pcoa = Pcoa.Of(d);
        Assert.Equal(2, pcoa.Coordinates.Count);
        Assert.DoesNotContain(pcoa.Notes, n => n.Contains("Euclidean", StringComparison.Ordinal));
        for (int i = 0; i < d.Count; i++)
            for (int j = 0; j < d.Count; j++) Expected.Close(d[i, j], Math.Sqrt(pcoa.Coordinates.Sum(c => (c[i] - c[j]) * (c[i] - c[j]))), 1e-10);
    }

    [Fact]
    public void Points_on_a_line_need_one_axis_and_its_sign_is_settled()
    {
        DistanceMatrix d = new("line", ["a", "b", "c", "d"], [1, 2, 6, 1, 5, 4]);
        Pcoa pcoa = Pcoa.Of(d);
        Assert.Single(pcoa.Coordinates);
        Expected.Close(2.25 * 2.25 + 1.25 * 1.25 + 0.25 * 0.25 + 3.75 * 3.75, pcoa.Eigenvalues[0], 1e-12);
        Assert.Equal([-2.25, -1.25, -0.25, 3.75], pcoa.Coordinates[0].Select(x => Math.Round(x, 10)));
        Assert.Equal(1, pcoa.ShareExplained[0], 12);
    }

    [Fact]
    public void Negative_eigenvalues_are_told()
    {
        Pcoa pcoa = Pcoa.Of(new DistanceMatrix("odd", ["a", "b", "c"], [1, 1, 3]));
        Assert.True(pcoa.Eigenvalues[^1] < 0);
        Assert.Contains("1 eigenvalues are negative", Assert.Single(pcoa.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Leading_axes_alone_equal_those_of_the_whole_on_any_number_of_threads()
    {
        DistanceMatrix d = BrayCurtis.OfProportions(Expected.Table("dietswap"));
        Pcoa whole = Pcoa.Of(d, 4), leading = Pcoa.Of(d, 4, new EcologyOptions { Threads = 1 }, allUpTo: 10), threaded = Pcoa.Of(d, 4, new EcologyOptions { Threads = 3 }, allUpTo: 10);
        Assert.False(leading.AllEigenvalues);
        Assert.Equal(4, leading.Eigenvalues.Count);
        for (int a = 0; a < 4; a++)
        {
            Expected.Close(whole.Eigenvalues[a], leading.Eigenvalues[a], 1e-9 * whole.Eigenvalues[0]);
            for (int i = 0; i < d.Count; i++) Expected.Close(whole.Coordinates[a][i], leading.Coordinates[a][i], 1e-6);
            Assert.Equal(leading.Coordinates[a], threaded.Coordinates[a]);
        }
    }

    [Fact]
    public void Equal_samples_have_no_axis() => Assert.Empty(Pcoa.Of(new DistanceMatrix("m", ["a", "b", "c"], [0, 0, 0])).Coordinates);
}
