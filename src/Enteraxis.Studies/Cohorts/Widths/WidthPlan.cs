using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Cohorts.Widths;

/// <summary>The design as it is run: what is looked at, on which visits, under which readings.</summary>
/// <param name="Visits">Places of the visits, ascending, none of them on entering.</param>
public sealed record WidthPlan(WidthSizes Sizes, IReadOnlyList<WidthOutcome> Outcomes, IReadOnlyList<int> Visits, IReadOnlyList<ModelVariant> Variants)
{
    /// <returns>Null where the study does without, or ends before a second visit.</returns>
    internal static WidthPlan? Of(CohortFile file, ScienceLibrary library)
    {
        double[] days = file.VisitDays;
        if (file.Width is not { } design || days.Length < 2) return null;
        IReadOnlyList<ModelVariant> variants = design.VariantPeople == 0 ? [] : ModelVariant.Of(library);
        return new(design.Sizes(file.People, variants.Count), WidthOutcome.Of(design.Outcomes, file, library), At(design.Years, days), variants);
    }

    // A study that was asked to be shorter than its file says has its end for what lies beyond it.
    private static int[] At(IReadOnlyList<double> years, double[] days)
    {
        int last = days.Length - 1;
        IEnumerable<int> visits = years.Count == 0 ? [(last + 1) / 2, last] : years.Select(y => Enumerable.Range(1, last).MinBy(v => Math.Abs(days[v] - 365.25 * y)));
        return [.. visits.Distinct().Order()];
    }
}
