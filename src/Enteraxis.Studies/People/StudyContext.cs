using Enteraxis.Simulation;
using Enteraxis.Studies.Runs;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.People;

/// <summary>What every phase of a person study shares.</summary>
public sealed class StudyContext
{
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
        new EnsembleRunner(Control.Simulator, Threads).Run([.. people.Select(p => Competitiveness.Run(p.Person, p.Values))],
            (i, course) => solved[i] = Competitiveness.Read(course), cancellation);
        return solved;
    }

    /// <summary>The treatments that the person keeps, from the first day of the history to the end of the arms.</summary>
    public IReadOnlyList<ScheduledChange> TreatmentSchedule(IReadOnlyList<string> treatments) =>
        treatments.Count == 0 ? [] : Library.Interventions.Schedule(treatments, 0, End, _ => 0);
}
