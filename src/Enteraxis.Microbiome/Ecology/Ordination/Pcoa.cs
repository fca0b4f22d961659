using System.Globalization;
using Enteraxis.Microbiome.Ecology.Distances;

namespace Enteraxis.Microbiome.Ecology.Ordination;

/// <summary>Principal coordinates (classical scaling): places of the samples whose plain distances come as near as may be to the given ones.</summary>
/// <remarks>
/// Distances that are not Euclidean (Bray–Curtis, UniFrac) give negative eigenvalues, whose axes have no real coordinates. Nothing is corrected for them: they are told,
/// and <see cref="ShareExplained"/> divides by the sum of the positive ones, as scikit-bio does. Gower 1966 (doi 10.1093/biomet/53.3-4.325).
/// </remarks>
public sealed class Pcoa
{
    /// <summary>Up to so many samples all eigenvalues are worked out; beyond only the leading ones.</summary>
    internal const int AllUpTo = 1_500;

    // What is left of a zero eigenvalue after rounding, against the largest.
    private const double Zero = 1e-12;

    // Less than this of the positive ones is printed as nothing, and is nothing to tell.
    private const double ToldFrom = 0.0005;

    private Pcoa(IReadOnlyList<string> ids, double[] eigenvalues, double[] shares, double[][] coordinates, bool all, IReadOnlyList<string> notes) =>
        (Ids, Eigenvalues, ShareExplained, Coordinates, AllEigenvalues, Notes) = (ids, eigenvalues, shares, coordinates, all, notes);

    public IReadOnlyList<string> Ids { get; }

    /// <summary>Descending, in squared units of the distances; negative ones among them where all were worked out.</summary>
    public IReadOnlyList<double> Eigenvalues { get; }

    /// <summary>For each eigenvalue its share of the positive ones; 0 for negative ones.</summary>
    /// <remarks>Where only the leading ones are known, the share is of the trace, which negative ones make smaller.</remarks>
    public IReadOnlyList<double> ShareExplained { get; }

    /// <summary>[axis][sample], in units of the distances; the axes asked for that have a positive eigenvalue.</summary>
    public IReadOnlyList<double[]> Coordinates { get; }

    /// <summary>False where only the leading eigenvalues were worked out.</summary>
    public bool AllEigenvalues { get; }

    public IReadOnlyList<string> Notes { get; }

    /// <param name="distances">n samples.</param>
    /// <param name="axes">Axes to give coordinates for.</param>
    /// <param name="options">Threads.</param>
    public static Pcoa Of(DistanceMatrix distances, int axes = 10, EcologyOptions? options = null) => Of(distances, axes, options ?? new EcologyOptions(), AllUpTo);

    internal static Pcoa Of(DistanceMatrix distances, int axes, EcologyOptions options, int allUpTo)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(axes, 1);
        return distances.Count <= allUpTo ? Whole(distances, axes) : Leading(distances, axes, options);
    }

    private static Pcoa Whole(DistanceMatrix distances, int axes)
    {
        PrincipalAxes all = PrincipalAxes.Of(distances);
        double[] values = [.. all.Values.Select(v => Math.Abs(v) <= Zero * Math.Abs(all.Values[0]) ? 0 : v)];
        double positive = values.Where(v => v > 0).Sum(), negative = -values.Where(v => v < 0).Sum();
        double[][] coordinates = [.. Enumerable.Range(0, Math.Min(axes, values.Count(v => v > 0))).Select(a => Scaled(all.Vector(a), values[a]))];
        List<string> notes = [.. distances.Notes];
        if (negative >= ToldFrom * positive && negative > 0)
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"{distances.Measure} is not Euclidean here: {values.Count(v => v < 0)} eigenvalues are negative, together {negative / positive:P1} of the positive ones."));
        return new Pcoa(distances.Ids, values, [.. values.Select(v => positive > 0 && v > 0 ? v / positive : 0)], coordinates, true, notes);
    }

    private static Pcoa Leading(DistanceMatrix distances, int axes, EcologyOptions options)
    {
        (double[] values, double[][] vectors) = LeadingAxes.Of(distances, axes, options);
        double trace = 0;
        foreach (double d in distances.Condensed) trace += d * d / distances.Count;
        return new Pcoa(distances.Ids, values, [.. values.Select(v => v / trace)], [.. vectors.Select((v, a) => Scaled(v, values[a]))], false,
            [.. distances.Notes, string.Create(CultureInfo.InvariantCulture, $"Of {distances.Count} samples only the {values.Length} leading axes were worked out; their shares are of the trace, negative eigenvalues included.")]);
    }

    private static double[] Scaled(ReadOnlySpan<double> vector, double eigenvalue)
    {
        double[] coordinates = vector.ToArray();
        for (int i = 0; i < coordinates.Length; i++) coordinates[i] *= Math.Sqrt(eigenvalue);
        return coordinates;
    }
}
