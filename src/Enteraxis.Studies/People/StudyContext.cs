using Enteraxis.Simulation;
using Enteraxis.Simulation.Ensembles;
using Enteraxis.Studies.Runs;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.People;

/// <summary>What every phase of a person study shares.</summary>
public sealed class StudyContext
{
    private readonly HashSet<string> _said = new(StringComparer.Ordinal);

    public required ScienceLibrary Library { get; init; }
    public required StudyFile Study { get; init; }
    public required Questionnaire Answers { get; init; }
    public required GutProfile Profile { get; init; }
    public required AxisModel Axis { get; init; }
    public required CompetitivenessSolver Competitiveness { get; init; }
    public required AxisModel Control { get; init; }
    public required PersonDraw Draw { get; init; }
    public required IReadOnlyList<Lever> Levers { get; init; }
    public required ulong Seed { get; init; }
    public required int Twins { get; init; }
    public required int Threads { get; init; }
    public required ChunkStore Chunks { get; init; }
    public required RunLog Log { get; init; }
    public required ProgressMeter Meter { get; init; }

    /// <summary>The day called now: end of the histories, start of the arms.</summary>
    public double Now => Study.RunInDays + HistoryDays;

    public const double HistoryDays = 730;

    public double Horizon => 365 * Study.Years;

    public double End => Now + Horizon;

    /// <summary>Solved competitiveness for several people at once; null where the control failed.</summary>
    public Dictionary<string, double>?[] Solve(IReadOnlyList<(ulong Person, IReadOnlyDictionary<string, double> Values)> people, CancellationToken cancellation)
    {
        Dictionary<string, double>?[] solved = new Dictionary<string, double>?[people.Count];
        Run(Control.Simulator, [.. people.Select(p => Competitiveness.Run(p.Person, p.Values))], (i, course) => solved[i] = Competitiveness.Read(course), cancellation);
        return solved;
    }

    /// <summary>Runs people as every phase does: failed ones twice, with a line in the log of how and of how many.</summary>
    public void Run(Simulator simulator, IReadOnlyList<PersonRun> runs, Action<int, Course> inOrder, CancellationToken cancellation)
    {
        // The study judges failures over whole phases; a chunk is given up only where most of it is lost.
        EnsembleSummary summary = new EnsembleRunner(simulator, new EnsembleOptions { Threads = Threads, MostFailed = 0.5 }).Run(runs, inOrder, cancellation);
        string how = FormattableString.Invariant($"{simulator.Model.Model.Name}: {summary.Work.How}, {summary.Work.Width} at once");
        if (runs.Count > 0 && _said.Add(how)) Log.Write(how);
        if (summary.Retried > 0) Log.Write($"{summary.Retried} of {summary.Runs} courses failed and were run again by the stiff method at a hundredth of the tolerances; {summary.Recovered} of them reached their end");
    }

    /// <summary>The treatments that the person keeps, from the first day of the history to the end of the arms.</summary>
    public IReadOnlyList<ScheduledChange> TreatmentSchedule(IReadOnlyList<string> treatments) =>
        treatments.Count == 0 ? [] : Library.Interventions.Schedule(treatments, 0, End, _ => 0);
}
