using System.Globalization;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Optimisation;
using Enteraxis.Simulation.Flux;

namespace Enteraxis.Studies.GenomeScale;

/// <summary>Growth of a community between two extremes: nearly as fast as it can as a whole, and shared so that nearly every taxon grows.</summary>
/// <remarks>
/// Three stages. 1: the largest community growth. 2: with at least a fraction of it, the least Σ share · growth², which is strictly convex, so every growth is unique; since the mean is held, it is the
/// evenest growth, and splitting a taxon into equal halves changes nothing. 3: at these growths the least total flux, so that exchanges are as good as unique too.
/// The quadratic stage is Wolfe's nearest point over linear programs that begin where the last one ended. Idea of the trade-off: Diener 2020 (MICOM), which takes the squares without the shares.
/// </remarks>
public static class CooperativeTradeOff
{
    // The growths of stage 2 are means of corners that the solver knows to its tolerance: held exactly they might just miss, so the least room that will do is given.
    private static readonly double[] Slacks = [1e-9, 1e-8, 1e-7, 1e-6];

    /// <param name="fraction">Of the largest community growth, above 0 and at most 1.</param>
    /// <exception cref="InputException">No fluxes meet the diet and the bounds, or growth has no bound.</exception>
    public static CommunitySolution Solve(CommunityProgram program, double fraction, CancellationToken cancellation = default)
    {
        program.Free();
        program.MaximiseCommunity();
        double most = Outcome(program, program.Solve(cancellation));
        double[] roots = [.. program.Members.Select(m => Math.Sqrt(m.Share))], growth = program.Growth();
        int steps = 0;
        if (most > CommunitySolution.Nothing)
        {
            program.RequireCommunity(fraction * most);
            (double[] nearest, steps) = NearestPoint.Of(Scaled(growth, roots), direction =>
            {
                program.Minimise([.. direction.Select((d, m) => d * roots[m])]);
                if (program.Solve(cancellation) != LinearOutcome.Optimal) throw Unsolved();
                return Scaled(program.Growth(), roots);
            });
            growth = [.. nearest.Select((n, m) => Math.Max(0, n / roots[m]))];
        }
        program.RequireCommunity(double.NegativeInfinity);
        program.MinimiseTotalFlux();
        foreach (double slack in Slacks)
        {
            program.RequireGrowth([.. growth.Select(g => Math.Max(0, g * (1 - slack) - slack))]);
            if (program.Solve(cancellation) == LinearOutcome.Optimal) return Read(program, most, steps);
        }
        throw Unsolved();
    }

    private static double[] Scaled(double[] growth, double[] roots) => [.. growth.Select((g, m) => g * roots[m])];

    private static CommunitySolution Read(CommunityProgram program, double most, int steps)
    {
        List<MemberExchange> exchanges = [];
        for (int m = 0; m < program.Members.Count; m++)
            foreach (TaxonExchange e in program.Members[m].Model.Exchanges.OrderBy(e => e.Name, StringComparer.Ordinal))
            {
                double flux = e.Release * program.Flux(m, e.Reaction);
                if (Math.Abs(flux) > CommunitySolution.Nothing) exchanges.Add(new MemberExchange(m, e.Name, flux, flux * program.Members[m].Share));
            }
        return new CommunitySolution(most, program.Growth(), [.. Enumerable.Range(0, program.Exchanges.Count).Select(program.NetRelease)], exchanges, program.ObjectiveValue, steps);
    }

    private static double Outcome(CommunityProgram program, LinearOutcome outcome) => outcome switch
    {
        LinearOutcome.Optimal => program.ObjectiveValue,
        LinearOutcome.Unbounded => throw new InputException("The growth of the community has no bound: in at least one model a chain of reactions without bounds makes biomass from nothing or from what the diet offers without limit; give the reactions bounds, 1000 is usual."),
        LinearOutcome.Infeasible => throw Infeasible(program),
        _ => throw Unsolved(),
    };

    /// <summary>Says who cannot meet its fixed demands even with the whole diet to itself.</summary>
    private static InputException Infeasible(CommunityProgram program)
    {
        List<string> starving = [];
        foreach (CommunityMember member in program.Members)
        {
            using CommunityProgram alone = new([member], program.Diet);
            alone.MaximiseCommunity();
            if (alone.Solve() == LinearOutcome.Infeasible) starving.Add(Demands(member));
        }
        return new InputException(starving.Count == 0
            ? $"{program.Diet.Source}: the diet does not meet what the taxa must use at the same time (reactions whose lower bound is above 0); offer more."
            : $"{program.Diet.Source}: on this diet these taxa cannot meet what they must use: {string.Join("; ", starving)}; offer what they need or leave them out.");
    }

    private static string Demands(CommunityMember member) =>
        string.Create(CultureInfo.InvariantCulture, $"{member.Model.Taxon} ({string.Join(", ", member.Model.Network.Reactions.Where(r => r.Lower > 0).Take(3).Select(r => $"{r.Id} at least {r.Lower:G4}"))})");

    private static InputException Unsolved() => new("The linear program of the community could not be solved: its numbers span too many orders of magnitude; leave out the rarest taxa (--least-share) and look for very large or small coefficients in the models.");
}
