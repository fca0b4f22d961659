using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Enteraxis.Bench.Output;

namespace Enteraxis.Bench.Ecology;

/// <summary>The figures for a terminal and as JSON.</summary>
internal static class EcologyReport
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static void Print(IReadOnlyList<EcologyFigure> figures, IReadOnlyList<EcologyTask> tasks)
    {
        foreach (EcologyTask task in tasks)
        {
            Console.WriteLine($"\n{task.Name}: {task.What}{(task.TakesOffReading ? "; the peer's reading is taken off its time" : "")}");
            foreach (EcologyFigure f in figures.Where(f => f.Task == task.Name))
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {f.Program,-12}{f.Seconds,9:0.000} s ({f.Least:0.000}–{f.Most:0.000}){(f.Program == "enteraxis" ? "" : $"   ratio {f.Ratio:0.0}{(f.Bar is { } bar ? $" (bar {bar:0.0})" : "")}, largest difference {f.Error:0.0e0}")}"));
        }
    }

    public static string Json(IReadOnlyList<EcologyFigure> figures, IReadOnlyList<EcologyMemory>? memory, int rounds)
    {
        JsonObject root = new()
        {
            ["processor"] = Machine.Processor, ["vectors"] = Machine.Vectors, ["cores"] = Environment.ProcessorCount, ["runtime"] = RuntimeInformation.FrameworkDescription,
            ["measured"] = $"CPU seconds on one core, of the measured call within a program that has started (the _program tasks: of the whole program); medians of {rounds.ToString(CultureInfo.InvariantCulture)} interleaved rounds; ratio = theirs over ours within a round",
        };
        foreach (IGrouping<string, EcologyFigure> task in figures.GroupBy(f => f.Task))
        {
            JsonObject one = [];
            foreach (EcologyFigure f in task)
                one[f.Program] = f.Program == "enteraxis"
                    ? new JsonObject { ["seconds"] = Round(f.Seconds), ["least"] = Round(f.Least), ["most"] = Round(f.Most) }
                    : new JsonObject { ["seconds"] = Round(f.Seconds), ["least"] = Round(f.Least), ["most"] = Round(f.Most), ["ratio"] = Round(f.Ratio), ["bar"] = Round(f.Bar), ["largest_difference"] = Round(f.Error) };
            root[task.Key] = one;
        }
        if (memory is not null)
            root["memory"] = new JsonArray([.. memory.Select(m => (JsonNode)new JsonObject { ["step"] = m.Step, ["seconds_on_all_cores"] = Round(m.Seconds), ["peak_megabytes"] = Round(m.PeakMegabytes) })]);
        return root.ToJsonString(Indented) + "\n";
    }

    // JSON has no NaN; four digits are more than a timing bears.
    private static JsonNode? Round(double? value) => value is double v && double.IsFinite(v) ? JsonValue.Create(double.Parse(v.ToString("G4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)) : null;
}
