using Enteraxis.Simulation.Flux;

namespace Enteraxis.Simulation.Tests.Flux;

public sealed class FluxBalanceTests
{
    // Uptake of A up to 10; A → B at up to 6, A → 2 B at up to 3; B leaves.
    private static FluxBalance Branches(out int uptake, out int single, out int twofold, out int leave)
    {
        FluxBalance balance = new(2);
        uptake = balance.Add("uptake", 0, 10, (0, 1));
        single = balance.Add("single", 0, 6, (0, -1), (1, 1));
        twofold = balance.Add("twofold", 0, 3, (0, -1), (1, 2));
        leave = balance.Add("leave", 0, double.PositiveInfinity, (1, -1));
        return balance;
    }

    [Fact]
    public void The_best_yield_takes_the_better_branch_to_its_bound_first()
    {
        FluxSolution s = Branches(out int uptake, out int single, out int twofold, out int leave).Solve([(leave, 1)], maximise: true);
        Assert.Null(s.Why);
        Assert.Equal(12, s.Objective, 1e-7);
        Assert.Equal([9, 6, 3, 12], ((int[])[uptake, single, twofold, leave]).Select(i => Math.Round(s.Fluxes[i], 7)));
    }

    [Fact]
    public void The_least_uptake_for_a_demand_is_found()
    {
        FluxBalance balance = Branches(out int uptake, out _, out _, out _);
        balance.Add("demand", 7, 7, (1, -1));
        FluxSolution s = balance.Solve([(uptake, 1)], maximise: false);
        Assert.Equal(4, s.Objective, 1e-7); // 3 of the twofold branch give 6, one more of the single one
    }

    [Fact]
    public void Fluxes_may_run_backwards_where_their_bounds_let_them()
    {
        FluxBalance balance = new(1);
        int exchange = balance.Add("exchange", -5, 1000, (0, -1)), use = balance.Add("use", 0, 1000, (0, -2));
        FluxSolution s = balance.Solve([(use, 1)], maximise: true);
        Assert.Equal(2.5, s.Objective, 1e-7);
        Assert.Equal(-5, s.Fluxes[exchange], 1e-7);
    }

    [Fact]
    public void What_cannot_be_met_is_said()
    {
        FluxBalance balance = Branches(out _, out _, out _, out int leave);
        balance.Add("demand", 50, 60, (1, -1));
        Assert.Contains("no fluxes meet", balance.Solve([(leave, 1)], maximise: true).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void An_objective_without_bound_is_said()
    {
        FluxBalance balance = new(1);
        int make = balance.Add("make", 0, double.PositiveInfinity, (0, 1));
        balance.Add("leave", 0, double.PositiveInfinity, (0, -1));
        Assert.NotNull(balance.Solve([(make, 1)], maximise: true).Why);
        Assert.Contains("which no flux meets", WithCrossedBounds().Why, StringComparison.Ordinal);
    }

    private static FluxSolution WithCrossedBounds()
    {
        FluxBalance balance = new(1);
        int odd = balance.Add("odd", 3, 2, (0, 1));
        return balance.Solve([(odd, 1)], maximise: true);
    }
}
