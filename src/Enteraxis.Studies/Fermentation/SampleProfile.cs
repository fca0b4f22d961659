using Enteraxis.Microbiome;
using Enteraxis.Microbiome.Profiles;
using Enteraxis.Microbiome.Taxonomy;
using Enteraxis.Numerics;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Fermentation;

/// <summary>What the fermentation models need of one sample.</summary>
/// <param name="Guilds">Shares of the mapped reads in the order of the guild table.</param>
/// <param name="Mapped">Share of all reads that has a guild.</param>
/// <param name="Markers">Shares of all reads by marker id; NaN where the table's taxonomy bears none of its names.</param>
public sealed record SampleProfile(string Sample, double[] Guilds, double Mapped, IReadOnlyDictionary<string, double> Markers)
{
    /// <param name="samples">Null: all of the table.</param>
    /// <param name="leftOut">Takes samples that cannot be mapped, each with its sentence.</param>
    public static IReadOnlyList<SampleProfile> Read(FeatureTable table, IEnumerable<string>? samples, ScienceLibrary library, List<(string Sample, string Reason)> leftOut)
    {
        string folder = Path.Combine(library.Root, "models", "gut");
        TaxonTables tables = TaxonTables.Read(folder);
        MarkerTable markers = MarkerTable.Read(Path.Combine(folder, "stool_markers.tsv"), tables.Synonyms);
        int[] ofFeature = markers.Of(table);
        string[] order = [.. library.Guilds.Rows.Select(g => g.Id)];
        List<SampleProfile> profiles = [];
        foreach (string sample in samples ?? table.SampleIds)
        {
            try
            {
                Profile p = ProfileReader.Read(table, sample, tables);
                Dictionary<string, double> share = p.Guilds.ToDictionary(g => g.Guild, g => g.Share, StringComparer.Ordinal);
                double[] found = markers.Shares(table, table.IndexOf(sample), ofFeature);
                profiles.Add(new SampleProfile(sample, [.. order.Select(g => share.GetValueOrDefault(g))], p.MappedShare,
                    markers.Markers.Select((m, i) => (m, found[i])).ToDictionary(x => x.m, x => x.Item2, StringComparer.Ordinal)));
            }
            catch (InputException e)
            {
                leftOut.Add((sample, e.Message));
            }
        }
        return profiles;
    }
}
