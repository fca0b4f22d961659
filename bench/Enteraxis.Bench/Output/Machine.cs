using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using System.Text.RegularExpressions;

namespace Enteraxis.Bench.Output;

/// <summary>On what the figures were measured.</summary>
internal static partial class Machine
{
    public static string Processor { get; } = File.Exists("/proc/cpuinfo")
        ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString()
        : RuntimeInformation.ProcessArchitecture.ToString();

    public static string Vectors { get; } = Avx512F.IsSupported ? "avx512" : Avx2.IsSupported ? "avx2" : "128-bit";

    public static string FolderName { get; } = NotWord().Replace($"{Processor}-{Vectors}".ToLowerInvariant(), "-").Trim('-');

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotWord();
}
