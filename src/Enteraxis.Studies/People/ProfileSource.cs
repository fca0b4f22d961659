using System.Globalization;
using Enteraxis.Microbiome;
using Enteraxis.Microbiome.Import;
using Enteraxis.Microbiome.Profiles;
using Enteraxis.Microbiome.Taxonomy;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.People;

/// <summary>Reads a sample and says what the study and the page need of it.</summary>
public static class ProfileSource
{
    /// <param name="tables">Folder models/gut.</param>
    /// <exception cref="Numerics.InputException">Anything wrong with the table or the sample.</exception>
    public static GutProfile Read(string tablePath, string sample, string tables, IReadOnlyList<GuildRow> guilds)
    {
        FeatureTable table = FeatureTableReader.Read(tablePath, sampleId: sample);
        Profile p = ProfileReader.Read(table, sample, TaxonTables.Read(tables));
        string kind = p.Kind switch { AbundanceKind.Counts => "counts", AbundanceKind.Proportions => "proportions", AbundanceKind.Percent => "percent", _ => "relative amounts" };
        string depth = p.DepthIsAssumed ? "depth not known" : string.Create(CultureInfo.InvariantCulture, $"{p.Depth:N0} reads");
        ProfileSection section = new(p.MappedShare, [.. p.Unmapped.Take(30).Select(u => new UnmappedTaxon(u.Name, u.Share, u.WentTo))],
            [.. p.NamedTaxa.Select(t => new TaxonStanding(t.Taxon.Taxon, t.Share, t.Low, t.High, t.Percentile, t.Taxon.Reference?.P05, t.Taxon.Reference?.Median, t.Taxon.Reference?.P95,
                t.Taxon.EvidenceMark, t.Taxon.WhatIsKnown, t.Taxon.Evidence, t.Taxon.NamedBy == "article"))],
            [.. p.Guilds.Select(g => new GuildShare(g.Guild, guilds.FirstOrDefault(r => r.Id == g.Guild)?.Label ?? g.Guild, g.Share, g.Low, g.High))],
            [], Indices(p.Diversity), p.Notes, p.ReferenceLine);
        return new GutProfile(p.Guilds.ToDictionary(g => g.Guild, g => g.Alpha, StringComparer.Ordinal), section, $"sample {sample} ({kind}, {depth})") { Doubts = table.Doubts };
    }

    private static DiversityIndex[] Indices(Diversity d)
    {
        List<DiversityIndex> indices =
        [
            new("Observed taxa", d.Observed, "taxa", "grows with depth; compare only at equal depth"),
            new("Shannon", d.ShannonNats, "nats", "of all features, mapped or not"),
            new("Simpson", d.Simpson, "1", "chance that two reads differ"),
        ];
        if (d.Pielou is double evenness) indices.Add(new("Evenness (Pielou)", evenness, "1", "1 where all taxa are equally common"));
        return [.. indices];
    }
}
