using System.Globalization;
using Enteraxis.Microbiome.Taxonomy;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Files;
using Enteraxis.Numerics.Tables;
using Enteraxis.Numerics.Text;

namespace Enteraxis.Studies.GenomeScale;

/// <summary>A folder of genome-scale models, a file a taxon; which taxon is told by the file's name (Genus_species_strain.xml) or by a table beside.</summary>
/// <remarks>taxa.tsv in the folder, where it is there, has the columns taxon and file and is then the whole list. No model is read before a profile asks for it.</remarks>
public sealed class ModelIndex
{
    public const string TableName = "taxa.tsv";
    private const int MostFiles = 100_000;
    private const long MostTableBytes = 16 << 20;
    private static readonly string[] Endings = [".xml", ".xml.gz", ".sbml", ".sbml.gz"];

    private readonly Dictionary<string, List<ModelEntry>> _species = new(StringComparer.OrdinalIgnoreCase), _genus = new(StringComparer.OrdinalIgnoreCase);

    private ModelIndex(IReadOnlyList<ModelEntry> entries)
    {
        Entries = [.. entries.OrderBy(e => e.File, StringComparer.Ordinal).ThenBy(e => e.Taxon, StringComparer.Ordinal)];
        foreach (ModelEntry e in Entries)
        {
            if (e.Canonical[TaxonRank.Species] is { } species) Add(_species, species, e);
            if (e.Canonical[TaxonRank.Genus] is { } genus) Add(_genus, genus, e);
        }
    }

    /// <summary>By file name.</summary>
    public IReadOnlyList<ModelEntry> Entries { get; }

    /// <summary>Models of one species, by file name.</summary>
    public IReadOnlyList<ModelEntry> OfSpecies(string species) => _species.GetValueOrDefault(Key(species)) ?? [];

    /// <summary>Models of one genus; one that is named for the genus alone stands first, then by file name.</summary>
    public IReadOnlyList<ModelEntry> OfGenus(string genus) => [.. (_genus.GetValueOrDefault(Key(genus)) ?? []).OrderBy(e => e.Canonical[TaxonRank.Species] is null ? 0 : 1)];

    /// <exception cref="InputException">No such folder, no model in it, or a faulty table.</exception>
    public static ModelIndex Read(string folder, Synonyms synonyms)
    {
        if (File.Exists(folder)) throw new InputException($"{folder} is a file; give the folder of the models.");
        if (!Directory.Exists(folder)) throw new InputException($"{folder}: there is no such folder; give the folder that holds the models, a file a taxon.");
        string table = Path.Combine(folder, TableName);
        return new ModelIndex(File.Exists(table) ? FromTable(table, folder, synonyms) : FromNames(folder, synonyms));
    }

    private static List<ModelEntry> FromNames(string folder, Synonyms synonyms)
    {
        string[] files = [.. Directory.EnumerateFiles(folder).Where(f => Ending(f) is not null).Take(MostFiles + 1)];
        if (files.Length == 0) throw new InputException($"{folder}: the folder holds no model; models are SBML files that end in {string.Join(", ", Endings)}.");
        if (files.Length > MostFiles) throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{folder}: the folder holds more than {MostFiles:N0} models; give a folder with those that are needed."));
        return [.. files.Select(f => Entry(Path.GetFileName(f)[..^Ending(f)!.Length].Replace('_', ' ').Trim(), f, synonyms))];
    }

    private static List<ModelEntry> FromTable(string path, string folder, Synonyms synonyms)
    {
        TsvTable table = TsvTable.Parse(TableName, InputBytes.ReadText(path, MostTableBytes).Split('\n'), "taxon", "file");
        List<ModelEntry> entries = [];
        foreach (TsvRow row in table.Rows)
        {
            string file = row.Required("file");
            // A table from elsewhere must not lead out of its folder.
            if (file != Path.GetFileName(file) || Ending(file) is null) throw row.Fault("file", $"'{Echo.Of(file)}' is no name of a model in this folder; write the file's name alone, which ends in {string.Join(", ", Endings)}.");
            if (!File.Exists(Path.Combine(folder, file))) throw row.Fault("file", $"'{Echo.Of(file)}' is not in the folder; correct the name or add the model.");
            entries.Add(Entry(row.Required("taxon").Replace('_', ' ').Trim(), Path.Combine(folder, file), synonyms));
        }
        return entries.Count > 0 ? entries : throw new InputException($"{TableName}: the table lists no model; write a taxon and a file on each line.");
    }

    private static ModelEntry Entry(string taxon, string path, Synonyms synonyms) => new(taxon, path, synonyms.Canonical(TaxonText.Lineage(taxon)));

    private static string? Ending(string file) => Array.Find(Endings, e => file.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    private static string Key(string name) => name.Replace('_', ' ').Trim();

    private static void Add(Dictionary<string, List<ModelEntry>> to, string name, ModelEntry entry)
    {
        if (!to.TryGetValue(Key(name), out List<ModelEntry>? list)) to.Add(Key(name), list = []);
        list.Add(entry);
    }
}
