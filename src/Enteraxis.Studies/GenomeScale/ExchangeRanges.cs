using System.Globalization;
using Enteraxis.Numerics;
using Enteraxis.Simulation.Flux;

namespace Enteraxis.Studies.GenomeScale;

/// <param name="Least">Net release, mmol per g of the community and hour; −∞ where nothing bounds it.</param>
public sealed record ExchangeRange(string Exchange, double Least, double Most);

/// <summary>Flux variability: how far each exchange of the community can go while every taxon grows as in a given state.</summary>
/// <remarks>Two linear programs an exchange, each begun at the basis of the last. Reference: Mahadevan, Schilling: The effects of alternate optimal solutions, Metab. Eng. 5:264, 2003.</remarks>
public static class ExchangeRanges
{
    private const double Slack = 1e-6;

    /// <param name="phase">Told how far it is.</param>
    public static IReadOnlyList<ExchangeRange> Of(CommunityProgram program, CommunitySolution state, Action<string>? phase = null, CancellationToken cancellation = default)
    {
        program.RequireCommunity(double.NegativeInfinity);
        program.RequireGrowth([.. state.Growth.Select(g => g > CommunitySolution.Nothing ? g * (1 - Slack) : 0)]);
        List<ExchangeRange> ranges = [];
        for (int e = 0; e < program.Exchanges.Count; e++)
        {
            phase?.Invoke(string.Create(CultureInfo.InvariantCulture, $"how far exchanges can go, {e + 1} of {program.Exchanges.Count}"));
            ranges.Add(new ExchangeRange(program.Exchanges[e], End(program, e, maximise: false, cancellation), End(program, e, maximise: true, cancellation)));
        }
        return ranges;
    }

    private static double End(CommunityProgram program, int exchange, bool maximise, CancellationToken cancellation)
    {
        program.Aim(exchange, maximise);
        return program.Solve(cancellation) switch
        {
            LinearOutcome.Optimal => program.ObjectiveValue,
            LinearOutcome.Unbounded => maximise ? double.PositiveInfinity : double.NegativeInfinity,
            _ => throw new InputException($"How far '{program.Exchanges[exchange]}' can go could not be solved to the solver's tolerance; leave out the rarest taxa (--least-share)."),
        };
    }
}
