using Enteraxis.Statistics.Disability;

namespace Enteraxis.Studies.Calibration.Measures;

/// <summary>People with worsening independent of relapses (PIRA) for each one with worsening in the wake of a relapse (RAW); a person may count in both.</summary>
public sealed record IndependentToAssociated(WorseningCourse Course) : IMeasure
{
    public IReadOnlyList<string> Readouts => [Course.Readout];

    internal static IndependentToAssociated Read(MeasureText text)
    {
        text.AllowOnly(WorseningCourse.Keys);
        return new(WorseningCourse.Read(text));
    }

    public double Value(MeasureScene scene)
    {
        IReadOnlyList<ConfirmedEvent>[] events = [.. Course.People(scene).Select(p => Course.Of(scene, p))];
        int With(RelapseRelation relation) => events.Count(e => e.Any(x => x.Relation == relation));
        return With(RelapseRelation.Associated) is > 0 and int associated ? With(RelapseRelation.Independent) / (double)associated : double.NaN;
    }
}
