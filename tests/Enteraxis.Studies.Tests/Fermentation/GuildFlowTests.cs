using Enteraxis.Microbiome;
using Enteraxis.Microbiome.Import;
using Enteraxis.Numerics;
using Enteraxis.Studies.Fermentation;
using Enteraxis.Studies.Fermentation.Flows;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Tests.Fermentation;

public sealed class GuildFlowTests
{
    private static readonly FeatureTable Table = FeatureTableReader.Read(Installation.PathOf("examples", "feature-table.tsv"));
    private static readonly FermentationEstimator Estimator = new(Installation.Library);

    // What the model says each product gains, and what it says is eaten of each food.
    private static readonly (string Pool, string Gains)[] Gained = [("lac", "gut.make_lac"), ("suc", "gut.make_suc"), ("ace", "gut.make_ace"), ("ppa", "gut.make_ppa"), ("but", "gut.make_but"), ("bcf", "gut.make_bcf"), ("gas", "gut.make_gas")];

    [Fact]
    public void What_a_guild_eats_is_what_it_makes_to_rounding()
    {
        foreach (string sample in Table.SampleIds)
        {
            GuildFlows flows = Estimator.Flows(Table, sample);
            Assert.InRange(flows.Residual, 0, 1e-9);
            foreach (IGrouping<string, CarbonFlow> guild in flows.Flows.GroupBy(f => f.Guild))
                Assert.Equal(1, guild.Where(f => !f.Eaten).Sum(f => f.MillimolesCarbonPerDay) / guild.Where(f => f.Eaten).Sum(f => f.MillimolesCarbonPerDay), 9);
            Assert.Equal(Installation.Library.Guilds.Rows.Count, flows.Flows.Select(f => f.Guild).Distinct().Count());
        }
    }

    [Fact]
    public void The_tables_add_up_to_what_the_model_makes()
    {
        string sample = Table.SampleIds[0];
        SampleProfile profile = SampleProfile.Read(Table, [sample], Installation.Library, [])[0];
        string[] quantities = [.. Estimator.Models.Carbon.Quantities, .. Gained.Select(g => g.Gains), "gut.taken_ace"];
        double[] readings = new CommunityRest(Installation.Library, quantities).Find([Estimator.Request(profile, null)])[0]!.Readings;
        Dictionary<string, double> value = quantities.Zip(readings).ToDictionary(q => q.First, q => q.Second);
        double litres = Estimator.Models.Value("gut.volume");
        GuildFlows flows = GuildFlows.Of(sample, Estimator.Models.Carbon, Installation.Library.Guilds.Rows, q => value[q], litres);
        foreach ((string pool, string gains) in Gained) Close(value[gains] * litres, flows.Flows.Where(f => !f.Eaten && f.Pool == pool));
        Close(value["gut.taken_ace"] * litres, flows.Flows.Where(f => f.Eaten && f.Pool == "ace"));
        Assert.Equal(Estimator.Flows(Table, sample).Flows, flows.Flows);
    }

    [Theory]
    [InlineData("guild\tpool\teaten\tyield\troute\nnobody\tnsi\tgut.f\t\tsugars\n", "is not a guild")]
    [InlineData("guild\tpool\teaten\tyield\troute\nbac\tgold\tgut.f\t\tsugars\n", "is not a pool")]
    [InlineData("guild\tpool\teaten\tyield\troute\nbac\tnsi\tgut.f\t\tmagic\n", "by route 'magic'")]
    public void A_table_that_names_what_is_not_there_gets_a_sentence(string uptakes, string part)
    {
        using ScratchFolder scratch = new();
        foreach (string name in new[] { "carbon_pools.tsv", "products.tsv" }) File.Copy(Installation.PathOf("models", "gut", name), Path.Combine(scratch.Path, name));
        File.WriteAllText(Path.Combine(scratch.Path, "uptakes.tsv"), uptakes);
        Assert.Contains(part, Assert.Throws<InputException>(() => CarbonTables.Read(scratch.Path, Installation.Library.Guilds)).Message, StringComparison.Ordinal);
    }

    private static void Close(double expected, IEnumerable<CarbonFlow> flows) => Assert.Equal(1, flows.Sum(f => f.MillimolesCarbonPerDay) / expected, 9);
}
