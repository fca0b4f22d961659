using Enteraxis.Modelling.Sbml;
using Enteraxis.Modelling.Sbml.Fbc;
using Enteraxis.Simulation.Flux;
using Enteraxis.Studies.GenomeScale;

namespace Enteraxis.Studies.Tests.GenomeScale;

/// <summary>The models that ship are balanced, and their optima are those that one derives by hand from their equations.</summary>
public sealed class TextbookModelTests
{
    [Fact]
    public void There_are_eight_and_every_reaction_but_exchanges_keeps_carbon_hydrogen_and_oxygen()
    {
        Assert.Equal(8, Textbook.Taxa.Count);
        List<string> faults = [];
        foreach (string taxon in Textbook.Taxa)
        {
            FluxNetwork n = Textbook.Model(taxon).Network;
            foreach (NetworkReaction r in n.Reactions.Where(r => r.Terms.Count > 1))
                foreach (string element in new[] { "C", "H", "O" })
                    if (Math.Abs(r.Terms.Sum(t => t.Stoichiometry * Textbook.Atoms(n.Metabolites[t.Metabolite].Formula, element))) > 1e-12) faults.Add($"{taxon}: {r.Id} does not keep {element}");
        }
        Assert.Empty(faults);
    }

    // Per hour, with G sugar units, L lactate, S succinate, H hydrogen taken up; growth needs 10 pyruvate, 10 pairs of electrons and 100 ATP. Balances of pyruvate, electrons, acetyl and ATP give:
    [Theory]
    [InlineData("Bacteroides", "EX_fib_e", 10, "EX_co2_e", 100, 4 * 10 / 110.0)] // succinate + acetate carbon = 2G − 10μ, each with one ATP: 4G − 10μ = 100μ
    [InlineData("Bifidobacterium", "EX_fib_e", 10, "EX_co2_e", 0, 10 / 40.0)] // 2.5 ATP a sugar
    [InlineData("Faecalibacterium", "EX_fib_e", 10, "EX_ac_e", 100, 4 * 10 / 110.0)]
    [InlineData("Faecalibacterium", "EX_fib_e", 10, "EX_ac_e", 0, 0)] // no other place for its electrons
    [InlineData("Faecalibacterium", "EX_fib_e", 10, "EX_ac_e", 9, 0.2)] // acetate taken = 2G' − 10μ with μ = 4G'/110: G' = 5.5
    [InlineData("Anaerostipes", "EX_lac__L_e", 11, "EX_ac_e", 0, 11 / 110.0)]
    [InlineData("Akkermansia", "EX_muc_e", 2, "EX_co2_e", 0, 14 * 2 / 340.0)]
    [InlineData("Veillonella", "EX_lac__L_e", 10, "EX_co2_e", 0, 10 / 85.0)]
    [InlineData("Veillonella", "EX_lac__L_e", 10, "EX_succ_e", 4, (4 * 10 + 1.5 * 4) / 340.0)]
    [InlineData("Blautia", "EX_h2_e", 9, "EX_co2_e", 100, 9 / 900.0)]
    [InlineData("Methanobrevibacter", "EX_h2_e", 7.24, "EX_co2_e", 100, 0)] // no carbon to build from
    public void Growth_alone_is_what_the_balances_give_by_hand(string taxon, string first, double firstBound, string second, double secondBound, double expected)
    {
        using CommunityProgram program = Textbook.Alone(taxon, (first, firstBound), (second, secondBound));
        program.MaximiseCommunity();
        Assert.Equal(LinearOutcome.Optimal, program.Solve(TestContext.Current.CancellationToken));
        Assert.Equal(expected, program.ObjectiveValue, 1e-6 * Math.Max(1e-3, expected));
    }

    [Fact]
    public void The_methanogen_needs_724_hydrogen_and_10_acetate_a_gram()
    {
        using CommunityProgram program = Textbook.Alone("Methanobrevibacter", ("EX_h2_e", 7.24), ("EX_co2_e", 100), ("EX_ac_e", 10));
        CommunitySolution s = CooperativeTradeOff.Solve(program, 1, TestContext.Current.CancellationToken);
        Assert.Equal(0.01, s.Growth[0], 1e-8);
        Assert.Equal(-0.1, s.NetRelease[program.IndexOf("EX_ac_e")], 1e-6);
        Assert.Equal(1.76, s.NetRelease[program.IndexOf("EX_ch4_e")], 1e-5); // 110 ATP a gram at 0.625 each
    }

    [Fact]
    public void The_fast_reader_and_the_one_that_reads_all_of_SBML_agree()
    {
        foreach (string taxon in Textbook.Taxa)
        {
            FluxModel whole = SbmlReader.ReadFluxes(Path.Combine(Textbook.Folder, taxon + ".xml"));
            FluxNetwork fast = Textbook.Model(taxon).Network;
            Assert.Equal(whole.Species, fast.Metabolites.Select(m => m.Id));
            Assert.Equal(whole.Reactions.Select(r => r.Id), fast.Reactions.Select(r => r.Id));
            Assert.All(whole.Reactions.Zip(fast.Reactions), pair => Assert.Equal(
                pair.First.Terms.Select(t => (t.Species, t.Sign * t.Stoichiometry.Value)).OrderBy(t => t.Species, StringComparer.Ordinal),
                pair.Second.Terms.Select(t => (fast.Metabolites[t.Metabolite].Id, t.Stoichiometry)).OrderBy(t => t.Id, StringComparer.Ordinal)));
            Assert.Equal(whole.Active!.Terms.Select(t => t.Reaction), fast.Objective.Select(o => fast.Reactions[o.Reaction].Id));
        }
    }
}
