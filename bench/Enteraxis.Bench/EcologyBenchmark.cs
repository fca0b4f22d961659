using Enteraxis.Bench.Ecology;
using Enteraxis.Bench.Measure;
using Enteraxis.Bench.Output;
using Enteraxis.Numerics;

namespace Enteraxis.Bench;

/// <summary>enteraxis bench ecology.</summary>
internal static class EcologyBenchmark
{
    private const string Memory = "memory";

    public static int Run(BenchRequest request, CancellationToken cancellation)
    {
        if (request.Rounds is < 1 or > 100) throw new InputException($"--rounds: {request.Rounds} is not between 1 and 100.");
        string root = Environment.GetEnvironmentVariable("ENTERAXIS_ROOT") ?? throw new InputException("ENTERAXIS_ROOT is not set; start the benchmark with ./enteraxis bench.");
        string[] wanted = request.Only.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        // First, as the peak of a process's memory never falls.
        IReadOnlyList<EcologyMemory>? memory = wanted.Contains(Memory) ? EcologyMemory.Measure(Say) : null;
        string drivers = Path.Combine(root, "bench", "peers"), scratch = Path.Combine(Path.GetTempPath(), "enteraxis-bench-" + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(scratch);
        try
        {
            EcologyFigure[] figures = [];
            if (wanted.Any(w => w != Memory))
            {
                OneCore.Pin();
                EcologyData data = EcologyData.Read(root);
                IReadOnlyList<EcologyTask> all = EcologyTask.All(data, drivers);
                if (wanted.FirstOrDefault(w => w != Memory && w != "all" && all.All(t => t.Name != w)) is { } odd)
                    throw new InputException($"--only: '{odd}' is no task; there are all, {Memory}, {string.Join(", ", all.Select(t => t.Name))}.");
                EcologyTask[] tasks = [.. all.Where(t => wanted.Contains("all") || wanted.Contains(t.Name)).Select(t => request.Alone ? t with { Peers = [] } : t)];
                data.WriteForPeers(scratch);
                EcologyPeer? reading = request.Alone ? null : EcologyPeer.UniFrac(drivers, "reading", null);
                figures = [.. new EcologyMeasurement(tasks, reading, scratch, Say).Run(request.Rounds, cancellation)];
                EcologyReport.Print(figures, tasks);
            }
            string folder = request.Folder ?? Path.Combine(root, "bench", "results", Machine.FolderName), json = EcologyReport.Json(figures, memory, request.Rounds);
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, "ecology.json"), json);
            if (request.Json is not null) File.WriteAllText(request.Json, json);
            Say($"Written to {request.Json ?? Path.Combine(folder, "ecology.json")}.");
            return 0;
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static void Say(string line) => Console.Error.WriteLine(line);
}
