using Enteraxis.Microbiome;
using Enteraxis.Microbiome.Import;
using Enteraxis.Numerics;
using Enteraxis.Studies.GutReferences;

namespace Enteraxis.Studies.Tests.GutReferences;

public sealed class StandingTests
{
    private static readonly FeatureTable Table = FeatureTableReader.Read(Installation.PathOf("examples", "feature-table.tsv"));

    [Fact]
    public void Of_equal_shares_half_count_as_below()
    {
        ReferenceValues law = new([0, 0, 0, 0.1, 0.2, 0.2, 0.3, 0.4, 0.5, 0.6]);
        Assert.Equal(15, law.PercentileOf(0));
        Assert.Equal(30, law.PercentileOf(0.05));
        Assert.Equal(50, law.PercentileOf(0.2));
        Assert.Equal(100, law.PercentileOf(0.7));
        Assert.Equal(95, law.PercentileOf(0.6));
    }

    [Fact]
    public void Nobody_is_compared_with_herself()
    {
        ReferenceValues law = new([0.1, 0.2, 0.2, 0.3]);
        Assert.Equal((3, 50.0), (law.Without(0.2).Count, law.Without(0.2).PercentileOf(0.2)));
        Assert.Same(law, law.Without(0.25));
        (ReferenceSet own, string? doubt) = GivenReference.Of(Table, null, null, null, own: true, SharedPeople.Tables);
        IReadOnlyList<Standing> standings = Standing.Of(ItemShares.Of(Table, SharedPeople.Tables), own);
        Assert.All(standings, s => Assert.Equal(2, s.ReferenceCount));
        // Of two others one is below, above or equal: nothing else can come out.
        Assert.All(standings, s => Assert.Contains(s.Percentile, new[] { 0.0, 25, 50, 75, 100 }));
        Assert.Contains("3 people only", doubt, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interval_holds_depth_and_the_size_of_the_reference()
    {
        ReferenceSet shipped = ShippedReference.Read(Installation.PathOf("models", "gut"), SharedPeople.Tables);
        IReadOnlyList<Standing> all = Standing.Of(ItemShares.Of(Table, SharedPeople.Tables), shipped);
        Assert.NotEmpty(all);
        Assert.All(all, s =>
        {
            Assert.True(s.Low <= s.DepthLow && s.DepthLow <= s.Percentile && s.Percentile <= s.DepthHigh && s.DepthHigh <= s.High, s.ToString());
            Assert.InRange(s.Low, 0, 100);
            Assert.InRange(s.High, 0, 100);
            // 366 people leave at least some points open.
            Assert.True(s.High - s.Low > 1, s.ToString());
        });
        Assert.Contains(all, s => s.SiteHigh > s.SiteLow && s.CohortHigh > s.CohortLow);
    }

    [Fact]
    public void A_hundredth_of_the_reads_widens_the_interval()
    {
        ReferenceSet shipped = ShippedReference.Read(Installation.PathOf("models", "gut"), SharedPeople.Tables);
        using ScratchFolder scratch = new();
        string[] lines = File.ReadAllLines(Installation.PathOf("examples", "feature-table.tsv"));
        string Shallow(string line) => line.StartsWith("ASV", StringComparison.Ordinal) && line.Split('\t') is var c ? string.Join('\t', [c[0], .. c[1..4].Select(x => (int.Parse(x, System.Globalization.CultureInfo.InvariantCulture) / 100).ToString(System.Globalization.CultureInfo.InvariantCulture)), .. c[4..]]) : line;
        FeatureTable shallow = FeatureTableReader.Read(scratch.Write("t.tsv", string.Join('\n', lines.Select(Shallow)) + "\n"));
        double Width(FeatureTable t) => Standing.Of(ItemShares.Of(t, SharedPeople.Tables), shipped).Where(s => s.Percentile is > 10 and < 90).Average(s => s.DepthHigh - s.DepthLow);
        Assert.True(Width(shallow) > 3 * Width(Table), $"{Width(shallow)} against {Width(Table)} points");
    }

    [Theory]
    [InlineData("home", null, "write column=value")]
    [InlineData("home=9", null, "column of metadata")]
    [InlineData(null, "site", "--site")]
    public void A_reference_that_cannot_be_made_is_one_sentence(string? group, string? site, string says) =>
        Assert.Contains(says, Assert.Throws<InputException>(() => GivenReference.Of(Table, null, group, site, own: true, SharedPeople.Tables)).Message, StringComparison.Ordinal);
}
