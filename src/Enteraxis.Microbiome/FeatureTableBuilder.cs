using System.Globalization;
using Enteraxis.Microbiome.Taxonomy;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome;

/// <summary>Collects the cells of any format in any order and checks what no format may break.</summary>
internal sealed class FeatureTableBuilder(string source)
{
    private readonly List<int> _samples = [], _features = [];
    private readonly List<double> _values = [];

    public List<string> SampleIds { get; } = [];

    public List<string> FeatureIds { get; } = [];

    public Dictionary<string, Lineage> Lineages { get; } = new(StringComparer.Ordinal);

    public List<string> Notes { get; } = [];

    private readonly List<string> _doubts = [];

    public string Source => source;

    /// <summary>Set by formats that never hold counts, so that whole numbers are not taken for them.</summary>
    public bool NeverCounts { get; set; }

    /// <summary>The format in words; it begins the notes.</summary>
    public string Format { get; set; } = "";

    /// <summary>Set where the source says what its numbers are; null: told from the numbers.</summary>
    public AbundanceKind? Said { get; set; }

    /// <summary>A note that puts the whole table in question.</summary>
    public void Doubt(string note)
    {
        Notes.Add(note);
        _doubts.Add(note);
    }

    /// <summary>A cell whose sample and feature have their ids already.</summary>
    public void Add(int sample, int feature, double value)
    {
        // A table has millions of cells: what names one is made for a fault only.
        if (value >= 0 && double.IsFinite(value)) Keep(sample, feature, value);
        else Add(sample, feature, value, () => $"{source}, feature '{FeatureIds[feature]}', sample '{SampleIds[sample]}'");
    }

    /// <param name="place">Called only for a fault: names the cell.</param>
    public void Add(int sample, int feature, double value, Func<string> place)
    {
        if (!double.IsFinite(value)) throw new InputException($"{place()}: the value is not a finite number; expected a count, a proportion or a percentage.");
        if (value < 0)
            throw new InputException(string.Create(CultureInfo.InvariantCulture,
                $"{place()}: {value} is negative; expected counts, proportions or percentages (log ratios cannot be read: give the table they were made from)."));
        Keep(sample, feature, value);
    }

    private void Keep(int sample, int feature, double value)
    {
        if (value == 0) return;
        _samples.Add(sample);
        _features.Add(feature);
        _values.Add(value);
    }

    public FeatureTable Build()
    {
        CheckUnique(SampleIds, "sample");
        CheckUnique(FeatureIds, "feature");
        if (SampleIds.Count == 0) throw new InputException($"{source}: the table holds no sample.");
        if (FeatureIds.Count == 0) throw new InputException($"{source}: the table holds no feature.");
        if (_values.Count == 0) throw new InputException($"{source}: every value is 0, so there is no profile to read; check that the right table was given.");
        int[] start = new int[SampleIds.Count + 1];
        foreach (int s in _samples) start[s + 1]++;
        for (int s = 0; s < SampleIds.Count; s++) start[s + 1] += start[s];
        int[] next = start[..^1], feature = new int[_values.Count];
        double[] value = new double[_values.Count];
        for (int k = 0; k < _values.Count; k++)
        {
            int at = next[_samples[k]]++;
            (feature[at], value[at]) = (_features[k], _values[k]);
        }
        for (int s = 0; s < SampleIds.Count; s++)
        {
            if (!Ascends(feature.AsSpan(start[s]..start[s + 1]))) Array.Sort(feature, value, start[s], start[s + 1] - start[s]);
            for (int k = start[s] + 1; k < start[s + 1]; k++)
                if (feature[k] == feature[k - 1])
                    throw new InputException($"{source}: sample '{SampleIds[s]}' holds feature '{FeatureIds[feature[k]]}' twice; each cell may stand once.");
        }
        AbundanceKind kind = KindOf(start, value, NeverCounts, Said, out string said);
        Notes.Add(said);
        Lineage[] lineages = [.. FeatureIds.Select(id => Lineages.GetValueOrDefault(id, Lineage.None))];
        return new FeatureTable(source, [.. SampleIds], [.. FeatureIds], lineages, start, feature, value, kind, [.. Notes]) { Doubts = [.. _doubts], Format = Format };
    }

    private static bool Ascends(ReadOnlySpan<int> places)
    {
        for (int k = 1; k < places.Length; k++)
            if (places[k] < places[k - 1]) return false;
        return true;
    }

    private static AbundanceKind KindOf(int[] start, double[] value, bool neverCounts, AbundanceKind? given, out string said)
    {
        double least = double.PositiveInfinity, most = 0;
        for (int s = 0; s + 1 < start.Length; s++)
        {
            double sum = 0;
            for (int k = start[s]; k < start[s + 1]; k++) sum += value[k];
            if (sum == 0) continue;
            least = Math.Min(least, sum);
            most = Math.Max(most, sum);
        }
        string sums = string.Create(CultureInfo.InvariantCulture, $"samples sum to {least:#,0.####} to {most:#,0.####}");
        // Several samples that all sum to 100 are percent without decimals: nobody sequences to a depth of 100.
        bool rounded = start.Length > 2 && least >= 99 && most <= 101;
        bool whole = !neverCounts && !rounded && Array.TrueForAll(value, v => v == Math.Floor(v));
        AbundanceKind kind = given is { } g ? g : whole && most > 1 ? AbundanceKind.Counts
            : most <= 1.02 ? AbundanceKind.Proportions
            : most <= 102 && least >= 50 ? AbundanceKind.Percent
            : AbundanceKind.RelativeAmounts;
        said = kind switch
        {
            AbundanceKind.Counts => $"The numbers are counts (whole; {sums}).",
            AbundanceKind.Proportions => $"The numbers are proportions ({sums}); depth is not known.",
            AbundanceKind.Percent => $"The numbers are percent ({sums}); depth is not known.",
            _ => $"The numbers are neither counts, proportions nor percent ({sums}); only their ratios are used and depth is not known.",
        };
        return kind;
    }

    private void CheckUnique(List<string> ids, string what)
    {
        HashSet<string> seen = new(ids.Count, StringComparer.Ordinal);
        foreach (string id in ids)
        {
            if (id.Length == 0) throw new InputException($"{source}: a {what} id is empty; give every {what} a name.");
            if (!seen.Add(id)) throw new InputException($"{source}: {what} id '{id}' stands twice; make the ids unique or add the two up.");
        }
    }
}
