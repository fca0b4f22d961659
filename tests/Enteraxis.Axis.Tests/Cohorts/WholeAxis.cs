using Enteraxis.Axis.Tests.Gut;
using Enteraxis.Modelling.Antimony;
using Enteraxis.Modelling.Models;
using Enteraxis.Simulation;
using Enteraxis.Simulation.Solvers;
using Enteraxis.Studies.People;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Axis.Tests.Cohorts;

/// <summary>The composed model in its two variants, and the tables that give it people.</summary>
internal static class WholeAxis
{
    /// <summary>The longer suite: ENTERAXIS_LONG=1.</summary>
    public static bool Long { get; } = Environment.GetEnvironmentVariable("ENTERAXIS_LONG") == "1";

    public static ParameterTable Parameters => PartRun.Parameters;

    public static PresetTable Presets { get; } = PresetTable.Read(Models("presets.tsv"));

    public static GuildTable Guilds { get; } = GuildTable.Read(Models("gut", "guilds.tsv"));

    public static DoseTable Doses { get; } = DoseTable.Read(Models("doses.tsv"));

    public static Model Day { get; } = Read("axis.ant");

    public static Model Hours { get; } = Read("axis-hours.ant");

    public static string Models(params string[] parts) => Path.Combine([PartRun.Root, "models", .. parts]);

    public static Model Read(params string[] parts) => AntimonyReader.ReadFile(Models(parts), new ReadOptions { ParameterValues = Parameters.Values });

    /// <summary>A simulator for cohorts: the axis is stiff, so the method is not sought anew for every person.</summary>
    public static Simulator Simulator(Model model, IReadOnlyList<string> observables, double tolerance = 1e-4) =>
        new(new CompiledModel(model, observables), new SimulationOptions { Method = SolverKind.Rosenbrock, RelativeTolerance = tolerance, AbsoluteTolerance = tolerance * 1e-3 });

    /// <summary>Person number <paramref name="person"/> of a preset: the spread between people about the preset's values.</summary>
    /// <param name="set">Number of the draw of uncertain parameters; null leaves them at their centre.</param>
    public static Dictionary<string, double> Person(Model model, string preset, ulong seed, ulong person, ulong? set = null) =>
        Parameters.Draw(seed, set, person, Presets[preset]).Where(v => model.Find(v.Key)?.Kind is QuantityKind.State or QuantityKind.Parameter).ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal);

    public static double Dose(string id, string unit, double amount) => amount * Doses.Find(id, unit).PerUnit;
}
