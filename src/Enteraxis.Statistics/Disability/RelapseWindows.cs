namespace Enteraxis.Statistics.Disability;

/// <summary>The windows about an event and its confirmation, in days, within which a relapse's onset speaks against progression independent of relapses.</summary>
/// <param name="AssociatedAfter">A worsening first seen at most so long after an onset is associated with the relapse.</param>
/// <param name="BeforeEvent">No onset at most so long before the event …</param>
/// <param name="AfterEvent">… nor so long after it, for it to be independent.</param>
/// <param name="BeforeConfirmation">The same about the confirming visit.</param>
/// <param name="AfterConfirmation">The same about the confirming visit.</param>
public sealed record RelapseWindows(double AssociatedAfter, double BeforeEvent, double AfterEvent, double BeforeConfirmation, double AfterConfirmation)
{
    /// <summary>90 days before and 30 after both event and confirmation; associated within 90 days (Müller and others, JAMA Neurol 80:1232, 2023, recalled).</summary>
    public static RelapseWindows Usual { get; } = new(90, 90, 30, 90, 30);

    public RelapseRelation Of(double day, double confirmation, ReadOnlySpan<double> relapses)
    {
        bool near = false;
        foreach (double onset in relapses)
        {
            if (onset <= day && day - onset <= AssociatedAfter) return RelapseRelation.Associated;
            near |= Within(onset, day, BeforeEvent, AfterEvent) || Within(onset, confirmation, BeforeConfirmation, AfterConfirmation);
        }
        return near ? RelapseRelation.Undefined : RelapseRelation.Independent;
    }

    private static bool Within(double onset, double day, double before, double after) => onset >= day - before && onset <= day + after;
}
