using Enteraxis.Reporting.GutCohorts;
using Enteraxis.Reporting.Text;
using Enteraxis.Studies.GutCohorts;
using Enteraxis.Studies.GutReferences.Association;

namespace Enteraxis.Reporting.Sample;

/// <summary>The association score of one sample, folded: it says little of one person.</summary>
internal static class SampleLean
{
    public static void Write(Html page, CohortResult r)
    {
        page.Element("h2", "How far it leans to what studies of MS agree on");
        page.Line("<div class=\"card\">");
        if (r.Association.Scores is [var s])
        {
            page.Element("p", $"Score {NumberFormat.Signed(s.Score)} (90 % from counting: {NumberFormat.Signed(s.Low)} to {NumberFormat.Signed(s.High)}) standard deviations of the published household controls. Of two people, one with MS and one without, the one with MS has the higher score in {NumberFormat.Whole(100 * r.Association.Score.Figure("auc").Value)} of 100 pairs, where a coin has 50: it cannot tell who has MS.");
        }
        else page.Element("p", r.Association.Why);
        page.Line("</div>");
        FermentationWords.Cautions(page, AssociationTable.Cautions);
        AssociationSection.Worth(page, r.Association.Score);
    }
}
