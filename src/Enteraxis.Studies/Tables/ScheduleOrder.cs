using Enteraxis.Simulation;

namespace Enteraxis.Studies.Tables;

/// <summary>The order in which changes of several sources act.</summary>
internal static class ScheduleOrder
{
    /// <summary>By time; of one instant in the order given, so that the order of a study stays.</summary>
    internal static List<ScheduledChange> InOrder(this IEnumerable<ScheduledChange> changes) => [.. changes.Select((c, i) => (c, i)).OrderBy(x => x.c.Time).ThenBy(x => x.i).Select(x => x.c)];
}
