using System.Runtime.CompilerServices;
using Enteraxis.Numerics.Distributions;

namespace Enteraxis.Numerics.Random;

/// <summary>Random numbers as a pure function of (seed, person, stream, index, lane): no state, any order, any thread, the same bits.</summary>
/// <remarks>
/// (seed, person, stream) are condensed to 96 bits by one Philox block; index and lane are the counter of a second one.
/// All laws go by inversion of one uniform, so that a draw moves continuously when a parameter of its law does (what twins need).
/// </remarks>
public readonly struct KeyedStream : IEquatable<KeyedStream>
{
    private readonly uint _k0, _k1, _c3;

    public KeyedStream(ulong seed, ulong person, uint stream)
        : this(Philox.Block((uint)person, (uint)(person >> 32), stream, 0x656E7465, (uint)seed, (uint)(seed >> 32))) { }

    private KeyedStream(PhiloxBlock key) => (_k0, _k1, _c3) = (key.A, key.B, key.C);

    /// <summary>An independent stream that belongs to one place of this one.</summary>
    public KeyedStream Fork(ulong index, uint lane = 0) =>
        new(Philox.Block((uint)index, (uint)(index >> 32), lane, _c3 ^ 0x666F726B, _k0, _k1));

    /// <summary>Uniform in the open interval (0, 1), 52 bits.</summary>
    public double Uniform(ulong index, uint lane = 0)
    {
        PhiloxBlock b = Philox.Block((uint)index, (uint)(index >> 32), lane, _c3, _k0, _k1);
        return Open(b.A, b.B);
    }

    /// <summary>Two independent uniforms of one block; the first is <see cref="Uniform"/> of the same place.</summary>
    public (double First, double Second) UniformPair(ulong index, uint lane = 0)
    {
        PhiloxBlock b = Philox.Block((uint)index, (uint)(index >> 32), lane, _c3, _k0, _k1);
        return (Open(b.A, b.B), Open(b.C, b.D));
    }

    /// <summary>Standard normal.</summary>
    public double Normal(ulong index, uint lane = 0) => NormalLaw.Quantile(Uniform(index, lane));

    public double Normal(double mean, double sd, ulong index, uint lane = 0) => mean + sd * Normal(index, lane);

    /// <param name="mu">Mean of the logarithm.</param>
    /// <param name="sigma">Standard deviation of the logarithm.</param>
    public double LogNormal(double mu, double sigma, ulong index, uint lane = 0) => Math.Exp(mu + sigma * Normal(index, lane));

    /// <param name="rate">Per unit; the mean is its inverse.</param>
    public double Exponential(double rate, ulong index, uint lane = 0) => -Math.Log(Uniform(index, lane)) / rate;

    public double Gamma(double shape, double scale, ulong index, uint lane = 0) => GammaLaw.Quantile(Uniform(index, lane), shape, scale);

    public double Beta(double a, double b, ulong index, uint lane = 0) => BetaLaw.Quantile(Uniform(index, lane), a, b);

    public long Poisson(double mean, ulong index, uint lane = 0) => PoissonLaw.Quantile(Uniform(index, lane), mean);

    public bool Bernoulli(double probability, ulong index, uint lane = 0) => Uniform(index, lane) < probability;

    public long Binomial(long trials, double probability, ulong index, uint lane = 0) => BinomialLaw.Quantile(Uniform(index, lane), trials, probability);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Open(uint high, uint low) => (((ulong)high << 20 | low >> 12) + 0.5) * (1.0 / (1UL << 52));

    public bool Equals(KeyedStream other) => _k0 == other._k0 && _k1 == other._k1 && _c3 == other._c3;

    public override bool Equals(object? obj) => obj is KeyedStream other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(_k0, _k1, _c3);

    public static bool operator ==(KeyedStream left, KeyedStream right) => left.Equals(right);

    public static bool operator !=(KeyedStream left, KeyedStream right) => !left.Equals(right);
}
