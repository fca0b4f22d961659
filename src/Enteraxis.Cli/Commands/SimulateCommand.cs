using System.CommandLine;
using System.Globalization;
using Enteraxis.Modelling.Models;
using Enteraxis.Numerics;
using Enteraxis.Reporting;
using Enteraxis.Reporting.Figures;
using Enteraxis.Simulation;
using Enteraxis.Studies.Omex;
using Enteraxis.Studies.Runs;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Cli.Commands;

/// <summary>enteraxis simulate: one person's curves, for anyone who wants to look.</summary>
internal static class SimulateCommand
{
    private sealed record Request(string Model, string? Preset, string Variant, string[] Settings, string[] Doses, string End, int Points,
        string[] Observables, string? Out, string? Plot, string? Omex, ulong Seed, bool Random, double Tolerance);

    private const double LongestDays = 3_652_500;

    public static Command Create()
    {
        Argument<string> model = new("model") { Description = "axis; a model file (.ant, .xml); or an experiment: SED-ML (.sedml), COMBINE archive (.omex), PEtab problem (.yaml)" };
        Option<string?> preset = new("--preset") { Description = "a parameter set of models/presets.tsv; see enteraxis models" };
        Option<string> variant = new("--variant") { Description = "day: months to decades; hour: days, with meals, doses and the clock by the hour", DefaultValueFactory = _ => "day" };
        Option<string[]> set = new("--set") { Description = "name=value, for any parameter or state", AllowMultipleArgumentsPerToken = true };
        Option<string[]> dose = new("--dose") { Description = "\"NAME AMOUNT UNIT at TIME [every TIME]\"; doses are listed by enteraxis models" };
        Option<string> end = new("--end") { Description = "how long: 8 h, 1d, 2 years", DefaultValueFactory = _ => "365 d" };
        Option<int> points = new("--points") { Description = "intervals between rows", DefaultValueFactory = _ => 200 };
        Option<string> observe = new("--observe") { Description = "names to write, separated by commas; without it all that moves" };
        Option<string?> output = new("--out") { Description = "table to write (TSV); without it the table is printed; of an experiment the folder for its reports and plots" };
        Option<string?> plot = new("--plot") { Description = "page to write, with pictures; without a name beside the table or the model", Arity = ArgumentArity.ZeroOrOne };
        Option<string?> omex = new("--omex") { Description = "COMBINE archive to save the run in: model, experiment and result, for any simulator" };
        Option<ulong> seed = new("--seed") { Description = "which random history", DefaultValueFactory = _ => 1UL };
        Option<bool> calm = new("--no-random") { Description = "without random events and drives" };
        Option<double> tolerance = new("--rtol") { Description = "relative error per step", DefaultValueFactory = _ => 1e-6 };
        Command command = new("simulate", "Runs one person and writes curves.\n\nExample:\n  ./enteraxis simulate axis --preset rrms --set fibre=30 --end 1y --observe fatigue,t2_seen --out curves.tsv --plot curves.html\n  ./enteraxis simulate experiment.omex --out results/experiment --plot")
        {
            model, preset, variant, set, dose, end, points, observe, output, plot, omex, seed, calm, tolerance,
        };
        // An experiment says itself what is done; what would be left out in silence is refused.
        (Option Option, string Name)[] modelOnly = [(preset, "--preset"), (variant, "--variant"), (dose, "--dose"), (observe, "--observe"), (omex, "--omex"), (seed, "--seed"), (calm, "--no-random"), (tolerance, "--rtol")];
        command.SetAction((parsed, cancellation) => Task.FromResult(ExperimentFile.KindOf(parsed.GetValue(model)!) is var kind and not ExperimentKind.None ? SimulateExperiment.Run(new SimulateExperiment.Request(
            kind, parsed.GetValue(model)!, [.. modelOnly.Where(o => parsed.GetResult(o.Option) is { Implicit: false }).Select(o => o.Name)], parsed.GetValue(set) ?? [],
            parsed.GetResult(end) is { Implicit: false } ? parsed.GetValue(end) : null, parsed.GetResult(points) is { Implicit: false } ? parsed.GetValue(points) : null,
            parsed.GetValue(output), parsed.GetResult(plot) is null ? null : parsed.GetValue(plot) ?? ""), cancellation) : Run(new Request(
            parsed.GetValue(model)!, parsed.GetValue(preset), parsed.GetValue(variant)!, parsed.GetValue(set) ?? [], parsed.GetValue(dose) ?? [], parsed.GetValue(end)!,
            parsed.GetValue(points), (parsed.GetValue(observe) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            parsed.GetValue(output), parsed.GetResult(plot) is null ? null : parsed.GetValue(plot) ?? "", parsed.GetValue(omex), parsed.GetValue(seed), !parsed.GetValue(calm), parsed.GetValue(tolerance)), cancellation)));
        return command;
    }

    private static int Run(Request request, CancellationToken cancellation)
    {
        if (request.Plot is "") request = request with { Plot = PageBeside(request.Out ?? request.Model) };
        double end = DurationText.ParseDays(request.End, "--end");
        if (end <= 0) throw new InputException($"--end: '{request.End}' is no time to simulate; write more than 0.");
        if (!(end <= LongestDays)) throw new InputException($"--end: '{request.End}' is longer than 10,000 years; write less.");
        if (request.Points is < 1 or > 10_000_000) throw new InputException($"--points: {request.Points} is not between 1 and 10,000,000.");
        if (request.Tolerance is not (> 0 and < 1)) throw new InputException("--rtol: write a number between 0 and 1, for example 1e-6.");
        if (request.Observables.GroupBy(o => o).FirstOrDefault(g => g.Count() > 1) is { } twice) throw new InputException($"--observe: '{twice.Key}' stands twice; name it once.");
        if (request.Out is not null) OutputPath.CheckFile("--out", request.Out);
        if (request.Plot is not null) OutputPath.CheckFile("--plot", request.Plot);
        if (request.Omex is not null) OutputPath.CheckFile("--omex", request.Omex);
        if (request.Out is not null && request.Plot is not null && Path.GetFullPath(request.Out) == Path.GetFullPath(request.Plot))
            throw new InputException($"--plot: {request.Plot} is the file of --out too; write another name.");
        Dictionary<string, double> values = new(StringComparer.Ordinal);
        if (request.Preset is not null)
            foreach ((string name, double value) in ModelFolder.Presets[request.Preset])
                values[name] = value;
        foreach ((string name, double value) in SettingText.ParseAll(request.Settings)) values[name] = value;
        Model model = ModelFolder.Read(request.Model, request.Variant);
        if (request.Observables.Length == 0) request = request with { Observables = Moving(model) };
        CompiledModel compiled = new(model, request.Observables);
        foreach (string name in values.Keys) compiled.Settable(name);
        ScheduledChange[] doses = [.. request.Doses.SelectMany(d => DoseText.Parse(d, ModelFolder.Doses, end)).OrderBy(d => d.Time)];
        double[] times = [.. Enumerable.Range(0, request.Points + 1).Select(i => end * i / request.Points)];
        Simulator simulator = new(compiled, new SimulationOptions { RelativeTolerance = request.Tolerance, AbsoluteTolerance = request.Tolerance * 1e-3 });
        PersonRun run = new()
        {
            Seed = request.Seed, Person = 0, Values = values, Schedule = doses, End = end, OutputTimes = times, Randomness = request.Random,
        };
        Course course = simulator.Run(run, cancellation);
        if (course.Failure is not null) throw new InputException($"The simulation stopped: {course.Failure}");
        string table = Table(request, times, course);
        byte[]? archive = request.Omex is null ? null : RunArchive.Of(new SavedRun($"{Path.GetFileName(request.Model)}{(request.Preset is null ? "" : ", " + request.Preset)}", model, run, request.Observables, simulator.Options, table)).ToBytes();
        Write(request, times, course, model, table);
        if (archive is not null) AtomicFile.Write(request.Omex!, archive);
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{course.Statistics.Method} ({course.Statistics.WhyThisMethod}): {course.Statistics.Accepted} steps, {course.Jumps.Count} random events."));
        return 0;
    }

    private static string Table(Request request, double[] times, Course course)
    {
        using StringWriter table = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        table.WriteLine("time_days\t" + string.Join('\t', request.Observables));
        for (int i = 0; i < times.Length; i++)
            table.WriteLine(string.Join('\t', Enumerable.Range(-1, request.Observables.Length + 1)
                .Select(j => (j < 0 ? times[i] : course.Values[i, j]).ToString("R", CultureInfo.InvariantCulture))));
        return table.ToString();
    }

    private static void Write(Request request, double[] times, Course course, Model model, string table)
    {
        if (request.Out is null) Console.Out.Write(table);
        else AtomicFile.Write(request.Out, table);
        if (request.Plot is null) return;
        // What the house calls a quantity, where it is one of its own.
        Dictionary<string, ReadoutRow> known = ModelFolder.IsOwn(request.Model) ? ModelFolder.Readouts.Rows.ToDictionary(r => r.Id, StringComparer.Ordinal) : [];
        CurveSeries[] series = [.. request.Observables.Select((o, j) =>
        {
            ReadoutRow? row = known.GetValueOrDefault(o);
            return new CurveSeries(o, row?.Label ?? o, row?.Unit ?? model.Find(o)!.Unit, row?.Hue ?? "gut", [.. Enumerable.Range(0, times.Length).Select(i => course.Values[i, j])]);
        })];
        AtomicFile.Write(request.Plot, CurvePage.Render($"{request.Model}{(request.Preset is null ? "" : ", " + request.Preset)}", times, series));
    }

    // A species that is followed by its amount has its own name for the concentration.
    private static string[] Moving(Model model)
    {
        string[] names = [.. model.States.Select(s => s.Name.StartsWith("amount(", StringComparison.Ordinal) && model.Find(s.Name[7..^1]) is { } q ? q.Name : s.Name)];
        if (names.Length == 0) names = [.. model.Assigned.Select(a => a.Name)];
        return names.Length > 0 ? names : throw new InputException($"--observe: nothing in the model '{model.Name}' moves; name what to write.");
    }

    /// <summary>The page that --plot without a name writes.</summary>
    internal static string PageBeside(string path) => Path.ChangeExtension(path.TrimEnd('/'), ".html") is var page && Path.GetExtension(path).Length == 0 ? path.TrimEnd('/') + ".html" : page;
}
