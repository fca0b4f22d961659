using System.Runtime.InteropServices;

namespace Enteraxis.Bench.Measure;

/// <summary>Keeps the calling thread, and the programs that it starts, on one core: none is helped by a second one.</summary>
internal static partial class OneCore
{
    private const int Words = 16; // 1,024 processors, as glibc's own set has

    /// <summary>On the highest core that this process may use; the lowest ones serve the system more.</summary>
    public static void Pin()
    {
        ulong[] allowed = new ulong[Words];
        if (sched_getaffinity(0, Words * sizeof(ulong), allowed) < 0) throw new NotSupportedException("This system does not tell the cores of a thread.");
        int word = Array.FindLastIndex(allowed, w => w != 0);
        ulong[] one = new ulong[Words];
        one[word] = 1UL << (63 - int.CreateChecked(ulong.LeadingZeroCount(allowed[word])));
        if (sched_setaffinity(0, Words * sizeof(ulong), one) != 0) throw new NotSupportedException("This system keeps no thread on one core.");
    }

    [LibraryImport("libc")]
    private static partial int sched_getaffinity(int thread, nuint bytes, [Out] ulong[] cores);

    [LibraryImport("libc")]
    private static partial int sched_setaffinity(int thread, nuint bytes, ulong[] cores);
}
