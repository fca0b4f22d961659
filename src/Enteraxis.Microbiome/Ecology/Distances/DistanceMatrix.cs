using System.Globalization;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Ecology.Distances;

/// <summary>Distances between all pairs of samples, held once: symmetric, 0 on the diagonal.</summary>
public sealed class DistanceMatrix
{
    private const int MostSamples = 65_000;

    /// <param name="measure">What it measures, in words such as "braycurtis_counts".</param>
    /// <param name="ids">Sample ids, n of them.</param>
    /// <param name="condensed">n(n−1)/2 values: upper triangle, row by row.</param>
    /// <param name="notes">What was left out or assumed, in sentences.</param>
    public DistanceMatrix(string measure, IReadOnlyList<string> ids, double[] condensed, IReadOnlyList<string>? notes = null)
    {
        if (condensed.LongLength != LengthFor(ids.Count)) throw new ArgumentException("The condensed values do not fit the number of ids.", nameof(condensed));
        (Measure, Ids, Condensed, Notes) = (measure, ids, condensed, notes ?? []);
    }

    public string Measure { get; }

    public IReadOnlyList<string> Ids { get; }

    public int Count => Ids.Count;

    /// <summary>Upper triangle, row by row: (0,1), (0,2) … (0,n−1), (1,2) …</summary>
    public double[] Condensed { get; }

    public IReadOnlyList<string> Notes { get; }

    public double this[int i, int j] => i == j ? 0 : i < j ? Condensed[Place(Count, i, j)] : Condensed[Place(Count, j, i)];

    /// <summary>The distances among some of the samples, in the order given.</summary>
    public DistanceMatrix Select(IReadOnlyList<int> samples)
    {
        double[] part = new double[LengthFor(samples.Count)];
        int at = 0;
        for (int i = 0; i < samples.Count; i++)
            for (int j = i + 1; j < samples.Count; j++) part[at++] = this[samples[i], samples[j]];
        return new DistanceMatrix(Measure, [.. samples.Select(s => Ids[s])], part, Notes);
    }

    /// <summary>Place of (i, j), i &lt; j, among n samples.</summary>
    internal static int Place(int n, int i, int j) => checked((int)((long)i * n - (long)i * (i + 1) / 2 + j - i - 1));

    /// <exception cref="InputException">More pairs than an array can hold.</exception>
    internal static int LengthFor(int n) => n <= MostSamples ? (int)((long)n * (n - 1) / 2)
        : throw new InputException(string.Create(CultureInfo.InvariantCulture, $"The distances between {n:N0} samples are more than fit one matrix (at most {MostSamples:N0} samples); give a part of the table."));
}
