using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Enteraxis.Bench.GenomeScale;
using Enteraxis.Bench.Output;
using Enteraxis.Numerics;

namespace Enteraxis.Bench;

/// <summary>enteraxis bench genome-scale.</summary>
internal static class GenomeScaleBenchmark
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <param name="models">Folder of models; null for the eight of textbook size that ship.</param>
    public static int Run(BenchRequest request, string? models, CancellationToken cancellation)
    {
        if (request.Rounds is < 1 or > 100) throw new InputException($"--rounds: {request.Rounds} is not between 1 and 100.");
        string root = Environment.GetEnvironmentVariable("ENTERAXIS_ROOT") ?? throw new InputException("ENTERAXIS_ROOT is not set; start the benchmark with ./enteraxis bench.");
        if (models is not null && !Directory.Exists(models)) throw new InputException($"--models: {models}: there is no such folder.");
        CommunityMeasurement measurement = new(models ?? Path.Combine(root, "examples", "genome-scale"), Say);
        IReadOnlyList<CommunityFigure> figures = measurement.Run(request.Rounds, cancellation);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{measurement.Size.Rows:N0} balances, {measurement.Size.Columns:N0} fluxes: {string.Join(", ", measurement.Files.Distinct())}"));
        foreach (CommunityFigure f in figures)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {f.Step,-14}{f.Cpu,9:0.0000} s of CPU ({f.Least:0.0000}–{f.Most:0.0000}), {f.Wall:0.0000} s on the wall{(f.Bar is { } bar ? $", bar {bar:0.0}" : "")}: {f.What}"));
        string json = Json(measurement, figures, request.Rounds, models is null);
        string file = models is null ? "genome-scale.json" : "genome-scale-own.json", folder = request.Folder ?? Path.Combine(root, "bench", "results", Machine.FolderName);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, file), json);
        if (request.Json is not null) File.WriteAllText(request.Json, json);
        Say($"Written to {request.Json ?? Path.Combine(folder, file)}.");
        return 0;
    }

    private static string Json(CommunityMeasurement measurement, IReadOnlyList<CommunityFigure> figures, int rounds, bool ours)
    {
        JsonObject root = new()
        {
            ["processor"] = Machine.Processor, ["cores"] = Environment.ProcessorCount, ["runtime"] = RuntimeInformation.FrameworkDescription,
            ["measured"] = $"seconds; medians of {rounds.ToString(CultureInfo.InvariantCulture)} rounds after one that is not counted; three changes of one bound a round",
            ["models"] = ours ? "the eight of textbook size in examples/genome-scale" : string.Join(", ", measurement.Files), ["balances"] = measurement.Size.Rows, ["fluxes"] = measurement.Size.Columns,
        };
        foreach (CommunityFigure f in figures)
            root[f.Step] = new JsonObject { ["what"] = f.What, ["cpu"] = Round(f.Cpu), ["cpu_least"] = Round(f.Least), ["cpu_most"] = Round(f.Most), ["wall"] = Round(f.Wall), ["bar"] = f.Bar is { } bar ? Round(bar) : null };
        return root.ToJsonString(Indented) + "\n";
    }

    private static JsonNode? Round(double v) => double.IsFinite(v) ? JsonValue.Create(double.Parse(v.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)) : null;

    private static void Say(string line) => Console.Error.WriteLine(line);
}
