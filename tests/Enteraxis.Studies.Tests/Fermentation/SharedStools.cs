using System.Globalization;
using Enteraxis.Microbiome;
using Enteraxis.Microbiome.Import;
using Enteraxis.Numerics.Tables;
using Enteraxis.Studies.Fermentation;
using Enteraxis.Studies.Fermentation.Calibration;

namespace Enteraxis.Studies.Tests.Fermentation;

/// <summary>Measured stools of the shared data, read in place; a test skips with a sentence where they are absent.</summary>
internal sealed class SharedStools
{
    private static readonly Lazy<SharedStools> LazyImsms = new(() => new SharedStools("imsms_pub/table.biom", "imsms_pub/scfa_feces_ug_per_g.tsv", "imsms_pub/metadata.tsv", "household",
        [["Acetic.acid"], ["Propionic.acid"], ["Butyric.acid"], ["Isobutyric.acid", "Isovaleric.acid", "Methylbutyric.acid"]], perGram: true));

    private SharedStools(string table, string acids, string metadata, string block, string[][] columns, bool perGram)
    {
        Table = FeatureTableReader.Read(Path(table));
        TsvTable measured = TsvTable.Read(Path(acids)), people = TsvTable.Read(Path(metadata));
        Dictionary<string, TsvRow> rows = measured.Rows.ToDictionary(r => r[measured.Columns[0]], StringComparer.Ordinal);
        Dictionary<string, TsvRow> who = people.Rows.ToDictionary(r => r[people.Columns[0]], StringComparer.Ordinal);
        List<(string, string)> leftOut = [];
        Profiles = SampleProfile.Read(Table, [.. measured.Rows.Select(r => r[measured.Columns[0]]).Where(id => Table.IndexOf(id) >= 0 && who.ContainsKey(id))], Installation.Library, leftOut);
        LeftOut = leftOut;
        People = [.. Profiles.Select(p => who[p.Sample])];
        Samples = [.. Profiles.Select((p, i) => Models.Measured(p, People[i][block],
            [.. Models.InStool.Select((a, k) => k < columns.Length ? Sum(rows[p.Sample], columns[k]) / (perGram ? a.GramsPerMole : 1) : double.NaN)]))];
    }

    public static FermentationModels Models { get; } = new(Installation.Library);

    public static SharedStools Imsms => LazyImsms.Value;

    /// <summary>Genus proportions with acids by NMR, units of its authors.</summary>
    public static SharedStools Irritable() => new("mars_ibs_2020/genera_relabund.tsv.gz", "mars_ibs_2020/scfa.tsv", "mars_ibs_2020/metadata.tsv", "Subject", [["acetate"], ["propionate"], ["butyrate"]], perGram: false);

    /// <summary>Genus proportions with acids by NMR, units of its authors.</summary>
    public static SharedStools Children() => new("kang_autism_2017/genera_relabund.tsv.gz", "kang_autism_2017/scfa.tsv", "kang_autism_2017/metadata.tsv", "Subject", [["acetate"], ["propionate"], ["butyrate"]], perGram: false);

    /// <summary>Opened after the table of parameters was frozen (docs/design/fermentation.md); mmol per kg. Each person gave one stool.</summary>
    public static SharedStools Colonoscopy() => new("crc_scfa/otu.shared", "crc_scfa/scfa_mmol_per_kg.tsv", "crc_scfa/scfa_mmol_per_kg.tsv", "study_id", [["acetate"], ["propionate"], ["butyrate"]], perGram: false);

    public static bool Long => Environment.GetEnvironmentVariable("ENTERAXIS_LONG") == "1";

    public FeatureTable Table { get; }

    public IReadOnlyList<SampleProfile> Profiles { get; }

    public IReadOnlyList<(string Sample, string Reason)> LeftOut { get; }

    public IReadOnlyList<TsvRow> People { get; }

    public IReadOnlyList<StoolSample> Samples { get; }

    public double[] Measured(int acid) => [.. Samples.Select(s => s.Measured[acid])];

    public static void Say(FormattableString line) => TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant(line));

    public static string Path(string name)
    {
        string folder = Environment.GetEnvironmentVariable("ENTERAXIS_SHARED") is { Length: > 0 } set ? set : Installation.PathOf("..", "shared");
        string path = System.IO.Path.Combine([folder, "data", .. name.Split('/')]);
        if (!File.Exists(path)) Assert.Skip($"The shared data set {name} is not here.");
        return path;
    }

    private static double Sum(TsvRow row, string[] columns)
    {
        double sum = 0;
        foreach (string c in columns) sum += double.TryParse(row[c], NumberStyles.Float, CultureInfo.InvariantCulture, out double v) ? v : double.NaN;
        return sum;
    }
}
