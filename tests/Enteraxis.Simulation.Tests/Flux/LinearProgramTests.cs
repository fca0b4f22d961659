using Enteraxis.Simulation.Flux;

namespace Enteraxis.Simulation.Tests.Flux;

public sealed class LinearProgramTests
{
    // max 3x + 5y with x ≤ 4, 2y ≤ 12, 3x + 2y ≤ 18: the textbook's 36 at (2, 6) (Hillier, Lieberman).
    private static LinearProgram Textbook(out int x, out int y, out int both)
    {
        LinearProgram p = new();
        (x, y) = (p.AddColumn(0, 4), p.AddColumn(0, double.PositiveInfinity));
        int second = p.AddRow(double.NegativeInfinity, 12);
        both = p.AddRow(double.NegativeInfinity, 18);
        p.SetCoefficient(second, y, 2);
        p.SetCoefficient(both, x, 3);
        p.SetCoefficient(both, y, 2);
        p.SetObjective([(x, 3), (y, 5)], maximise: true);
        return p;
    }

    [Fact]
    public void The_textbook_program_has_its_optimum()
    {
        using LinearProgram p = Textbook(out int x, out int y, out _);
        Assert.Equal(LinearOutcome.Optimal, p.Solve());
        Assert.Equal(36, p.ObjectiveValue, 1e-9);
        Assert.Equal(2, p.Value(x), 1e-9);
        Assert.Equal(6, p.Value(y), 1e-9);
    }

    [Fact]
    public void After_a_change_of_bounds_or_objective_it_is_solved_as_if_it_were_new()
    {
        using LinearProgram p = Textbook(out int x, out int y, out int both);
        p.Solve();
        p.SetRowBounds(both, double.NegativeInfinity, 24);
        Assert.Equal(LinearOutcome.Optimal, p.Solve());
        Assert.Equal(42, p.ObjectiveValue, 1e-9); // x = 4, y = 6
        p.SetColumnBounds(x, 0, 1);
        p.SetObjective([(x, 1), (y, -1)], maximise: true);
        Assert.Equal(LinearOutcome.Optimal, p.Solve());
        Assert.Equal(1, p.ObjectiveValue, 1e-9);
        p.SetRowBounds(both, 100, double.PositiveInfinity);
        Assert.Equal(LinearOutcome.Infeasible, p.Solve());
        p.SetRowBounds(both, double.NegativeInfinity, 18);
        p.SetObjective([(y, 1)], maximise: true);
        Assert.Equal(LinearOutcome.Optimal, p.Solve());
        Assert.Equal(6, p.ObjectiveValue, 1e-9);
    }

    [Fact]
    public void What_has_no_bound_is_told()
    {
        using LinearProgram p = new();
        int x = p.AddColumn(0, double.PositiveInfinity), y = p.AddColumn(0, double.PositiveInfinity), row = p.AddRow(0, 0);
        p.SetCoefficient(row, x, 1);
        p.SetCoefficient(row, y, -1);
        p.SetObjective([(x, 1)], maximise: true);
        Assert.Equal(LinearOutcome.Unbounded, p.Solve());
    }

    [Fact]
    public void Switches_are_whole()
    {
        using LinearProgram p = new(whole: true);
        // The least number of packs of 5, 4 and 3 that hold 8: two.
        int[] packs = [.. Enumerable.Range(0, 3).Select(_ => p.AddSwitch())];
        int row = p.AddRow(8, double.PositiveInfinity);
        for (int i = 0; i < 3; i++) p.SetCoefficient(row, packs[i], 5 - i);
        p.SetObjective(packs.Select(s => (s, 1.0)), maximise: false);
        Assert.Equal(LinearOutcome.Optimal, p.Solve());
        Assert.Equal(2, p.ObjectiveValue, 1e-9);
    }

    [Fact]
    public void A_stopped_program_says_so()
    {
        using LinearProgram p = Textbook(out _, out _, out _);
        using CancellationTokenSource stop = new();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => p.Solve(stop.Token));
    }
}
