using Enteraxis.Numerics.Random;

namespace Enteraxis.Simulation.Jumps;

/// <summary>A Poisson field of unit intensity on (time, level), laid in strips of level; any rectangle of it can be enumerated without state.</summary>
/// <remarks>
/// Strip s covers the levels [s, s + 1)·height. It is cut into time cells of 1/height days, each with a Poisson(1) number of points, uniform in
/// time and level. Numbers are keyed by (seed, person, stream, strip, cell), so the field is the same for all twins, whatever they go through:
/// raising a hazard keeps all its jumps and adds some. Thinning: Lewis and Shedler (Naval Research Logistics 26:403, 1979).
/// </remarks>
public readonly struct PoissonField
{
    internal const uint LanesPerStrip = 64;

    /// <summary>Strips past which a hazard is refused: its lanes would run out.</summary>
    public const int MaximumStrips = 1 << 20;

    // P(N ≤ n) for mean 1.
    private static readonly double[] Cumulative = [.. Enumerable.Range(0, 20).Select(n => Enteraxis.Numerics.Distributions.PoissonLaw.Cdf(n, 1))];

    private readonly KeyedStream _stream;
    private readonly double _height;

    /// <param name="height">Height of a strip, per day; best near the usual size of the hazard.</param>
    public PoissonField(KeyedStream stream, double height) => (_stream, _height) = (stream, height);

    public double Height => _height;

    /// <summary>Adds the points with from &lt; time ≤ to and level below <paramref name="bound"/>, in the order of strips and cells.</summary>
    public void Enumerate(double from, double to, double bound, List<Candidate> into)
    {
        if (!(bound > 0)) return;
        int strips = (int)Math.Min(Math.Ceiling(bound / _height), MaximumStrips);
        long first = (long)Math.Floor(from * _height), last = (long)Math.Floor(to * _height);
        for (int strip = 0; strip < strips; strip++)
        {
            for (long cell = first; cell <= last; cell++)
            {
                int count = Count(_stream.Uniform((ulong)cell, (uint)strip * LanesPerStrip));
                for (int number = 0; number < count; number++)
                {
                    Candidate c = new(0, 0, cell, strip, number);
                    (double u, double v) = _stream.UniformPair((ulong)cell, c.Lane);
                    double time = (cell + u) / _height, level = (strip + v) * _height;
                    if (time > from && time <= to && level < bound) into.Add(c with { Time = time, Level = level });
                }
            }
        }
    }

    private static int Count(double u)
    {
        int n = 0;
        while (n < Cumulative.Length && u > Cumulative[n]) n++;
        return n;
    }
}
