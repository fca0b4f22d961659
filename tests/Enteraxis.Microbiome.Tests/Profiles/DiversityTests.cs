using System.Globalization;
using CsCheck;
using Enteraxis.Microbiome.Import;
using Enteraxis.Microbiome.Profiles;

namespace Enteraxis.Microbiome.Tests.Profiles;

public sealed class DiversityTests
{
    [Theory]
    [InlineData("dietswap", "table.tsv.gz")]
    [InlineData("esophagus", "table.tsv.gz")]
    [InlineData("globalpatterns", "table.tsv.gz")]
    public void Indices_equal_those_of_scikit_bio(string set, string file)
    {
        string[][] rows = [.. File.ReadLines(Places.Shared(set, "expected", "alpha_skbio.tsv")).Select(l => l.Split('\t'))];
        FeatureTable t = FeatureTableReader.Read(Places.Shared(set, file));
        double Cell(string[] row, string name) => double.Parse(row[Array.IndexOf(rows[0], name)], CultureInfo.InvariantCulture);
        Assert.Equal(t.SampleIds.Count, rows.Length - 1);
        foreach (string[] row in rows[1..])
        {
            int s = t.IndexOf(row[0]);
            Diversity d = Diversity.Of(t.Sample(s).Values);
            Assert.Equal(Cell(row, "sum"), t.SampleSum(s));
            Assert.Equal(Cell(row, "observed"), d.Observed);
            Close(Cell(row, "shannon_bits"), d.ShannonBits);
            Close(Cell(row, "shannon_nats"), d.ShannonNats);
            Close(Cell(row, "simpson_1_minus_D"), d.Simpson);
            Close(Cell(row, "pielou_e"), d.Pielou!.Value);
        }
    }

    [Fact]
    public void Even_communities_reach_the_maximum()
    {
        Diversity d = Diversity.Of([3, 3, 3, 3]);
        Assert.Equal(2, d.ShannonBits, 12);
        Assert.Equal(0.75, d.Simpson, 12);
        Assert.Equal(1, d.Pielou!.Value, 12);
        Assert.Null(Diversity.Of([7]).Pielou);
    }

    [Fact]
    public void Order_zeros_and_scale_change_nothing() =>
        Gen.Double[0, 100].Array[2, 30].Where(a => a.Sum() > 1).Sample(a =>
        {
            Diversity one = Diversity.Of(a), other = Diversity.Of([.. a.Reverse().Select(v => v * 17), 0, 0]);
            Assert.Equal(one.Observed, other.Observed);
            Assert.Equal(one.ShannonNats, other.ShannonNats, 9);
            Assert.Equal(one.Simpson, other.Simpson, 9);
        });

    private static void Close(double expected, double actual) => Assert.InRange(actual, expected - 1e-8 * Math.Max(1, expected), expected + 1e-8 * Math.Max(1, expected));
}
