using Enteraxis.Microbiome.Taxonomy;

namespace Enteraxis.Microbiome;

/// <summary>Samples × features with taxonomy, held sparsely by sample (compressed rows, features ascending).</summary>
/// <remarks>Values are finite and not negative; ids are unique; at least one value is above 0. The reader guarantees it.</remarks>
public sealed class FeatureTable
{
    private readonly int[] _start;
    private readonly int[] _feature;
    private readonly double[] _value;
    private readonly Dictionary<string, int> _sampleIndex;

    internal FeatureTable(string source, string[] sampleIds, string[] featureIds, Lineage[] lineages, int[] start, int[] feature, double[] value,
        AbundanceKind kind, IReadOnlyList<string> notes)
    {
        Source = source;
        SampleIds = sampleIds;
        FeatureIds = featureIds;
        Lineages = lineages;
        (_start, _feature, _value) = (start, feature, value);
        Kind = kind;
        Notes = notes;
        _sampleIndex = new Dictionary<string, int>(sampleIds.Length, StringComparer.Ordinal);
        for (int i = 0; i < sampleIds.Length; i++) _sampleIndex.Add(sampleIds[i], i);
    }

    /// <summary>A table of counts made by a program, row by row, with samples s0, s1 … and features f0, f1 …; holds no cell twice.</summary>
    /// <param name="source">What sentences call it.</param>
    /// <param name="samples">Number of rows.</param>
    /// <param name="features">Number of columns.</param>
    /// <param name="fill">Called for each sample in turn with a place to put its values above 0, features ascending.</param>
    public static FeatureTable FromRows(string source, int samples, int features, Action<int, Action<int, double>> fill)
    {
        int[] start = new int[samples + 1];
        List<int> feature = [];
        List<double> value = [];
        for (int s = 0; s < samples; s++)
        {
            int last = -1;
            fill(s, (f, v) =>
            {
                if (f <= last || f >= features || !(v > 0) || !double.IsFinite(v)) throw new ArgumentException("Values must be above 0 and their features ascend.", nameof(fill));
                last = f;
                feature.Add(f);
                value.Add(v);
            });
            start[s + 1] = feature.Count;
        }
        static string[] Names(string letter, int n) => [.. Enumerable.Range(0, n).Select(i => letter + i.ToString(System.Globalization.CultureInfo.InvariantCulture))];
        Lineage[] lineages = new Lineage[features];
        Array.Fill(lineages, Lineage.None);
        return new FeatureTable(source, Names("s", samples), Names("f", features), lineages, start, [.. feature], [.. value], AbundanceKind.Counts, []);
    }

    /// <summary>File name without folder, for sentences.</summary>
    public string Source { get; }

    public IReadOnlyList<string> SampleIds { get; }

    public IReadOnlyList<string> FeatureIds { get; }

    /// <summary>One for each feature, <see cref="Lineage.None"/> where no taxonomy is given.</summary>
    public IReadOnlyList<Lineage> Lineages { get; }

    public AbundanceKind Kind { get; }

    /// <summary>What the reader decided and a user may want to check: format, orientation, kind of numbers, taxonomy file.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>The format that the reader recognised, in words.</summary>
    public string Format { get; init; } = "";

    /// <summary>Those notes that put the whole table in question: they belong where nobody misses them.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];

    /// <summary>Number of values above 0.</summary>
    public int NonZeroCount => _value.Length;

    /// <summary>Index of a sample, or -1.</summary>
    public int IndexOf(string sampleId) => _sampleIndex.GetValueOrDefault(sampleId, -1);

    /// <summary>Features of one sample with a value above 0, ascending by feature.</summary>
    public SparseVector Sample(int sample) => Slice(_start, _feature, _value, sample);

    public double SampleSum(int sample)
    {
        double sum = 0;
        foreach (double v in Sample(sample).Values) sum += v;
        return sum;
    }

    /// <summary>The same numbers by feature: for each feature its samples, ascending.</summary>
    public IReadOnlyList<SparseColumn> ByFeature()
    {
        int[] start = new int[FeatureIds.Count + 1];
        foreach (int f in _feature) start[f + 1]++;
        for (int f = 0; f < FeatureIds.Count; f++) start[f + 1] += start[f];
        int[] next = start[..^1], samples = new int[_value.Length];
        double[] values = new double[_value.Length];
        for (int s = 0; s < SampleIds.Count; s++)
            for (int k = _start[s]; k < _start[s + 1]; k++)
                (samples[next[_feature[k]]], values[next[_feature[k]]++]) = (s, _value[k]);
        var columns = new SparseColumn[FeatureIds.Count];
        for (int f = 0; f < columns.Length; f++)
            columns[f] = new SparseColumn(samples.AsMemory(start[f]..start[f + 1]), values.AsMemory(start[f]..start[f + 1]));
        return columns;
    }

    private static SparseVector Slice(int[] start, int[] index, double[] value, int i) =>
        new(index.AsSpan(start[i]..start[i + 1]), value.AsSpan(start[i]..start[i + 1]));
}

/// <summary>Indices and values of the entries that are not 0.</summary>
public readonly ref struct SparseVector(ReadOnlySpan<int> indices, ReadOnlySpan<double> values)
{
    public ReadOnlySpan<int> Indices { get; } = indices;

    public ReadOnlySpan<double> Values { get; } = values;
}

/// <summary>Samples and values of one feature.</summary>
public readonly record struct SparseColumn(ReadOnlyMemory<int> Samples, ReadOnlyMemory<double> Values);
