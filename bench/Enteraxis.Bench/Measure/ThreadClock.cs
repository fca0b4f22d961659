using System.Runtime.InteropServices;

namespace Enteraxis.Bench.Measure;

/// <summary>CPU seconds of the calling thread, so that neither a busy machine nor the compiler's own threads count.</summary>
internal static partial class ThreadClock
{
    private const int ThreadCpu = 3; // CLOCK_THREAD_CPUTIME_ID of Linux

    private struct TimeSpec
    {
#pragma warning disable CS0649 // Filled by the call.
        public long Seconds, Nanoseconds;
#pragma warning restore CS0649
    }

    public static double Seconds => clock_gettime(ThreadCpu, out TimeSpec t) == 0 ? t.Seconds + 1e-9 * t.Nanoseconds : throw new NotSupportedException("This system does not tell a thread's CPU time.");

    [LibraryImport("libc")]
    private static partial int clock_gettime(int clock, out TimeSpec time);
}
