using System.Globalization;
using Enteraxis.Bench.Parts;
using Enteraxis.Bench.Workloads;
using Enteraxis.Numerics;

namespace Enteraxis.Bench;

/// <summary>enteraxis bench parts.</summary>
internal static class PartsBenchmark
{
    public static int Run(string only)
    {
        string root = Environment.GetEnvironmentVariable("ENTERAXIS_ROOT") ?? throw new InputException("ENTERAXIS_ROOT is not set; start the benchmark with ./enteraxis bench.");
        string scratch = Path.Combine(Path.GetTempPath(), "enteraxis-bench-" + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(scratch);
        try
        {
            foreach (string name in only.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (Workload.Make(name, Path.Combine(root, "models"), scratch, out string? whyNot) is not { } workload) throw new InputException(whyNot!);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {AttemptParts.Sizes(workload)}; nanoseconds for all lanes together"));
                foreach ((string part, int times, double ns) in AttemptParts.Of(workload))
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {part,-44}{ns,8:0} × {times} = {ns * times,8:0}"));
            }
            return 0;
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }
}
