using Enteraxis.Modelling.Sbml.Fbc;
using Enteraxis.Numerics;
using Enteraxis.Studies.GenomeScale;

namespace Enteraxis.Studies.Tests.GenomeScale;

/// <summary>What must hold of any community: mass, the order of its taxa, halves of a taxon, what a fraction of growth may do.</summary>
public sealed class CommunityTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static CommunitySolution Solve(IReadOnlyList<CommunityMember> members, double fraction = 0.5, Diet? diet = null)
    {
        using CommunityProgram program = new(members, diet ?? Textbook.Diet);
        return CooperativeTradeOff.Solve(program, fraction, Stop);
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(0.5)]
    [InlineData(0.1)]
    public void Carbon_hydrogen_and_oxygen_that_come_in_leave_or_become_biomass(double fraction)
    {
        using CommunityProgram program = new(Textbook.Members(), Textbook.Diet);
        CommunitySolution s = CooperativeTradeOff.Solve(program, fraction, Stop);
        Dictionary<string, string> formulas = new(StringComparer.Ordinal);
        foreach (CommunityMember m in program.Members)
            foreach (TaxonExchange e in m.Model.Exchanges) formulas[e.Name] = m.Model.Network.Metabolites[m.Model.Network.Reactions[e.Reaction].Terms[0].Metabolite].Formula;
        foreach (string element in new[] { "C", "H", "O" })
        {
            double[] atoms = [.. program.Exchanges.Select((e, i) => s.NetRelease[i] * Textbook.Atoms(formulas[e], element))];
            Assert.True(Math.Abs(atoms.Sum()) <= 1e-9 * atoms.Sum(Math.Abs), $"{element}: {atoms.Sum()}");
        }
        // Biomass leaves the lumen as it is made: 30 mmol of carbon a gram.
        Assert.Equal(s.CommunityGrowth(program.Members), s.NetRelease[program.IndexOf("EX_biomass_e")], 1e-8);
    }

    [Fact]
    public void At_half_of_the_largest_growth_every_taxon_grows_and_at_all_of_it_some_do_not()
    {
        CommunitySolution half = Solve(Textbook.Members()), whole = Solve(Textbook.Members(), 1);
        Assert.All(half.Growth, g => Assert.True(g > 0.01));
        Assert.Contains(whole.Growth, g => g < 1e-6);
        Assert.Equal(half.LargestGrowth, whole.LargestGrowth, 1e-9);
        Assert.Equal(0.5 * half.LargestGrowth, half.CommunityGrowth(SortedMembers()), 1e-7);
        Assert.Equal(whole.LargestGrowth, whole.CommunityGrowth(SortedMembers()), 1e-7);
    }

    private static CommunityMember[] SortedMembers() => [.. Textbook.Members().OrderBy(m => m.Model.Taxon, StringComparer.Ordinal)];

    [Fact]
    public void The_order_of_taxa_changes_no_bit()
    {
        CommunityMember[] members = Textbook.Members();
        CommunitySolution one = Solve(members), other = Solve([.. members.Reverse()]);
        Assert.Equal(one.Growth, other.Growth);
        Assert.Equal(one.NetRelease, other.NetRelease);
        Assert.Equal(one.Exchanges, other.Exchanges);
    }

    [Fact]
    public void Two_halves_of_a_taxon_are_the_taxon()
    {
        CommunityMember[] members = Textbook.Members();
        int split = 2;
        CommunityMember[] halves = [.. members.Where((_, i) => i != split), .. new[] { "a", "b" }.Select(x => new CommunityMember(members[split].Model with { Taxon = members[split].Model.Taxon + x }, members[split].Share / 2))];
        CommunitySolution whole = Solve(members), parted = Solve(halves);
        Assert.Equal(whole.LargestGrowth, parted.LargestGrowth, 1e-8);
        string[] names = [.. halves.Select(h => h.Model.Taxon).Order(StringComparer.Ordinal)];
        for (int m = 0; m < members.Length; m++)
            foreach (int h in Enumerable.Range(0, names.Length).Where(h => names[h].StartsWith(members[m].Model.Taxon, StringComparison.Ordinal))) Assert.Equal(whole.Growth[m], parted.Growth[h], 1e-6);
        Assert.Equal(whole.TotalFlux, parted.TotalFlux, 1e-5 * whole.TotalFlux);
    }

    [Fact]
    public void Offering_more_never_slows_the_community()
    {
        double last = 0;
        foreach (double fibre in new[] { 0.0, 2, 5, 10, 20 })
        {
            double largest = Solve(Textbook.Members(), 1, Textbook.Diet.With("EX_fib_e", fibre)).LargestGrowth;
            Assert.True(largest >= last - 1e-9);
            last = largest;
        }
    }

    [Fact]
    public void A_change_solved_from_the_last_basis_gives_what_a_new_program_gives()
    {
        using CommunityProgram program = new(Textbook.Members(), Textbook.Diet);
        CommunitySolution before = CooperativeTradeOff.Solve(program, 0.5, Stop);
        program.Offer("EX_fib_e", 12);
        CommunitySolution warm = CooperativeTradeOff.Solve(program, 0.5, Stop), fresh = Solve(Textbook.Members(), 0.5, Textbook.Diet.With("EX_fib_e", 12));
        Assert.Equal(fresh.LargestGrowth, warm.LargestGrowth, 1e-8);
        Assert.All(fresh.Growth.Zip(warm.Growth), g => Assert.Equal(g.First, g.Second, 1e-6));
        Assert.All(fresh.NetRelease.Zip(warm.NetRelease), n => Assert.Equal(n.First, n.Second, 1e-5));
        Assert.True(warm.LargestGrowth > before.LargestGrowth);
        program.Offer("EX_fib_e", 10);
        CommunitySolution back = CooperativeTradeOff.Solve(program, 0.5, Stop);
        Assert.All(before.NetRelease.Zip(back.NetRelease), n => Assert.Equal(n.First, n.Second, 1e-5));
        Assert.Contains("EX_fib_e", Installation.Fault(() => program.Offer("EX_fibb_e", 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_minimal_medium_grows_the_same_and_nothing_less_does()
    {
        using CommunityProgram program = new(Textbook.Members(), Textbook.Diet);
        CommunitySolution s = CooperativeTradeOff.Solve(program, 0.5, Stop);
        double[] least = MinimalMedium.LeastTotal(program, s, Stop), fewest = MinimalMedium.FewestComponents(program, s, Stop);
        Assert.True(least.Sum() <= program.Exchanges.Select((_, e) => Math.Max(0, -s.NetRelease[e])).Sum() + 1e-6);
        Assert.True(fewest.Count(x => x > 1e-6) <= least.Count(x => x > 1e-6));
        Assert.True(least.Sum() <= fewest.Sum() + 1e-6);
        Assert.All(least.Select((x, e) => (x, offered: Textbook.Diet.Of(program.Exchanges[e]))), p => Assert.True(p.x <= p.offered + 1e-9));
        // Everything that any taxon eats here comes from fibre, mucus and hydrogen: without one of the chosen components someone stops growing.
        foreach (int e in Enumerable.Range(0, fewest.Length).Where(e => fewest[e] > 1e-6))
        {
            Diet without = new("without", program.Exchanges.Where((_, i) => i != e && fewest[i] > 1e-6).ToDictionary(x => x, Textbook.Diet.Of, StringComparer.Ordinal));
            using CommunityProgram hungry = new(Textbook.Members(), without);
            hungry.RequireGrowth([.. s.Growth.Select(g => g * (1 - 1e-6))]);
            hungry.MinimiseTaken();
            Assert.Equal(Simulation.Flux.LinearOutcome.Infeasible, hungry.Solve(Stop));
        }
    }

    [Fact]
    public void What_is_told_lies_within_how_far_it_can_go()
    {
        using CommunityProgram program = new(Textbook.Members(), Textbook.Diet);
        CommunitySolution s = CooperativeTradeOff.Solve(program, 0.5, Stop);
        IReadOnlyList<ExchangeRange> ranges = ExchangeRanges.Of(program, s, null, Stop);
        Assert.Equal(program.Exchanges, ranges.Select(r => r.Exchange));
        Assert.All(ranges.Select((r, e) => (r, told: s.NetRelease[e])), x => Assert.InRange(x.told, x.r.Least - 1e-6, x.r.Most + 1e-6));
        Assert.Contains(ranges, r => r.Most - r.Least > 1);
    }

    [Fact]
    public void Growth_without_a_bound_is_one_sentence()
    {
        TaxonModel model = Textbook.Model("Bifidobacterium");
        // A growth from nothing.
        FluxNetwork n = model.Network with { Reactions = [.. model.Network.Reactions, new NetworkReaction("R_free", "", 0, double.PositiveInfinity, [], 1)], Objective = [(model.Network.Reactions.Count, 1)] };
        Assert.Contains("has no bound", Installation.Fault(() => Solve([new CommunityMember(model with { Network = n }, 1)])), StringComparison.Ordinal);
    }

    [Fact]
    public void A_diet_on_which_someone_cannot_live_names_them_and_what_they_need()
    {
        CommunityMember[] members = Textbook.Members();
        FluxNetwork n = members[0].Model.Network;
        int growth = n.Objective[0].Reaction;
        members[0] = members[0] with { Model = members[0].Model with { Network = n with { Reactions = [.. n.Reactions.Select((r, i) => i == growth ? r with { Lower = 5 } : r)] } } };
        string said = Installation.Fault(() => Solve(members));
        Assert.Contains(members[0].Model.Taxon, said, StringComparison.Ordinal);
        Assert.Contains("R_GROWTH at least 5", said, StringComparison.Ordinal);
    }
}
