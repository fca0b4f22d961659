using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Enteraxis.Bench.Measure;

namespace Enteraxis.Bench.Output;

/// <summary>All figures as JSON: one object a workload, with ratio_ENGINE beside the engines' own figures.</summary>
internal static class ResultJson
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static string Write(IReadOnlyList<WorkloadResult> results, FirstPerson startup, CohortMemory? memory)
    {
        JsonObject root = new()
        {
            ["processor"] = Machine.Processor, ["vectors"] = Machine.Vectors, ["cores"] = Environment.ProcessorCount, ["runtime"] = RuntimeInformation.FrameworkDescription,
            ["measured"] = "CPU seconds of one thread; medians of interleaved rounds", ["axis_text_to_first_person_seconds"] = Round(startup.Simulated),
        };
        foreach (WorkloadResult r in results)
        {
            string speed = $"{r.Workload.Unit}_per_second_per_core";
            JsonObject engines = [];
            foreach (IGrouping<string, Figure> engine in r.Figures.GroupBy(f => f.Engine))
                engines[engine.Key] = new JsonArray([.. engine.Select(f => (JsonNode)new JsonObject
                {
                    ["rtol"] = f.Rtol, ["atol"] = Round(f.Atol), [speed] = Round(f.Speed), ["lowest"] = Round(f.LowestSpeed), ["highest"] = Round(f.HighestSpeed),
                    ["p99_error"] = Round(f.Error.P99), ["max_error"] = Round(f.Error.Max), ["steps"] = Round(f.Steps), ["people"] = f.People,
                })]);
            JsonObject one = new() { ["unit"] = r.Workload.Unit, ["reference"] = r.Reference, ["engines"] = engines };
            foreach ((string peer, double? ratio) in r.Ratios) one[$"ratio_{peer}"] = Round(ratio);
            one["error_bar"] = r.Workload.ErrorBar;
            one[$"{speed}_at_error_bar"] = Round(r.SpeedAtBar);
            one["lane_occupancy"] = Round(r.Occupancy);
            one["method"] = r.How;
            one["stack_place_slowest_over_fastest"] = Round(r.Alignment);
            if (r.AsStudied is not null) one[$"{speed}_with_jumps_drives_and_events"] = Round(r.AsStudied);
            root[r.Workload.Name] = one;
        }
        if (memory is not null)
            root["memory"] = new JsonObject
            {
                ["people"] = memory.People, ["years"] = memory.Years, ["peak_megabytes"] = Round(memory.PeakMegabytes), ["seconds_on_all_cores"] = Round(memory.Seconds),
                ["lane_occupancy"] = Round(memory.Occupancy), ["failures"] = memory.Failures,
            };
        return root.ToJsonString(Indented) + "\n";
    }

    // JSON has no NaN; four digits are more than a timing bears.
    private static JsonNode? Round(double? value) => value is double v && double.IsFinite(v) ? JsonValue.Create(double.Parse(v.ToString("G4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)) : null;
}
