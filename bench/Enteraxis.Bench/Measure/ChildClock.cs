using System.Runtime.InteropServices;

namespace Enteraxis.Bench.Measure;

/// <summary>CPU seconds of all programs that this one started and that have ended: user and system, every thread, from their first instruction on.</summary>
internal static partial class ChildClock
{
    private const int Children = -1; // RUSAGE_CHILDREN of Linux

    private unsafe struct Usage
    {
#pragma warning disable CS0649 // Filled by the call.
        public long UserSeconds, UserMicroseconds, SystemSeconds, SystemMicroseconds;
        public fixed long Rest[14];
#pragma warning restore CS0649
    }

    public static double Seconds =>
        getrusage(Children, out Usage u) == 0 ? u.UserSeconds + u.SystemSeconds + 1e-6 * (u.UserMicroseconds + u.SystemMicroseconds) : throw new NotSupportedException("This system does not tell the CPU time of programs that ended.");

    [LibraryImport("libc")]
    private static partial int getrusage(int who, out Usage usage);
}
