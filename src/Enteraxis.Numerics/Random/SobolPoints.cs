namespace Enteraxis.Numerics.Random;

/// <summary>Points of Sobol's sequence in the open unit cube, shifted digitally by keyed numbers: evenly spread designs of any size, another one for each seed.</summary>
/// <remarks>
/// Direction numbers of Joe and Kuo (SIAM J. Sci. Comput. 30:2635, 2008; their table new-joe-kuo-6.21201), up to 30 dimensions. The shift (an exclusive or of all digits) keeps the net property: of the first 2^m points
/// exactly one lies in each of the 2^m equal parts of every axis. When not: where independent points are needed, for the error of a mean over these is not s/√n.
/// </remarks>
public sealed class SobolPoints
{
    public const int MostDimensions = 30;
    private const uint Stream = 0xE0000030;
    private const int Bits = 32;

    // Degree and coefficients of the primitive polynomial, then the first direction numbers, for dimensions 2 to 30.
    private static readonly uint[][] Directions =
    [
        [1, 0, 1], [2, 1, 1, 3], [3, 1, 1, 3, 1], [3, 2, 1, 1, 1], [4, 1, 1, 1, 3, 3], [4, 4, 1, 3, 5, 13], [5, 2, 1, 1, 5, 5, 17], [5, 4, 1, 1, 5, 5, 5], [5, 7, 1, 1, 7, 11, 19], [5, 11, 1, 1, 5, 1, 1],
        [5, 13, 1, 1, 1, 3, 11], [5, 14, 1, 3, 5, 5, 31], [6, 1, 1, 3, 3, 9, 7, 49], [6, 13, 1, 1, 1, 15, 21, 21], [6, 16, 1, 3, 1, 13, 27, 49], [6, 19, 1, 1, 1, 15, 7, 5], [6, 22, 1, 3, 1, 15, 13, 25],
        [6, 25, 1, 1, 5, 5, 19, 61], [7, 1, 1, 3, 7, 11, 23, 15, 103], [7, 4, 1, 3, 7, 13, 13, 15, 69], [7, 7, 1, 1, 3, 13, 7, 35, 63], [7, 8, 1, 3, 5, 9, 1, 25, 53], [7, 14, 1, 3, 1, 13, 9, 35, 107],
        [7, 19, 1, 3, 1, 5, 27, 61, 31], [7, 21, 1, 1, 5, 11, 19, 41, 61], [7, 28, 1, 3, 5, 3, 3, 13, 69], [7, 31, 1, 1, 7, 13, 1, 19, 1], [7, 32, 1, 3, 7, 5, 13, 19, 59], [7, 37, 1, 1, 3, 9, 25, 29, 41],
    ];

    private readonly uint[][] _v;
    private readonly uint[] _shift;

    /// <param name="dimensions">1 to 30.</param>
    /// <param name="design">Which of the designs of one seed.</param>
    public SobolPoints(int dimensions, ulong seed, ulong design = 0)
    {
        if (dimensions is < 1 or > MostDimensions) throw new ArgumentOutOfRangeException(nameof(dimensions), $"1 to {MostDimensions} dimensions are possible.");
        _v = [.. Enumerable.Range(0, dimensions).Select(Numbers)];
        KeyedStream stream = new(seed, design, Stream);
        _shift = [.. Enumerable.Range(0, dimensions).Select(d => (uint)(stream.Uniform((ulong)d) * 4294967296.0))];
    }

    /// <summary>The point of a number, from 0.</summary>
    public double[] Point(uint index)
    {
        double[] x = new double[_v.Length];
        for (int d = 0; d < x.Length; d++)
        {
            uint digits = _shift[d];
            for (int b = 0; index >> b != 0 && b < Bits; b++)
                if ((index >> b & 1) != 0) digits ^= _v[d][b];
            x[d] = (digits + 0.5) / 4294967296.0;
        }
        return x;
    }

    private static uint[] Numbers(int dimension)
    {
        uint[] v = new uint[Bits];
        if (dimension == 0)
        {
            for (int b = 0; b < Bits; b++) v[b] = 1u << (Bits - 1 - b);
            return v;
        }
        uint[] row = Directions[dimension - 1];
        int s = (int)row[0];
        for (int b = 0; b < Bits; b++)
        {
            if (b < s)
            {
                v[b] = row[2 + b] << (Bits - 1 - b);
                continue;
            }
            v[b] = v[b - s] ^ (v[b - s] >> s);
            for (int k = 1; k < s; k++)
                if ((row[1] >> (s - 1 - k) & 1) != 0) v[b] ^= v[b - k];
        }
        return v;
    }
}
