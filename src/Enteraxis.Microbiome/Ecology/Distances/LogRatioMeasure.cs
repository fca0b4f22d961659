using System.Runtime.Intrinsics;

namespace Enteraxis.Microbiome.Ecology.Distances;

/// <summary>Euclidean distance of log-ratios from the sparse part u of each row: d² = Σ(uᵢ − uⱼ)² − (Σuᵢ − Σuⱼ)²/D.</summary>
/// <remarks>
/// Worked out as |uᵢ|² + |uⱼ|² − 2 uᵢ·uⱼ − …, which loses digits where two rows are nearly equal; such pairs are worked out again by their differences.
/// </remarks>
internal readonly struct LogRatioMeasure : IPairMeasure
{
    // Below this share of |uᵢ|² + |uⱼ|² fewer than ten digits would be left of d.
    private const double NearlyEqual = 1e-5;

    private readonly SparseRows _rows;
    private readonly double[] _squares, _sums;
    private readonly double _parts;

    /// <param name="rows">Log values against the value of a zero.</param>
    /// <param name="parts">D, the number of features, where rows are centred over all of them; infinite where they are centred already.</param>
    public LogRatioMeasure(SparseRows rows, double parts)
    {
        (_rows, _parts, _sums) = (rows, parts, rows.Sums());
        _squares = new double[rows.Count];
        for (int i = 0; i < rows.Count; i++)
            foreach (double u in rows.Value(i)) _squares[i] = Math.FusedMultiplyAdd(u, u, _squares[i]);
    }

    public static Vector512<double> Add(Vector512<double> sum, Vector512<double> a, Vector512<double> b) => Vector512.FusedMultiplyAdd(a, b, sum);

    public double Distance(int i, int j, double sum)
    {
        double size = _squares[i] + _squares[j], shift = _sums[i] - _sums[j], squared = size - 2 * sum - shift * shift / _parts;
        return Math.Sqrt(Math.Max(0, squared < NearlyEqual * size ? ByDifferences(i, j) : squared));
    }

    private double ByDifferences(int i, int j)
    {
        ReadOnlySpan<int> a = _rows.Column(i), b = _rows.Column(j);
        ReadOnlySpan<double> x = _rows.Value(i), y = _rows.Value(j);
        double sum = 0, squares = 0;
        for (int k = 0, l = 0; k < a.Length || l < b.Length;)
        {
            int left = k < a.Length ? a[k] : int.MaxValue, right = l < b.Length ? b[l] : int.MaxValue;
            double difference = left == right ? x[k++] - y[l++] : left < right ? x[k++] : -y[l++];
            sum += difference;
            squares += difference * difference;
        }
        return squares - sum * sum / _parts;
    }
}
