using System.Runtime.CompilerServices;
using Enteraxis.Modelling.Antimony;
using Enteraxis.Modelling.Models;
using Enteraxis.Simulation;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Axis.Tests.Gut;

/// <summary>One model file of the gut, wall or kinetics on its own, with the values of its parameter table.</summary>
internal sealed class PartRun
{
    private PartRun(Model model) => Model = model;

    public Model Model { get; }

    public static string Root { get; } = FindRoot();

    public static ParameterTable Parameters { get; } = ParameterTable.Read(Path.Combine(Root, "models", "parameters.tsv"));

    /// <param name="path">Relative to the root of the repository.</param>
    public static PartRun Of(string path) => new(AntimonyReader.ReadFile(Path.Combine(Root, path), new ReadOptions { ParameterValues = Parameters.Values }));

    /// <returns>Observables by [day, name].</returns>
    public double[,] Run(double[] days, string[] observables, IReadOnlyDictionary<string, double>? over = null, ScheduledChange[]? schedule = null, double tolerance = 1e-7)
    {
        Simulator simulator = new(new CompiledModel(Model, observables), new SimulationOptions { RelativeTolerance = tolerance, AbsoluteTolerance = tolerance * 1e-3 });
        Course course = simulator.Run(new PersonRun { Seed = 1, Person = 1, Values = over ?? new Dictionary<string, double>(), End = days[^1], OutputTimes = days, Schedule = schedule ?? [], Randomness = false });
        Assert.Null(course.Failure);
        return course.Values;
    }

    /// <summary>Values at the last of the given days.</summary>
    public Dictionary<string, double> Rest(double day, string[] observables, IReadOnlyDictionary<string, double>? over = null)
    {
        double[,] v = Run([day], observables, over);
        return observables.Select((name, i) => (name, v[0, i])).ToDictionary(x => x.name, x => x.Item2, StringComparer.Ordinal);
    }

    // The build's outputs may lie outside the repository, the source never does.
    private static string FindRoot([CallerFilePath] string source = "")
    {
        foreach (string start in (string[])[AppContext.BaseDirectory, Path.GetDirectoryName(source)!])
            for (DirectoryInfo? at = new(start); at is not null; at = at.Parent)
                if (File.Exists(Path.Combine(at.FullName, "Enteraxis.slnx"))) return at.FullName;
        throw new InvalidOperationException("Enteraxis.slnx was not found above the test's program or source; run the tests from a checkout.");
    }
}
