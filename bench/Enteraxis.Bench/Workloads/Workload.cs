using Enteraxis.Modelling.Models;
using Enteraxis.Simulation;

namespace Enteraxis.Bench.Workloads;

/// <summary>One model with its people, the same for every engine.</summary>
/// <remarks>Schedules change states only, so that every peer can run them; all people have equally many changes.</remarks>
internal sealed class Workload
{
    /// <summary>Key of the results: g51, g51_circadian, axis.</summary>
    public required string Name { get; init; }

    /// <summary>What is counted: sims or person-years.</summary>
    public required string Unit { get; init; }

    /// <summary>Units in one person's run.</summary>
    public required double UnitsPerPerson { get; init; }

    /// <summary>Without jumps, drives and events, which peers do not have.</summary>
    public required Model Model { get; init; }

    public required IReadOnlyList<string> Observables { get; init; }
    public required IReadOnlyList<PersonRun> People { get; init; }

    /// <summary>People whose courses are compared with the reference.</summary>
    public required int Compared { get; init; }

    /// <summary>People in one timed run of a peer that does about as well as CVODE, and of one in an interpreted language.</summary>
    public required int PeerPeople { get; init; }
    public required int SlowPeople { get; init; }

    /// <summary>Added to |reference| in the relative error: a share of the observable's own size. 0 for purely relative errors.</summary>
    public required double ScaleShare { get; init; }

    /// <summary>The error at which the speed is given beside the ratios.</summary>
    public required double ErrorBar { get; init; }

    public static IReadOnlyList<string> Names { get; } = ["g51", "g51_circadian", "axis"];

    /// <summary>A workload by its name; null where it cannot be made here, with the reason.</summary>
    /// <param name="scratch">A folder for what generators write.</param>
    public static Workload? Make(string name, string models, string scratch, out string? whyNot)
    {
        whyNot = null;
        switch (name)
        {
            case "axis": return AxisTwoYears.Make(models);
            case "g51": return G51.Make(name, 0, scratch, out whyNot);
            case "g51_circadian": return G51.Make(name, 0.3, scratch, out whyNot);
            default:
                whyNot = $"'{name}' is no workload; there are {string.Join(", ", Names)}.";
                return null;
        }
    }

    public IReadOnlyList<double> OutputTimes => People[0].OutputTimes;
}
