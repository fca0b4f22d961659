using Enteraxis.Simulation;
using Enteraxis.Studies.People;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Cohorts.Widths;

/// <summary>What is forecast: the level of a read-out at a visit, or the events of a kind a year from entering to it.</summary>
/// <param name="Readout">Place among the read-outs of the study; −1 for events.</param>
/// <param name="Event">Place among the kinds of events of the study; −1 for read-outs.</param>
public sealed record WidthOutcome(string Id, string Label, string Unit, int Readout, int Event)
{
    private const double Year = 365.25;

    /// <summary>Names that an outcome of a study may have; where a read-out and a kind of event share one, the read-out is meant.</summary>
    internal static IReadOnlyList<string> Names(CohortFile file) => [.. file.Readouts.Concat(file.Events.Select(e => e.Kind)).Distinct(StringComparer.Ordinal)];

    /// <param name="asked">Names; empty: the first read-out and the first kind of event.</param>
    internal static IReadOnlyList<WidthOutcome> Of(IReadOnlyList<string> asked, CohortFile file, ScienceLibrary library) =>
        [.. (asked.Count > 0 ? asked : file.Readouts.Take(1).Concat(file.Events.Select(e => e.Kind).Take(1))).Distinct(StringComparer.Ordinal).Select(name =>
        {
            int readout = file.Readouts.ToList().IndexOf(name), kind = file.Events.ToList().FindIndex(e => e.Kind == name);
            return readout >= 0 ? new WidthOutcome(name, library.Readouts.Find(name).Label, library.Readouts.Find(name).Unit, readout, -1)
                : new WidthOutcome(name, name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..], "a year", -1, kind);
        })];

    /// <summary>Its value for a person of the cohort.</summary>
    /// <param name="visit">Place of the visit, and its day since entering.</param>
    internal double Value(CohortCourse course, int visit, double day) => Readout >= 0 ? course.Values[visit, Readout] : course.Events.Count(e => e.Kind == Event && e.Day <= day) / (day / Year);

    /// <summary>Its value in a course that began on entering and was looked at on some visits alone.</summary>
    /// <param name="look">Place of the look, and its day since entering.</param>
    internal double Value(Course course, AxisModel axis, CohortFile file, double entry, int look, double day) => Readout >= 0
        ? course.Values[look, axis.Column(file.Readouts[Readout])]
        : course.Jumps.Count(j => j.Jump == file.Events[Event].Jump && j.Time <= entry + day) / (day / Year);
}
