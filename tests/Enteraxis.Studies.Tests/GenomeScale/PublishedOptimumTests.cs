using System.Text.Json;
using Enteraxis.Modelling.Sbml.Fbc;
using Enteraxis.Simulation.Flux;
using Enteraxis.Studies.GenomeScale;

namespace Enteraxis.Studies.Tests.GenomeScale;

/// <summary>Models of others, which never ship: read from the folder that ENTERAXIS_FLUX_MODELS names, where it is set.</summary>
public sealed class PublishedOptimumTests
{
    // What cobrapy's own tests and tutorials print of these files; e_coli_core: Orth, Fleming, Palsson, EcoSal 2010.
    [Theory]
    [InlineData("textbook.xml.gz", 0.8739215069684303)]
    [InlineData("e_coli_core.xml", 0.8739215069684303)]
    public void The_optimum_is_the_published_one(string file, double published)
    {
        FluxNetwork n = FluxNetworkReader.Read(Needed(file));
        FluxBalance balance = new(n.Metabolites.Count);
        foreach (NetworkReaction r in n.Reactions) balance.Add(r.Id, r.Lower, r.Upper, r.Terms.ToArray());
        FluxSolution s = balance.Solve([.. n.Objective], n.IsMaximum);
        Assert.Null(s.Why);
        Assert.Equal(published, s.Objective, 1e-6 * published);
    }

    [Fact]
    public void The_ranges_of_exchanges_are_those_that_cobrapy_keeps_for_its_own_test()
    {
        TaxonModel model = TaxonModel.Of("textbook", "textbook.xml.gz", FluxNetworkReader.Read(Needed("textbook.xml.gz")));
        using JsonDocument kept = JsonDocument.Parse(File.ReadAllText(Needed("textbook_fva.json")));
        Diet diet = new("the model's own", model.Exchanges.ToDictionary(e => e.Name, e => Math.Max(0, -model.Network.Reactions[e.Reaction].Lower), StringComparer.Ordinal));
        using CommunityProgram program = new([new CommunityMember(model, 1)], diet);
        CommunitySolution best = CooperativeTradeOff.Solve(program, 1, TestContext.Current.CancellationToken);
        IReadOnlyList<ExchangeRange> ranges = ExchangeRanges.Of(program, best, null, TestContext.Current.CancellationToken);
        Assert.Equal(20, ranges.Count);
        foreach (ExchangeRange r in ranges)
        {
            // Five decimals are kept; growth may fall by a millionth here.
            Assert.Equal(kept.RootElement.GetProperty("minimum").GetProperty(r.Exchange).GetDouble(), r.Least, 1e-3);
            Assert.Equal(kept.RootElement.GetProperty("maximum").GetProperty(r.Exchange).GetDouble(), r.Most, 1e-3);
        }
    }

    private static string Needed(string file)
    {
        string path = Path.Combine(Environment.GetEnvironmentVariable("ENTERAXIS_FLUX_MODELS") is { Length: > 0 } folder ? folder : ".", file);
        if (!File.Exists(path)) Assert.Skip($"{file} is read from the folder that ENTERAXIS_FLUX_MODELS names, which is not here.");
        return path;
    }
}
