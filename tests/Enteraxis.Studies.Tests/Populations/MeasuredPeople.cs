using System.Globalization;
using System.IO.Compression;
using Enteraxis.Microbiome;
using Enteraxis.Microbiome.Import;
using Enteraxis.Numerics.Distributions;
using Enteraxis.Numerics.Summaries;
using Enteraxis.Numerics.Tables;
using Enteraxis.Studies.Fermentation;
using Enteraxis.Studies.Tests.Fermentation;

namespace Enteraxis.Studies.Tests.Populations;

/// <summary>People of the shared data with MS or without: the summary figures from which the tables of the population were written.</summary>
internal sealed class MeasuredPeople
{
    // Kilocalories of a gram.
    private const double Alcohol = 7, Sugar = 4;

    private readonly Dictionary<string, double[]> _columns = new(StringComparer.Ordinal);

    private MeasuredPeople(bool cases)
    {
        FeatureTable table = FeatureTableReader.Read(SharedStools.Path("imsms_pub/table.biom"));
        TsvTable people = TsvTable.Read(SharedStools.Path("imsms_pub/metadata.tsv")), diet = TsvTable.Parse("diet.tsv.gz", Lines(SharedStools.Path("imsms_pub/diet.tsv.gz")));
        Dictionary<string, TsvRow> eaten = diet.Rows.ToDictionary(r => r[diet.Columns[0]], StringComparer.Ordinal);
        TsvRow[] who = [.. people.Rows.Where(r => (r["disease"] == "MS") == cases && table.IndexOf(r["SampleID"]) >= 0)];
        Count = who.Length;
        Dictionary<string, double[]> shares = SampleProfile.Read(table, who.Select(r => r["SampleID"]), Installation.Library, []).ToDictionary(p => p.Sample, p => p.Guilds, StringComparer.Ordinal);
        double Of(TsvRow r, string column) => eaten.TryGetValue(r["SampleID"], out TsvRow? d) && double.TryParse(d[column], NumberStyles.Float, CultureInfo.InvariantCulture, out double v) ? v : double.NaN;
        void Add(string name, Func<TsvRow, double> value) => _columns[name] = [.. who.Select(value)];
        Add("age", r => Number(r["age_band5"]));
        Add("bmi_target", r => Math.Log(Number(r["bmi"])));
        Add("fibre", r => Math.Log(Of(r, "Dietary Fiber (g)") / Of(r, "Calories (Kcal)")));
        Add("saturated_fat", r => Math.Log(Of(r, "Saturated fat (g)") / Of(r, "Calories (Kcal)")));
        Add("protein", r => Math.Log(Of(r, "Protein (g)") / Of(r, "Calories (Kcal)")));
        Add("sugar", r => Math.Log(Math.Max(0.5, Of(r, "Sweets % of cals (%)")) / Sugar));
        Add("alcohol", r => Math.Log(Math.Max(0.1, Of(r, "Alcohol % of cals (%)")) / Alcohol));
        for (int g = 1; g < Installation.Library.Guilds.Rows.Count; g++)
        {
            int at = g;
            Add($"share({Installation.Library.Guilds.Rows[g].Id})", r => shares.TryGetValue(r["SampleID"], out double[]? s) ? Math.Log(Math.Max(s[at], Least) / Math.Max(s[0], Least)) : double.NaN);
        }
    }

    // As the solver of competitiveness takes it.
    private const double Least = 0.0005;

    public static MeasuredPeople Cases => new(cases: true);

    public static MeasuredPeople Controls => new(cases: false);

    public int Count { get; }

    public IEnumerable<string> Variables => _columns.Keys;

    public double Median(string variable) => Quantile.Of(Known(variable), 0.5);

    /// <summary>From the quartiles, so that a few at the floor do not decide it.</summary>
    public double Spread(string variable) => (Quantile.Of(Known(variable), 0.75) - Quantile.Of(Known(variable), 0.25)) / (2 * NormalLaw.Quantile(0.75));

    /// <summary>Of normal scores over those who have both.</summary>
    public double Correlation(string a, string b)
    {
        int[] both = [.. Enumerable.Range(0, Count).Where(i => double.IsFinite(_columns[a][i]) && double.IsFinite(_columns[b][i]))];
        double[] x = Scores([.. both.Select(i => _columns[a][i])]), y = Scores([.. both.Select(i => _columns[b][i])]);
        double mx = Moments.Mean(x), my = Moments.Mean(y);
        return x.Zip(y, (p, q) => (p - mx) * (q - my)).Sum() / (x.Length - 1) / (Moments.StandardDeviation(x) * Moments.StandardDeviation(y));
    }

    private double[] Known(string variable) => [.. _columns[variable].Where(double.IsFinite)];

    private static double[] Scores(double[] x)
    {
        double[] sorted = [.. x.Order()];
        return [.. x.Select(v => NormalLaw.Quantile((0.5 * (sorted.Count(s => s < v) + sorted.Count(s => s <= v)) + 0.0) / x.Length is var p && p is > 0 and < 1 ? p : 0.5))];
    }

    private static double Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double v) ? v : double.NaN;

    private static string[] Lines(string path)
    {
        using StreamReader reader = new(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        return reader.ReadToEnd().Split('\n');
    }
}
