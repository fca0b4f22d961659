using Enteraxis.Microbiome;
using Enteraxis.Microbiome.Import;
using Enteraxis.Microbiome.Taxonomy;
using Enteraxis.Numerics.Tables;
using Enteraxis.Studies.GutReferences;
using Enteraxis.Studies.Tests.Fermentation;

namespace Enteraxis.Studies.Tests.GutReferences;

/// <summary>People of the shared data with their shares, read in place.</summary>
internal sealed class SharedPeople
{
    private static readonly Lazy<SharedPeople> LazyPairs = new(() => new SharedPeople("imsms_pub", "table.biom", _ => true, null));

    private SharedPeople(string set, string table, Func<TsvRow, bool> who, string? first)
    {
        FeatureTable whole = FeatureTableReader.Read(SharedStools.Path($"{set}/{table}"));
        TsvTable metadata = TsvTable.Read(SharedStools.Path($"{set}/metadata.tsv"));
        TsvRow[] rows = [.. metadata.Rows.Where(r => whole.IndexOf(r[metadata.Columns[0]]) >= 0 && who(r))];
        // One stool a person, the first.
        if (first is not null) rows = [.. rows.GroupBy(r => r[first]).Select(g => g.First())];
        Rows = rows;
        Shares = ItemShares.Of(whole.Part([.. rows.Select(r => whole.IndexOf(r[metadata.Columns[0]]))]), Tables);
    }

    public static TaxonTables Tables { get; } = TaxonTables.Read(Installation.PathOf("models", "gut"));

    /// <summary>All of imsms_pub.</summary>
    public static SharedPeople Pairs => LazyPairs.Value;

    public IReadOnlyList<TsvRow> Rows { get; }

    public ItemShares Shares { get; }

    /// <summary>People without the condition that their study was made for, by name of the cohort.</summary>
    public static IEnumerable<(string Name, string Source, SharedPeople People)> OtherControls()
    {
        yield return ("Baxter 2016, colonoscopy", "Baxter 2016 and Sze 2019 (MIT): people with a normal colonoscopy", new SharedPeople("crc_scfa", "otu.shared", r => r["dx"] == "normal", null));
        yield return ("Mars 2020, genera", "Mars 2020 (MIT): healthy people, first stool", new SharedPeople("mars_ibs_2020", "genera_relabund.tsv.gz", r => r["Study.Group"] == "H", "Subject"));
        yield return ("Kang 2017, children, genera", "Kang 2017 (MIT): neurotypical children", new SharedPeople("kang_autism_2017", "genera_relabund.tsv.gz", r => r["Study.Group"].Trim() == "Neurotypical", null));
        yield return ("O'Keefe 2015, African Americans, microarray", "O'Keefe 2015 (BSD-2): African Americans, first stool", new SharedPeople("dietswap", "table.tsv.gz", r => r["nationality"] == "AAM" && r["timepoint"] == "1", null));
        yield return ("O'Keefe 2015, rural Africans, microarray", "O'Keefe 2015 (BSD-2): rural Africans, first stool", new SharedPeople("dietswap", "table.tsv.gz", r => r["nationality"] == "AFR" && r["timepoint"] == "1", null));
    }
}
