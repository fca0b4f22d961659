using System.Globalization;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Ecology.GroupTests;

/// <summary>One explanatory variable: groups or a number for each sample.</summary>
public sealed class ModelTerm
{
    private readonly IReadOnlyList<string?>? _levels;
    private readonly IReadOnlyList<double>? _values;

    private ModelTerm(string name, IReadOnlyList<string?>? levels, IReadOnlyList<double>? values) => (Name, _levels, _values) = (name, levels, values);

    public string Name { get; }

    public int Count => _levels?.Count ?? _values!.Count;

    /// <param name="name">Of the column.</param>
    /// <param name="levels">One for each sample; null or empty: not known.</param>
    public static ModelTerm Factor(string name, IReadOnlyList<string?> levels) => new(name, levels, null);

    /// <param name="name">Of the column.</param>
    /// <param name="values">One for each sample; NaN: not known.</param>
    public static ModelTerm Numeric(string name, IReadOnlyList<double> values) => new(name, null, values);

    public bool IsMissing(int sample) => _levels is null ? !double.IsFinite(_values![sample]) : string.IsNullOrEmpty(_levels[sample]);

    /// <summary>Columns of the design for the samples kept: one for each level but the first, or the numbers.</summary>
    /// <exception cref="InputException">All samples kept have one value.</exception>
    internal double[][] Columns(IReadOnlyList<int> kept)
    {
        double[][] columns;
        if (_levels is null)
        {
            columns = kept.All(s => _values![s] == _values[kept[0]]) ? [] : [[.. kept.Select(s => _values![s])]];
        }
        else
        {
            string[] levels = [.. kept.Select(s => _levels[s]!).Distinct(StringComparer.Ordinal)];
            columns = [.. levels.Skip(1).Select(l => kept.Select(s => _levels[s] == l ? 1.0 : 0).ToArray())];
            if (levels.Length == kept.Count)
                throw new InputException($"'{Name}' has another level in every sample, so nothing is left to compare within levels; give it as a number or leave it out.");
        }
        if (columns.Length == 0)
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"'{Name}' has one value in all {kept.Count} samples compared, so it explains nothing; leave it out or give more samples."));
        return columns;
    }

    /// <summary>Levels in the order in which they appear, each with its places among the samples kept.</summary>
    internal (string Level, int[] Members)[] Groups(IReadOnlyList<int> kept)
    {
        if (_levels is null) throw new ArgumentException($"'{Name}' is a number, not a grouping.");
        return [.. Enumerable.Range(0, kept.Count).GroupBy(p => _levels[kept[p]]!, StringComparer.Ordinal).Select(g => (g.Key, g.ToArray()))];
    }

    /// <summary>True where it never differs within a block.</summary>
    internal bool IsConstantWithin(IReadOnlyList<int[]> blocks, IReadOnlyList<int> kept) => blocks.All(b => b.All(p => Same(kept[p], kept[b[0]])));

    private bool Same(int a, int b) => _levels is null ? _values![a] == _values[b] : _levels[a] == _levels[b];
}
