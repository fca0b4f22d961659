using Enteraxis.Reporting.Figures;
using Enteraxis.Reporting.Text;
using Enteraxis.Studies.GutCohorts;

namespace Enteraxis.Reporting.GutCohorts;

/// <summary>A cohort's page: what this is and is not, how the table was read, what lives there, and where the numbers come from.</summary>
public static class CohortReport
{
    /// <returns>The page and its figures. The same result gives the same texts.</returns>
    public static CohortPage Draw(CohortResult result)
    {
        const string title = "A cohort's gut, as its table tells it";
        Html page = new();
        ReadingSection.Write(page, result, title);
        CompositionSection.Write(page, result);
        HeatMapSection.Write(page, result);
        DiversitySection.Write(page, result);
        DistanceSection.Write(page, result);
        DifferenceSection.Write(page, result);
        StandingSection.Write(page, result);
        AssociationSection.Write(page, result);
        FermentationSection.Write(page, result);
        DietSection.Write(page, result);
        FlowSection.Write(page, result);
        ProvenanceSection.Write(page, result);
        return new CohortPage(Page.Wrap(title, page.ToString()), [.. page.Pictures.Select(p => FigureFile.Of(p.Name, p.Markup))]);
    }
}
