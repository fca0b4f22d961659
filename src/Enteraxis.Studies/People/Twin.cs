using Enteraxis.Simulation;
using Enteraxis.Simulation.Events;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.People;

/// <summary>A simulated person who starts every arm from the same past with the same draws.</summary>
/// <param name="Origin">Key of the history, of the person's traits and of the parameter draw.</param>
/// <param name="Person">Key of what is still to come.</param>
/// <param name="Values">All states and parameters today.</param>
/// <param name="Events">What events remember today.</param>
/// <param name="Treatments">Kept in every arm.</param>
public sealed record Twin(ulong Origin, ulong Person, IReadOnlyDictionary<string, double> Values, EventMemory Events, IReadOnlyList<string> Treatments)
{
    public static Twin Of(StudyContext context, History history, int copy)
    {
        Dictionary<string, double> values = new(StringComparer.Ordinal);
        for (int i = 0; i < history.States.Length; i++) values[context.Axis.StateNames[i]] = history.States[i];
        for (int i = 0; i < history.Parameters.Length; i++) values[context.Axis.ParameterNames[i]] = history.Parameters[i];
        return new Twin(history.Person, history.Person + ((ulong)copy << 40), values, history.Events, context.Draw.Draw(history.Person, history.Person).Treatments);
    }

    /// <summary>The schedule of an arm: the person's treatments go on, the lever's interventions begin today.</summary>
    public List<ScheduledChange> Schedule(StudyContext context, IReadOnlyList<string> interventions)
    {
        // What fell on today itself was applied at the end of the history.
        IEnumerable<ScheduledChange> kept = context.TreatmentSchedule(Treatments).Where(c => c.Time > context.Now);
        IEnumerable<ScheduledChange> added = context.Library.Interventions.Schedule(interventions, context.Now, context.End, name => Values.GetValueOrDefault(name));
        return kept.Concat(added).InOrder();
    }

    public PersonRun Run(StudyContext context, IReadOnlyList<string> interventions, IReadOnlyList<double> outputTimes) => new()
    {
        Seed = context.Seed, Person = Person, Values = Values, Events = Events, Schedule = Schedule(context, interventions), Start = context.Now, End = context.End, OutputTimes = outputTimes,
    };
}
