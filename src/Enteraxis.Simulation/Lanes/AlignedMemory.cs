using System.Runtime.InteropServices;

namespace Enteraxis.Simulation.Lanes;

/// <summary>Memory for vectors, aligned to 64 bytes (the just-in-time compiler aligns no vector of 512 bits by itself), zeroed, handed out piece by piece.</summary>
internal sealed unsafe class AlignedMemory : IDisposable
{
    private const int Alignment = 64;

    private double* _start;
    private long _used;
    private readonly long _length;

    internal AlignedMemory(long length)
    {
        _length = length;
        nuint bytes = (nuint)(Math.Max(1, length) * sizeof(double));
        _start = (double*)NativeMemory.AlignedAlloc((bytes + Alignment - 1) / Alignment * Alignment, Alignment);
        NativeMemory.Clear(_start, bytes);
    }

    ~AlignedMemory() => Free();

    internal double* Take(long length)
    {
        double* piece = _start + _used;
        _used += length;
        return _used <= _length ? piece : throw new InvalidOperationException("The memory is used up.");
    }

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        NativeMemory.AlignedFree(_start);
        _start = null;
    }
}
