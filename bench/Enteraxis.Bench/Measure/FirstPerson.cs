using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Enteraxis.Modelling.Antimony;
using Enteraxis.Modelling.Models;
using Enteraxis.Simulation;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Bench.Measure;

/// <summary>Seconds on the clock from the axis model's text to the first simulated person (two years, in lanes) of a process that did nothing before.</summary>
/// <param name="Read">Parameters and Antimony read.</param>
/// <param name="Compiled">The model compiled, with what lanes need.</param>
/// <param name="Simulated">The person's course is there.</param>
internal sealed record FirstPerson(double Read, double Compiled, double Simulated)
{
    /// <summary>In this process, which is only cold once.</summary>
    public static FirstPerson Here(string models)
    {
        long start = Stopwatch.GetTimestamp();
        ParameterTable parameters = ParameterTable.Read(Path.Combine(models, "parameters.tsv"));
        Model text = AntimonyReader.ReadFile(Path.Combine(models, "axis.ant"), new ReadOptions { ParameterValues = parameters.Values });
        double read = Stopwatch.GetElapsedTime(start).TotalSeconds;
        CompiledModel model = new(text, ["treg", "edss"]);
        double compiled = Stopwatch.GetElapsedTime(start).TotalSeconds;
        OwnEngine.Time(model, [new PersonRun { Seed = 1, Person = 1, End = 730.5, OutputTimes = [0, 365, 730] }], 1e-4);
        return new(read, compiled, Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    /// <summary>Medians over new processes of this program.</summary>
    public static FirstPerson Fresh(int processes)
    {
        FirstPerson[] all = [.. Enumerable.Range(0, processes).Select(_ => Once())];
        return new(Median(f => f.Read), Median(f => f.Compiled), Median(f => f.Simulated));
        double Median(Func<FirstPerson, double> of) => all.Select(of).Order().ElementAt(processes / 2);
    }

    public string Line => string.Create(CultureInfo.InvariantCulture, $"{Read:0.000} {Compiled:0.000} {Simulated:0.000}");

    private static FirstPerson Once()
    {
        ProcessStartInfo start = new(Environment.ProcessPath!, [Assembly.GetExecutingAssembly().Location, "first-person"]) { RedirectStandardOutput = true, UseShellExecute = false };
        using Process process = Process.Start(start)!;
        double[] seconds = [.. process.StandardOutput.ReadToEnd().Split(' ').Select(s => double.Parse(s, CultureInfo.InvariantCulture))];
        process.WaitForExit();
        return new(seconds[0], seconds[1], seconds[2]);
    }
}
