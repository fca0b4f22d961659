using Enteraxis.Microbiome.Taxonomy;
using Enteraxis.Numerics.Summaries;

namespace Enteraxis.Studies.Fermentation;

/// <summary>How far what is not known of the parameters moves production: 5 and 95 % points over the middle, for the reference community on the reference diet.</summary>
/// <remarks>
/// One ensemble for all samples, so that no sample's figures depend on its neighbours. It holds what parameters and people differ in, not how far the guilds
/// themselves are a caricature: true intervals are wider.
/// </remarks>
internal static class ProductionSpread
{
    private const int Draws = 64;
    private const ulong Seed = 20_260_000;

    /// <returns>Factors by acid.</returns>
    internal static (double Low, double High)[] Of(FermentationModels models, CommunityRest rest, Func<double[], IReadOnlyDictionary<string, double>, double[]> production, CancellationToken cancellation)
    {
        TaxonTables tables = TaxonTables.Read(Path.Combine(models.Library.Root, "models", "gut"));
        double[] shares = [.. models.Library.Guilds.Rows.Select(g => tables.GuildReference.TryGetValue(g.Id, out var r) && r.Mean is double mean ? mean : 1.0 / models.Library.Guilds.Rows.Count)];
        Dictionary<string, double>[] draws = [.. Enumerable.Range(1, Draws).Select(i => models.Library.Parameters.Draw(Seed, (ulong)i, (ulong)i, new Dictionary<string, double>()))];
        RestedCommunity?[] found = rest.Find([.. draws.Select(d => new RestRequest(shares, d))], cancellation);
        double[][] made = [.. found.Select((f, i) => f is null ? null : production(f.Readings, draws[i])).OfType<double[]>()];
        return [.. Enumerable.Range(0, models.Acids.Count).Select(a =>
        {
            double[] one = [.. made.Select(m => m[a]).Order()];
            double middle = Quantile.OfSorted(one, 0.5);
            return (Quantile.OfSorted(one, 0.05) / middle, Quantile.OfSorted(one, 0.95) / middle);
        })];
    }
}
