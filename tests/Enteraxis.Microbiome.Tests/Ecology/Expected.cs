using System.Globalization;
using System.IO.Compression;
using Enteraxis.Microbiome.Ecology.Distances;
using Enteraxis.Microbiome.Import;
using Enteraxis.Microbiome.Phylogeny;

namespace Enteraxis.Microbiome.Tests.Ecology;

/// <summary>The worked answers that lie beside the shared data sets.</summary>
internal static class Expected
{
    private static readonly Dictionary<string, FeatureTable> Tables = [];

    public static FeatureTable Table(string set)
    {
        lock (Tables)
        {
            if (Tables.TryGetValue(set, out FeatureTable? table)) return table;
            return Tables[set] = FeatureTableReader.Read(Places.Shared(set, set == "imsms_pub" ? "table.biom" : "table.tsv.gz"));
        }
    }

    public static TableTree Tree(string set) =>
        TableTree.Join(NewickReader.Read(Places.Shared(set, set switch { "esophagus" => "tree.nwk", "globalpatterns" => "tree.nwk.gz", _ => "tree_fasttree_midpoint.nwk.gz" })), Table(set));

    /// <summary>Our own, by the name that the files have.</summary>
    public static DistanceMatrix Measured(string set, string measure) => measure switch
    {
        "braycurtis_counts" => BrayCurtis.OfCounts(Table(set)),
        "braycurtis_relabund" => BrayCurtis.OfProportions(Table(set)),
        "jaccard_presence" => Jaccard.OfPresence(Table(set)),
        "aitchison_pseudo0.5" => Aitchison.WithPseudocount(Table(set)),
        "unifrac_unweighted" => new UniFrac(Tree(set)).Unweighted(),
        "unifrac_weighted_raw" => new UniFrac(Tree(set)).WeightedRaw(),
        "unifrac_weighted_normalized" => new UniFrac(Tree(set)).WeightedNormalised(),
        _ => throw new ArgumentException(measure),
    };

    /// <summary>A TSV as rows of named cells.</summary>
    public static IReadOnlyList<Dictionary<string, string>> Rows(string set, string file)
    {
        string[][] lines = [.. Lines(Places.Shared(set, "expected", file)).Select(l => l.Split('\t'))];
        return [.. lines[1..].Select(cells => lines[0].Zip(cells).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal))];
    }

    public static DistanceMatrix Distances(string set, string measure)
    {
        string[] lines = [.. Lines(Places.Shared(set, "expected", $"dm_{measure}.tsv.gz"))];
        return new DistanceMatrix(measure, lines[1].Split('\t'), [.. lines[2..].Select(Number)]);
    }

    public static IReadOnlyList<string> Lines(string path)
    {
        using Stream file = File.OpenRead(path), stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    public static void Close(double expected, double actual, double tolerance) => Assert.InRange(actual, expected - tolerance, expected + tolerance);
}
