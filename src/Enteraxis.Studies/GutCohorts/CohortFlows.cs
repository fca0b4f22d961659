using Enteraxis.Numerics;
using Enteraxis.Studies.Fermentation;
using Enteraxis.Studies.Fermentation.Flows;

namespace Enteraxis.Studies.GutCohorts;

/// <summary>What the guilds of one sample of a cohort eat and make.</summary>
internal static class CohortFlows
{
    /// <param name="sample">Null: the cohort's typical one.</param>
    /// <returns>The flows, or null with the sentence that says why there are none.</returns>
    public static (GuildFlows? Flows, string? Why) Of(FermentationEstimator estimator, string? sample, CohortInput input, CancellationToken cancellation)
    {
        if ((sample ?? (TypicalSample.Of(input.Table, input.Taxa.Guilds) is { } place ? input.Table.SampleIds[place] : null)) is not { } id) return (null, "guild_flows.tsv is left out: no read of any sample has a guild.");
        try
        {
            return (estimator.Flows(input.Table, id, cancellation: cancellation), null);
        }
        catch (InputException e)
        {
            return (null, $"guild_flows.tsv is left out: {e.Message}");
        }
    }
}
