using Enteraxis.Numerics;
using Enteraxis.Simulation.Flux;

namespace Enteraxis.Studies.GenomeScale;

/// <summary>The least of a diet on which every taxon still grows as in a given state.</summary>
public static class MinimalMedium
{
    private const double Slack = 1e-6;

    /// <summary>The least total, mmol per g of the community and hour, over all exchanges. Unique in its total; where several media reach it one is given, the same each time.</summary>
    /// <returns>By exchange of the program: what is taken.</returns>
    public static double[] LeastTotal(CommunityProgram program, CommunitySolution state, CancellationToken cancellation = default)
    {
        Hold(program, state);
        program.MinimiseTaken();
        if (program.Solve(cancellation) != LinearOutcome.Optimal) throw Unsolved();
        return Taken(program);
    }

    /// <summary>The fewest components, by branch and bound (SCIP); amounts are then the least total of these. The number is unique, the choice need not be.</summary>
    public static double[] FewestComponents(CommunityProgram program, CommunitySolution state, CancellationToken cancellation = default)
    {
        bool[] used = Choose(program, state, cancellation);
        // Bounds switched by whole numbers leak a little; the chosen ones alone must do.
        using CommunityProgram chosen = new(program.Members, new Diet(program.Diet.Source, program.Exchanges.Where((_, e) => used[e]).ToDictionary(e => e, program.Diet.Of, StringComparer.Ordinal)));
        return LeastTotal(chosen, state, cancellation);
    }

    private static bool[] Choose(CommunityProgram program, CommunitySolution state, CancellationToken cancellation)
    {
        using CommunityProgram whole = new(program.Members, program.Diet, whole: true);
        Hold(whole, state);
        int[] switches = new int[whole.Exchanges.Count];
        for (int e = 0; e < switches.Length; e++)
        {
            switches[e] = -1;
            double offered = program.Diet.Of(whole.Exchanges[e]);
            if (offered <= 0) continue;
            int row = whole.Program.AddRow(double.NegativeInfinity, 0);
            switches[e] = whole.Program.AddSwitch();
            whole.Program.SetCoefficient(row, whole.TakenColumn(e), 1);
            whole.Program.SetCoefficient(row, switches[e], -offered);
        }
        whole.Program.SetObjective(switches.Where(s => s >= 0).Select(s => (s, 1.0)), maximise: false);
        if (whole.Solve(cancellation) != LinearOutcome.Optimal) throw Unsolved();
        return [.. switches.Select(s => s >= 0 && whole.Program.Value(s) > 0.5)];
    }

    private static void Hold(CommunityProgram program, CommunitySolution state)
    {
        program.RequireCommunity(double.NegativeInfinity);
        program.RequireGrowth([.. state.Growth.Select(g => g > CommunitySolution.Nothing ? g * (1 - Slack) : 0)]);
    }

    private static double[] Taken(CommunityProgram program) => [.. Enumerable.Range(0, program.Exchanges.Count).Select(e => Math.Max(0, -program.NetRelease(e)))];

    private static InputException Unsolved() => new("A minimal medium could not be found: the linear program cannot be solved to its tolerance; leave out the rarest taxa (--least-share).");
}
