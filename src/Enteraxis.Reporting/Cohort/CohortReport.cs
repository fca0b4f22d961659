using Enteraxis.Reporting.Text;
using Enteraxis.Studies.GutCohorts;

namespace Enteraxis.Reporting.Cohort;

/// <summary>A cohort's page: what this is and is not, how the table was read, what lives there, and where the numbers come from.</summary>
public static class CohortReport
{
    /// <returns>A complete HTML document that loads nothing. The same result gives the same text.</returns>
    public static string Render(CohortResult result)
    {
        const string title = "A cohort's gut, as its table tells it";
        Html page = new();
        ReadingSection.Write(page, result, title);
        CompositionSection.Write(page, result);
        DiversitySection.Write(page, result);
        DistanceSection.Write(page, result);
        DifferenceSection.Write(page, result);
        ProvenanceSection.Write(page, result);
        return Page.Wrap(title, page.ToString());
    }
}
