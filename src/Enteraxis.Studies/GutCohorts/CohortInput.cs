using Enteraxis.Microbiome;
using Enteraxis.Microbiome.Import;
using Enteraxis.Microbiome.Metadata;
using Enteraxis.Microbiome.Phylogeny;
using Enteraxis.Microbiome.Taxonomy;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Text;

namespace Enteraxis.Studies.GutCohorts;

/// <param name="Sample">Its id.</param>
/// <param name="Why">In words.</param>
public sealed record LeftOutSample(string Sample, string Why);

/// <summary>A table and its metadata, read and joined: what is analysed, and what is not.</summary>
public sealed class CohortInput
{
    private CohortInput(FeatureTable whole, FeatureTable table, SampleMetadata? metadata, MetadataJoin? join, IReadOnlyList<string?>? groups, IReadOnlyList<string?>? blocks, IReadOnlyList<MetadataColumn> covariates, double[] unnamedShare, IReadOnlyList<LeftOutSample> leftOut, TaxonTables taxa)
    {
        Covariates = covariates;
        Whole = whole;
        Table = table;
        Metadata = metadata;
        Join = join;
        Groups = groups;
        Blocks = blocks;
        UnnamedShare = unnamedShare;
        LeftOut = leftOut;
        Taxa = taxa;
    }

    /// <summary>As it was read.</summary>
    public FeatureTable Whole { get; }

    /// <summary>As <see cref="Whole"/>, with the samples beside the one that was asked for.</summary>
    public FeatureTable Everyone { get; private init; } = null!;

    /// <summary>What is analysed: samples that have metadata and reads, without the rows of unnamed reads.</summary>
    public FeatureTable Table { get; }

    /// <summary>The samples of <see cref="Table"/> with the rows of unnamed reads too: shares of all reads are taken of it.</summary>
    public FeatureTable AllReads { get; private init; } = null!;

    public SampleMetadata? Metadata { get; }

    public MetadataJoin? Join { get; }

    /// <summary>For each sample of <see cref="Table"/>; null without a column of groups. A sample whose cell is empty has null.</summary>
    public IReadOnlyList<string?>? Groups { get; }

    /// <summary>As <see cref="Groups"/>.</summary>
    public IReadOnlyList<string?>? Blocks { get; }

    /// <summary>Columns with one value for each sample of <see cref="Table"/>.</summary>
    public IReadOnlyList<MetadataColumn> Covariates { get; }

    /// <summary>Joined to <see cref="Table"/>; null without a tree.</summary>
    public TableTree? Tree { get; private init; }

    public int TreeTips { get; private init; }

    /// <summary>File name of the tree, or empty.</summary>
    public string TreeFile { get; private init; } = "";

    /// <summary>For each sample of <see cref="Table"/> the share of its reads that stand in rows without a name.</summary>
    public IReadOnlyList<double> UnnamedShare { get; }

    public IReadOnlyList<LeftOutSample> LeftOut { get; }

    public TaxonTables Taxa { get; }

    /// <exception cref="InputException">Any fault of the inputs, or no sample left to look at.</exception>
    public static CohortInput Read(CohortRequest request)
    {
        SampleMetadata? metadata = request.MetadataPath is null ? null : SampleMetadata.Read(request.MetadataPath);
        if (metadata is null && (request.Group ?? request.Block ?? (request.Covariates is [var first, ..] ? first : null)) is { } column) throw new InputException($"--group, --block, --covariate: '{column}' is a column of the metadata; give them with --metadata.");
        MetadataColumn? group = request.Group is null ? null : metadata!.Column(request.Group), block = request.Block is null ? null : metadata!.Column(request.Block);
        MetadataColumn[] covariates = [.. request.Covariates.Select(c => metadata!.Column(c))];
        FeatureTable everyone = FeatureTableReader.Read(request.TablePath, request.TaxonomyPath, request.Sample, metadata: metadata);
        FeatureTable whole = request.Sample is { } only ? One(everyone, only) : everyone;
        MetadataJoin? join = metadata is null ? null : MetadataJoin.Of(whole, metadata);
        Dictionary<int, int>? rows = join?.Samples.Zip(join.Rows).ToDictionary(x => x.First, x => x.Second);
        HashSet<int> unnamed = [.. whole.UnnamedRows()];
        int[] features = [.. Enumerable.Range(0, whole.FeatureIds.Count).Where(f => !unnamed.Contains(f))];
        List<LeftOutSample> left = [];
        List<int> kept = [];
        List<double> shares = [];
        for (int s = 0; s < whole.SampleIds.Count; s++)
        {
            (double named, double all) = Sums(whole, s, unnamed);
            if (rows is not null && !rows.ContainsKey(s)) left.Add(new LeftOutSample(whole.SampleIds[s], $"no line in {metadata!.Source}"));
            else if (all == 0) left.Add(new LeftOutSample(whole.SampleIds[s], "every value is 0"));
            else if (named == 0) left.Add(new LeftOutSample(whole.SampleIds[s], "no read has a name"));
            else
            {
                kept.Add(s);
                shares.Add(1 - named / all);
            }
        }
        if (kept.Count == 0) throw new InputException($"{whole.Source}: no sample is left to look at; the first one was left out because of this: {left[0].Why}.");
        IReadOnlyList<string?>? Of(MetadataColumn? c) => c is null ? null : [.. kept.Select(s => c.Values[rows![s]])];
        FeatureTable table = whole.Part(kept, features);
        (TableTree? tree, int tips) = request.TreePath is null ? ((TableTree?)null, 0) : TreeReading.Join(request.TreePath, table);
        return new CohortInput(whole, table, metadata, join, Of(group), Of(block), [.. covariates.Select(c => c with { Values = Of(c)! })], [.. shares], left, TaxonTables.Read(Path.Combine(request.RootPath, "models", "gut")))
        {
            Everyone = everyone, AllReads = kept.Count == whole.SampleIds.Count ? whole : whole.Part(kept), Tree = tree, TreeTips = tips, TreeFile = request.TreePath is null ? "" : Path.GetFileName(request.TreePath),
        };
    }

    private static FeatureTable One(FeatureTable table, string sample)
    {
        int at = table.IndexOf(sample);
        return at >= 0 ? table.Part([at]) : throw new InputException($"--sample: '{sample}' is not in {table.Source}; the nearest names are {string.Join(", ", NearestName.Of(sample, table.SampleIds, 3).Select(n => $"'{n}'"))}.");
    }

    private static (double Named, double All) Sums(FeatureTable table, int sample, HashSet<int> unnamed)
    {
        SparseVector row = table.Sample(sample);
        double named = 0, all = 0;
        for (int k = 0; k < row.Indices.Length; k++)
        {
            all += row.Values[k];
            if (!unnamed.Contains(row.Indices[k])) named += row.Values[k];
        }
        return (named, all);
    }
}
