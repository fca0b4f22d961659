using Enteraxis.Microbiome;
using Enteraxis.Numerics;
using Enteraxis.Studies.Fermentation;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.GenomeScale;

/// <summary>Acids of the community by the genome-scale models, beside what the guild model says of the same sample: two kinds of estimate that answer different questions.</summary>
internal static class AcidLines
{
    public const string GenomeScale = "genome-scale community", Guilds = "guild model";
    private const string Unit = "mmol/gDW/h", TakenUp = "taken up by taxa";

    public static IReadOnlyList<AcidLine> Of(CommunityRequest request, CommunityInput input, IReadOnlyList<string> exchanges, CommunitySolution solution, IReadOnlyList<ExchangeRange>? ranges, List<string> warnings, CancellationToken cancellation)
    {
        string gut = Path.Combine(request.RootPath, "models", "gut");
        IReadOnlyList<AcidRow> acids = AcidTable.Read(Path.Combine(gut, "acids.tsv"));
        ILookup<string, string> names = AcidExchangeTable.Read(Path.Combine(gut, "acid_exchanges.tsv"), [.. acids.Select(a => a.Id)]).ToLookup(a => a.Acid, a => a.Exchange, StringComparer.Ordinal);
        List<AcidLine> lines = [];
        foreach (AcidRow acid in acids)
        {
            int[] places = [.. Enumerable.Range(0, exchanges.Count).Where(e => names[acid.Id].Contains(exchanges[e], StringComparer.Ordinal))];
            if (places.Length == 0) continue;
            HashSet<string> own = [.. places.Select(e => exchanges[e])];
            MemberExchange[] fluxes = [.. solution.Exchanges.Where(x => own.Contains(x.Exchange))];
            // Ends of several exchanges need not be reached together, so their sum would be no range.
            (double low, double high) = ranges is not null && places.Length == 1 ? (ranges[places[0]].Least, ranges[places[0]].Most) : (double.NaN, double.NaN);
            lines.Add(new AcidLine(acid.Id, acid.Label, GenomeScale, "left over for the host", Unit, Told.Of(places.Sum(e => solution.NetRelease[e])), Told.Of(low), Told.Of(high), double.NaN));
            lines.Add(new AcidLine(acid.Id, acid.Label, GenomeScale, "made by taxa", Unit, Told.Of(fluxes.Where(f => f.InCommunity > 0).Sum(f => f.InCommunity)), double.NaN, double.NaN, double.NaN));
            lines.Add(new AcidLine(acid.Id, acid.Label, GenomeScale, TakenUp, Unit, Told.Of(-fluxes.Where(f => f.InCommunity < 0).Sum(f => f.InCommunity)), double.NaN, double.NaN, double.NaN));
        }
        lines.AddRange(FromGuilds(request, input, acids, warnings, cancellation));
        return [.. lines.Select(l => l.Quantity == TakenUp ? l : l with { Share = Told.Of(l.Estimate / lines.Where(o => o.Kind == l.Kind && o.Quantity == l.Quantity).Sum(o => Math.Max(0, o.Estimate))) })];
    }

    private static IEnumerable<AcidLine> FromGuilds(CommunityRequest request, CommunityInput input, IReadOnlyList<AcidRow> acids, List<string> warnings, CancellationToken cancellation)
    {
        try
        {
            FermentationResult result = new FermentationEstimator(ScienceLibrary.Load(request.RootPath), request.Threads).Estimate(input.Table.Part([input.Sample]), null, null, cancellation);
            const string made = "production_mmol_per_day";
            return [.. result.Rows.Where(r => r.Measure == made).Select(r => new AcidLine(r.Acid, acids.First(a => a.Id == r.Acid).Label, Guilds, "made, usual diet", "mmol/d", Told.Of(r.Estimate), Told.Of(r.Low), Told.Of(r.High), double.NaN))];
        }
        catch (InputException e)
        {
            warnings.Add($"The guild model gives no estimate beside: {e.Message}");
            return [];
        }
    }
}
