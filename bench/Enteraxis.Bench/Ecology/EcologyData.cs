using System.Globalization;
using System.IO.Compression;
using System.Reflection;
using System.Runtime.InteropServices;
using Enteraxis.Bench.Peers;
using Enteraxis.Microbiome;
using Enteraxis.Microbiome.Ecology;
using Enteraxis.Microbiome.Ecology.Distances;
using Enteraxis.Microbiome.Ecology.GroupTests;
using Enteraxis.Microbiome.Import;
using Enteraxis.Microbiome.Phylogeny;
using Enteraxis.Numerics;

namespace Enteraxis.Bench.Ecology;

/// <summary>The public MS cohort read in place, and its numbers written for peers.</summary>
internal sealed class EcologyData
{
    private readonly string _biom, _tree;

    private EcologyData(string biom, string tree)
    {
        (_biom, _tree) = (biom, tree);
        Table = FeatureTableReader.Read(biom);
        Tree = NewickReader.Read(tree);
        string[][] lines = [.. File.ReadLines(Path.Combine(Path.GetDirectoryName(biom)!, "metadata.tsv")).Select(l => l.Split('\t'))];
        int disease = Array.IndexOf(lines[0], "disease");
        Dictionary<string, string> groups = lines[1..].ToDictionary(l => l[0], l => l[disease], StringComparer.Ordinal);
        Groups = [.. Table.SampleIds.Select(id => groups[id])];
        Bray = BrayCurtis.OfCounts(Table);
    }

    /// <summary>One thread, as the peers have.</summary>
    public static EcologyOptions OneThread { get; } = new() { Threads = 1 };

    public FeatureTable Table { get; }

    public PhylogeneticTree Tree { get; }

    public string[] Groups { get; }

    public DistanceMatrix Bray { get; }

    /// <exception cref="InputException">The shared data are not here.</exception>
    public static EcologyData Read(string root)
    {
        string shared = Environment.GetEnvironmentVariable("ENTERAXIS_SHARED") is { Length: > 0 } set ? set : Path.Combine(root, "..", "shared");
        string folder = Path.GetFullPath(Path.Combine(shared, "data", "imsms_pub"));
        if (!File.Exists(Path.Combine(folder, "table.biom"))) throw new InputException("The data set imsms_pub is not here; name the folder that holds data/imsms_pub in ENTERAXIS_SHARED.");
        return new EcologyData(Path.Combine(folder, "table.biom"), Path.Combine(folder, "tree_fasttree_midpoint.nwk.gz"));
    }

    /// <summary>From the two files to the distances, as peers that read them do.</summary>
    public double[] FromFiles(Func<UniFrac, DistanceMatrix> form) => form(new UniFrac(TableTree.Join(NewickReader.Read(_tree), FeatureTableReader.Read(_biom)), OneThread)).Condensed;

    public double[] FromMemory(Func<UniFrac, DistanceMatrix> form) => form(new UniFrac(TableTree.Join(Tree, Table), OneThread)).Condensed;

    /// <summary>Unweighted UniFrac from the two files by a new process of this program.</summary>
    public double[] AsProgram()
    {
        string file = Path.GetTempFileName();
        try
        {
            if (Tool.Run(Environment.ProcessPath!, [Assembly.GetExecutingAssembly().Location, "unifrac", _biom, _tree, file], ".", out string trouble) is null) throw new InputException($"The program of its own did not end well ({trouble}).");
            return MemoryMarshal.Cast<byte, double>(File.ReadAllBytes(file)).ToArray();
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>What that process does.</summary>
    public static int UniFracProgram(string biom, string tree, string file)
    {
        double[] distances = new UniFrac(TableTree.Join(NewickReader.Read(tree), FeatureTableReader.Read(biom)), OneThread).Unweighted().Condensed;
        File.WriteAllBytes(file, MemoryMarshal.AsBytes<double>(distances).ToArray());
        return 0;
    }

    public double[] Permanova()
    {
        PermanovaRow row = Microbiome.Ecology.GroupTests.Permanova.Test(Bray, [ModelTerm.Factor("disease", Groups)], options: OneThread).Terms[0];
        return [row.F!.Value, row.P!.Value];
    }

    public void WriteForPeers(string folder)
    {
        int width = Table.FeatureIds.Count;
        double[] row = new double[width];
        using (FileStream file = File.Create(Path.Combine(folder, "table.bin")))
            for (int s = 0; s < Table.SampleIds.Count; s++)
            {
                Array.Clear(row);
                SparseVector sample = Table.Sample(s);
                for (int k = 0; k < sample.Indices.Length; k++) row[sample.Indices[k]] = sample.Values[k];
                file.Write(MemoryMarshal.AsBytes<double>(row));
            }
        File.WriteAllBytes(Path.Combine(folder, "bray.bin"), MemoryMarshal.AsBytes<double>(Bray.Condensed).ToArray());
        File.WriteAllText(Path.Combine(folder, "shape.txt"), string.Create(CultureInfo.InvariantCulture, $"{Table.SampleIds.Count} {width}\n"));
        File.WriteAllLines(Path.Combine(folder, "groups.txt"), Groups);
        string plain = Path.Combine(folder, "tree.nwk");
        using (GZipStream packed = new(File.OpenRead(_tree), CompressionMode.Decompress))
        using (FileStream file = File.Create(plain)) packed.CopyTo(file);
        File.WriteAllLines(Path.Combine(folder, "paths.txt"), [_biom, plain]);
    }
}
