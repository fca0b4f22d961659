using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Enteraxis.Bench.Peers;
using Enteraxis.Modelling.Antimony;
using Enteraxis.Modelling.Models;
using Enteraxis.Simulation;

namespace Enteraxis.Bench.Workloads;

/// <summary>G51 of the shared yardstick: its generator is run, and its model.json becomes Antimony. 51 states, 30 doses and infections, 2 years, 6 observables a day.</summary>
internal static partial class G51
{
    private const int People = 512;

    /// <summary>Null where the generator is not at hand, with the reason.</summary>
    public static Workload? Make(string name, double circadian, string scratch, out string? whyNot)
    {
        string shared = Environment.GetEnvironmentVariable("ENTERAXIS_SHARED") ?? Path.Combine(Environment.GetEnvironmentVariable("ENTERAXIS_ROOT")!, "..", "shared");
        string generator = Path.Combine(shared, "engine", "gen.py");
        whyNot = File.Exists(generator) ? null : $"{name}: its generator is not here; point ENTERAXIS_SHARED at the folder that holds engine/gen.py.";
        if (whyNot is not null) return null;
        string folder = Path.Combine(scratch, "g51");
        if (!File.Exists(Path.Combine(folder, "model.json")))
        {
            Directory.CreateDirectory(folder);
            Tool.Run("python3", [generator, folder, People.ToString(CultureInfo.InvariantCulture)], folder, out string trouble);
            whyNot = File.Exists(Path.Combine(folder, "model.json")) ? null : $"{name}: python3 did not make the model. {trouble}";
            if (whyNot is not null) return null;
        }
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "model.json")));
        JsonElement root = json.RootElement;
        string[] varied = [.. root.GetProperty("VAR").EnumerateArray().Select(v => v.GetString()!)];
        Model read = AntimonyReader.ReadText(Antimony(root, circadian), "g51.ant", new ReadOptions());
        // Peers have them as constants too.
        Model model = SharedParameters.Fix(read, read.Parameters.Select(p => p.Name).Except(varied));
        ScheduledChange[] schedule = [.. root.GetProperty("EV").EnumerateArray().Select(e => new ScheduledChange(e[0].GetDouble(), e[1].GetString()!, ChangeKind.Add, e[2].GetDouble()))];
        double[] days = [.. Enumerable.Range(0, 731).Select(d => (double)d)];
        PersonRun[] people = [.. File.ReadLines(Path.Combine(folder, "params.csv")).Skip(1).Select((line, i) => new PersonRun
        {
            Seed = 1, Person = (ulong)i, End = 730, OutputTimes = days, Schedule = schedule, Randomness = false,
            Values = line.Split(',').Select((v, j) => (varied[j], double.Parse(v, CultureInfo.InvariantCulture))).ToDictionary(v => v.Item1, v => v.Item2, StringComparer.Ordinal),
        })];
        return new Workload
        {
            Name = name, Unit = "sims", UnitsPerPerson = 1, Model = model, People = people,
            Observables = [.. root.GetProperty("OBS").EnumerateArray().Select(o => o.GetString()!)],
            Compared = 16, PeerPeople = circadian == 0 ? 24 : 6, SlowPeople = circadian == 0 ? 3 : 1, ScaleShare = 0, ErrorBar = 1.5e-6,
        };
    }

    private static string Antimony(JsonElement root, double circadian)
    {
        StringBuilder text = new("model g51()\n");
        foreach (JsonProperty p in root.GetProperty("P").EnumerateObject())
            text.Append(CultureInfo.InvariantCulture, $"  {p.Name} = {(p.Name == "circ" ? circadian : p.Value.GetDouble()):R}\n");
        foreach (JsonElement a in root.GetProperty("AUX").EnumerateArray()) text.Append(CultureInfo.InvariantCulture, $"  {a[0].GetString()} := {Formula(a[1].GetString()!)}\n");
        foreach (JsonProperty r in root.GetProperty("R").EnumerateObject()) text.Append(CultureInfo.InvariantCulture, $"  {r.Name}' = {Formula(r.Value.GetString()!)}\n");
        foreach (JsonProperty s in root.GetProperty("S0").EnumerateObject()) text.Append(CultureInfo.InvariantCulture, $"  {s.Name} = {s.Value.GetDouble():R}\n");
        return text.Append("end\n").ToString();
    }

    private static string Formula(string c) => Time().Replace(c, "time");

    [GeneratedRegex(@"\bt\b")]
    private static partial Regex Time();
}
