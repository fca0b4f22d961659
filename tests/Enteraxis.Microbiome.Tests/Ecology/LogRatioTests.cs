using CsCheck;
using Enteraxis.Microbiome.Ecology.LogRatios;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Tests.Ecology;

public sealed class LogRatioTests
{
    private static readonly Gen<double[]> Parts = Gen.Double[0.001, 1_000].Array[2, 40];

    [Theory]
    [InlineData("dietswap")]
    [InlineData("esophagus")]
    [InlineData("globalpatterns")]
    public void Centred_log_ratios_equal_those_of_scikit_bio(string set)
    {
        string[][] lines = [.. Expected.Lines(Places.Shared(set, "expected", "clr_pseudo0.5_first5.tsv.gz")).Select(l => l.Split('\t'))];
        FeatureTable table = Expected.Table(set);
        double[] clr = new double[table.FeatureIds.Count];
        for (int c = 1; c < lines[0].Length; c++)
        {
            Clr.OfSample(table, table.IndexOf(lines[0][c]), 0.5, clr);
            for (int f = 0; f < clr.Length; f++)
            {
                Assert.Equal(table.FeatureIds[f], lines[f + 1][0]);
                Expected.Close(Expected.Number(lines[f + 1][c]), clr[f], 1e-7 * Math.Max(1, Math.Abs(clr[f])));
            }
        }
    }

    [Fact]
    public void They_sum_to_0_and_do_not_see_the_scale() =>
        Parts.Sample(parts =>
        {
            double[] one = new double[parts.Length], other = new double[parts.Length];
            Clr.Of(parts, one);
            Clr.Of([.. parts.Select(p => 17 * p)], other);
            Expected.Close(0, one.Sum(), 1e-10);
            foreach ((double a, double b) in one.Zip(other)) Expected.Close(a, b, 1e-10);
        });

    [Fact]
    public void Isometric_log_ratios_keep_lengths_and_lead_back() =>
        Parts.Sample(parts =>
        {
            double[] clr = new double[parts.Length], ilr = Ilr.Of(parts), back = Ilr.Inverse(ilr);
            Clr.Of(parts, clr);
            Expected.Close(clr.Sum(x => x * x), ilr.Sum(x => x * x), 1e-9);
            for (int i = 0; i < parts.Length; i++) Expected.Close(parts[i] / parts.Sum(), back[i], 1e-12);
        });

    [Fact]
    public void Coordinates_come_out_as_by_hand()
    {
        double[] ilr = Ilr.Of([1, Math.E, Math.E * Math.E]);
        Expected.Close(-Math.Sqrt(0.5), ilr[0], 1e-14);
        Expected.Close(-1.5 * Math.Sqrt(2 / 3.0), ilr[1], 1e-14);
    }

    [Fact]
    public void A_zero_has_no_logarithm() =>
        Assert.Contains("parts above 0", Assert.Throws<InputException>(() => Ilr.Of([1, 0])).Message, StringComparison.Ordinal);
}
