using System.Globalization;
using Enteraxis.Microbiome.Ecology.Distances;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Ecology.GroupTests;

/// <summary>The samples for which everything is known that a test asks for.</summary>
internal static class GroupedSamples
{
    /// <exception cref="InputException">Fewer than three are left.</exception>
    public static (int[] Kept, List<string> Notes) Kept(DistanceMatrix distances, IReadOnlyList<ModelTerm> terms, IReadOnlyList<string?>? blocks)
    {
        int n = distances.Count;
        if (terms.Any(t => t.Count != n) || (blocks is not null && blocks.Count != n)) throw new ArgumentException("Terms and blocks need one value for each sample of the distances.");
        int[] kept = [.. Enumerable.Range(0, n).Where(s => !terms.Any(t => t.IsMissing(s)) && (blocks is null || !string.IsNullOrEmpty(blocks[s])))];
        string names = string.Join(", ", terms.Select(t => $"'{t.Name}'")) + (blocks is null ? "" : " and the block");
        if (kept.Length < 3) throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{names} are known for {kept.Length} of {n} samples; a test needs three at least."));
        List<string> notes = [.. distances.Notes];
        if (kept.Length < n) notes.Add(string.Create(CultureInfo.InvariantCulture, $"{n - kept.Length} of {n} samples were left out, for which {names} are not all known."));
        return (kept, notes);
    }
}
