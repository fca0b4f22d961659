using System.Globalization;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Ecology.Distances;

/// <summary>The samples of a table that a measure can compare: those that hold anything. The others are named, not dropped in silence.</summary>
internal sealed class ComparedSamples
{
    private const int MostNamed = 5;

    private ComparedSamples(FeatureTable table, int[] kept, IReadOnlyList<string> notes) => (Kept, Ids, Notes) = (kept, [.. kept.Select(s => table.SampleIds[s])], notes);

    /// <summary>Indices of samples, ascending.</summary>
    public IReadOnlyList<int> Kept { get; }

    public IReadOnlyList<string> Ids { get; }

    public IReadOnlyList<string> Notes { get; }

    /// <param name="table">The table.</param>
    /// <param name="holds">True where a sample holds anything that the measure sees.</param>
    /// <param name="what">What the others do not hold, such as "no read".</param>
    /// <exception cref="InputException">Fewer than two samples are left.</exception>
    public static ComparedSamples Of(FeatureTable table, Func<int, bool> holds, string what)
    {
        int[] all = [.. Enumerable.Range(0, table.SampleIds.Count)], kept = [.. all.Where(holds)];
        if (kept.Length < 2)
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{table.Source}: distances need two samples at least; {kept.Length} of {all.Length} can be compared (the others hold {what})."));
        string[] left = [.. all.Except(kept).Select(s => table.SampleIds[s])];
        if (left.Length == 0) return new ComparedSamples(table, kept, []);
        string names = string.Join(", ", left.Take(MostNamed).Select(id => $"'{id}'")) + (left.Length > MostNamed ? " …" : "");
        return new ComparedSamples(table, kept, [string.Create(CultureInfo.InvariantCulture, $"{left.Length} of {all.Length} samples hold {what} and were left out: {names}.")]);
    }

    public static ComparedSamples WithReads(FeatureTable table) => Of(table, s => table.Sample(s).Values.Length > 0, "no read");
}
