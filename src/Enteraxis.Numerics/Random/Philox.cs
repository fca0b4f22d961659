using System.Runtime.CompilerServices;

namespace Enteraxis.Numerics.Random;

/// <summary>Philox-4x32-10, a counter-based generator: 128 random bits as a pure function of a 128-bit counter and a 64-bit key.</summary>
/// <remarks>Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy as 1, 2, 3 (SC 2011). Not for cryptography.</remarks>
public static class Philox
{
    private const uint M0 = 0xD2511F53, M1 = 0xCD9E8D57, W0 = 0x9E3779B9, W1 = 0xBB67AE85;

    /// <summary>The block of four words for one counter and key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static PhiloxBlock Block(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1)
    {
        for (int round = 0; round < 10; round++)
        {
            ulong p0 = (ulong)M0 * c0, p1 = (ulong)M1 * c2;
            (c0, c1, c2, c3) = ((uint)(p1 >> 32) ^ c1 ^ k0, (uint)p1, (uint)(p0 >> 32) ^ c3 ^ k1, (uint)p0);
            k0 += W0;
            k1 += W1;
        }
        return new PhiloxBlock(c0, c1, c2, c3);
    }
}

/// <summary>Four random words.</summary>
public readonly record struct PhiloxBlock(uint A, uint B, uint C, uint D);
