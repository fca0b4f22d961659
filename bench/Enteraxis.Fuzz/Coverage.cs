using System.Runtime.InteropServices;

namespace Enteraxis.Fuzz;

/// <summary>The branches that SharpFuzz counts, and those that were seen before.</summary>
internal sealed unsafe class Coverage
{
    private const int MapSize = 1 << 16;

    private readonly byte[] _seen = new byte[MapSize];

    public Coverage() => SharpFuzz.Common.Trace.SharedMem = (byte*)NativeMemory.AllocZeroed(MapSize);

    public int Branches => _seen.Count(b => b != 0);

    private static Span<byte> Map => new(SharpFuzz.Common.Trace.SharedMem, MapSize);

    /// <summary>Before an input.</summary>
    public static void Begin()
    {
        Map.Clear();
        SharpFuzz.Common.Trace.PrevLocation = 0;
    }

    /// <summary>True where the input since <see cref="Begin"/> took a branch that none before took, or took one more often than any, by powers of two as AFL has it.</summary>
    /// <param name="counts">Whether how often counts as new.</param>
    public bool Adds(bool counts)
    {
        bool fresh = false;
        for (int i = 0; i < MapSize; i++)
        {
            byte bucket = Map[i] == 0 ? (byte)0 : counts ? (byte)(1 << Math.Min(7, (int)Math.Log2(Map[i]))) : (byte)1;
            if ((bucket & ~_seen[i]) == 0) continue;
            _seen[i] |= bucket;
            fresh = true;
        }
        return fresh;
    }
}
