using Enteraxis.Microbiome.Ecology.Alpha;
using Enteraxis.Microbiome.Ecology.Distances;
using Enteraxis.Microbiome.Ecology.GroupTests;
using Enteraxis.Microbiome.Ecology.Ordination;
using Enteraxis.Microbiome.Ecology.Rarefaction;

namespace Enteraxis.Microbiome.Tests.Ecology;

public sealed class VeganTests(VeganAnswers vegan) : IClassFixture<VeganAnswers>
{
    private const string Set = "dietswap";

    private static DistanceMatrix Bray => BrayCurtis.OfProportions(Expected.Table(Set));

    [Fact]
    public void Robust_Aitchison_distances_are_vegans()
    {
        double[] expected = vegan["robust"], actual = Aitchison.Robust(Expected.Table(Set)).Select([.. Enumerable.Range(0, 20)]).Condensed;
        foreach ((double e, double a) in expected.Zip(actual)) Expected.Close(e, a, 1e-7);
    }

    [Fact]
    public void Fishers_alpha_Chao1_and_the_expected_richness_are_vegans()
    {
        AlphaTable alpha = AlphaTable.Of(Expected.Table(Set));
        double[] fisher = vegan["fisher"], chao = vegan["chao1"], rarefied = vegan["rarefy"];
        for (int s = 0; s < fisher.Length; s++)
        {
            // vegan finds the root to about 1e-5 only.
            Expected.Close(fisher[s], alpha.Rows[s].FisherAlpha!.Value, 1e-4);
            Expected.Close(chao[s], alpha.Rows[s].Chao1!.Value, 1e-9 * chao[s]);
            Expected.Close(rarefied[s], ExpectedRichness.At(Expected.Table(Set).Sample(s).Values, 1_000), 1e-6);
        }
    }

    [Fact]
    public void All_eigenvalues_are_those_of_R_negative_ones_too()
    {
        double[] expected = vegan["eigenvalues"];
        Pcoa pcoa = Pcoa.Of(Bray);
        Assert.True(expected[^1] < -0.01);
        for (int a = 0; a < expected.Length; a++) Expected.Close(expected[a], pcoa.Eigenvalues[a], 1e-11 * expected[0]);
    }

    [Theory]
    [InlineData("terms", TermOrder.Sequential)]
    [InlineData("margin", TermOrder.Marginal)]
    public void Several_terms_are_tested_as_adonis2_does(string by, TermOrder order)
    {
        double[] df = vegan[by + ".Df"], squares = vegan[by + ".SumOfSqs"], r2 = vegan[by + ".R2"], f = vegan[by + ".F"], p = vegan[by + ".Pr(>F)"];
        PermanovaResult r = Permanova.Test(Bray, [Metadata.Factor(Set, "nationality"), Metadata.Factor(Set, "bmi_group"), Metadata.Number(Set, "timepoint")], order);
        for (int t = 0; t < 3; t++)
        {
            Assert.Equal(df[t], r.Terms[t].Df);
            Expected.Close(squares[t], r.Terms[t].SumOfSquares, 1e-9);
            Expected.Close(r2[t], r.Terms[t].R2, 1e-9);
            Expected.Close(f[t], r.Terms[t].F!.Value, 1e-6);
            NearlySameP(p[t], r.Terms[t].P!.Value);
        }
    }

    [Fact]
    public void Blocks_are_vegans_strata()
    {
        PermanovaResult r = Permanova.Test(Bray, [Metadata.Number(Set, "timepoint")], permutations: new PermutationOptions { Blocks = Metadata.Column(Set, "subject") });
        Expected.Close(vegan["strata.F"][0], r.Terms[0].F!.Value, 1e-6);
        NearlySameP(vegan["strata.p"][0], r.Terms[0].P!.Value);
    }

    [Theory]
    [InlineData("centroid", GroupCentre.Centroid, 1e-9)]
    // vegan finds the median by a general optimiser.
    [InlineData("median", GroupCentre.SpatialMedian, 1e-4)]
    public void Dispersion_is_betadispers(string type, GroupCentre centre, double tolerance)
    {
        DispersionResult r = Dispersion.Test(Bray, Metadata.Factor(Set, "nationality"), centre);
        double[] expected = vegan[type + ".distances"];
        for (int i = 0; i < expected.Length; i++) Expected.Close(expected[i], r.Distances[i], tolerance);
        Expected.Close(vegan[type + ".F"][0], r.F, 100 * tolerance * r.F);
        NearlySameP(vegan[type + ".p"][0], r.P);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(1)]
    public void Generalised_UniFrac_is_that_of_the_package_of_its_authors(double alpha)
    {
        double[] expected = vegan["gunifrac." + alpha.ToString(System.Globalization.CultureInfo.InvariantCulture)], actual = new UniFrac(Expected.Tree("esophagus")).Generalised(alpha).Condensed;
        foreach ((double e, double a) in expected.Zip(actual)) Expected.Close(e, a, 1e-9);
    }

    // Two draws of 999 permutations: four standard errors of their difference.
    private static void NearlySameP(double expected, double actual) => Expected.Close(expected, actual, 4 * Math.Sqrt(2 * expected * (1 - expected) / 1000) + 0.002);
}
