using Enteraxis.Bench.Measure;
using Enteraxis.Bench.Output;
using Enteraxis.Bench.Peers;
using Enteraxis.Bench.Workloads;
using Enteraxis.Numerics;
using Enteraxis.Simulation;

namespace Enteraxis.Bench;

/// <summary>enteraxis bench engine.</summary>
internal static class EngineBenchmark
{
    private const string Memory = "memory", Startup = "startup";

    public static int Run(BenchRequest request, CancellationToken cancellation)
    {
        if (request.Rounds is < 1 or > 100) throw new InputException($"--rounds: {request.Rounds} is not between 1 and 100.");
        string[] known = [Memory, Startup, .. Workload.Names], wanted = request.Only.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (wanted.FirstOrDefault(w => !known.Contains(w)) is { } odd) throw new InputException($"--only: '{odd}' is no workload; there are {string.Join(", ", known)}.");
        string root = Environment.GetEnvironmentVariable("ENTERAXIS_ROOT") ?? throw new InputException("ENTERAXIS_ROOT is not set; start the benchmark with ./enteraxis bench.");
        string models = Path.Combine(root, "models"), folder = request.Folder ?? Path.Combine(root, "bench", "results", Machine.FolderName);
        FirstPerson startup = FirstPerson.Fresh(processes: 2 * (request.Rounds / 2) + 1);
        ResultTable.Print(startup);
        CohortMemory? memory = wanted.Contains(Memory) ? CohortMemory.Measure(models, Say, cancellation) : null;
        if (memory is not null) ResultTable.Print(memory);
        string scratch = Path.Combine(Path.GetTempPath(), "enteraxis-bench-" + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(scratch);
        try
        {
            IReadOnlyList<Peer> peers = request.Alone ? [] : Peer.All(Path.Combine(root, "bench", "peers"));
            List<WorkloadResult> results = [];
            List<string> missing = [];
            foreach (string name in wanted.Where(w => w is not (Memory or Startup)))
            {
                if (Workload.Make(name, models, scratch, out string? whyNot) is not { } workload)
                {
                    Say(whyNot!);
                    continue;
                }
                PeerModel? files = peers.Count > 0 ? PeerModel.Write(workload, Path.Combine(scratch, name)) : null;
                List<Peer> ready = [];
                foreach (Peer peer in peers)
                {
                    if (peer.Build(files!) is not { } trouble) ready.Add(peer);
                    else if (!missing.Contains(peer.Key))
                    {
                        missing.Add(peer.Key);
                        Say($"Without {peer.Label} ({trouble}). To have it: {peer.Install}");
                    }
                }
                WorkloadResult result = new WorkloadMeasurement(workload, ready, files, request.Rounds, Say).Run(cancellation);
                if (name == "axis") result = result with { AsStudied = AsStudied(models, workload) };
                results.Add(result);
                ResultTable.Print(result, peers);
            }
            string json = ResultJson.Write(results, startup, memory);
            Directory.CreateDirectory(folder);
            foreach (WorkloadResult r in results) File.WriteAllText(Path.Combine(folder, r.Workload.Name + ".svg"), WorkPrecisionPlot.Draw(r, peers));
            File.WriteAllText(Path.Combine(folder, "engine.json"), json);
            if (request.Json is not null) File.WriteAllText(request.Json, json);
            Say($"Written to {request.Json ?? Path.Combine(folder, "engine.json")}; plots in {folder}.");
            return 0;
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static double AsStudied(string models, Workload workload)
    {
        (Modelling.Models.Model model, PersonRun[] people) = AxisTwoYears.AsStudied(models, workload);
        CompiledModel compiled = new(model, workload.Observables);
        return people.Length * workload.UnitsPerPerson / Enumerable.Range(0, 3).Min(_ => OwnEngine.Time(compiled, people, 1e-4).Seconds);
    }

    private static void Say(string line) => Console.Error.WriteLine(line);
}
