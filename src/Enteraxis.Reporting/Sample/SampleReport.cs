using Enteraxis.Reporting.GutCohorts;
using Enteraxis.Reporting.Figures;
using Enteraxis.Reporting.Text;
using Enteraxis.Studies.GutCohorts;

namespace Enteraxis.Reporting.Sample;

/// <summary>One sample's page: what this is and is not, three numbers, where it stands, what it can ferment, what fibre changes, how sure, everything else folded.</summary>
public static class SampleReport
{
    /// <returns>The page and its figures. The same result gives the same texts.</returns>
    public static CohortPage Draw(CohortResult result)
    {
        string title = $"Gut profile of {result.Table.SampleIds[0]}";
        Html page = new();
        SampleOpening.Write(page, result, title);
        SampleStanding.Write(page, result);
        SampleFermentation.Write(page, result);
        FlowSection.Write(page, result);
        SampleDiet.Write(page, result);
        SampleLean.Write(page, result);
        CompositionSection.Write(page, result);
        SampleDiversity.Write(page, result);
        ReadingSection.Details(page, result);
        ProvenanceSection.Write(page, result);
        return new CohortPage(Page.Wrap(title, page.ToString()), [.. page.Pictures.Select(p => FigureFile.Of(p.Name, p.Markup))]);
    }
}
