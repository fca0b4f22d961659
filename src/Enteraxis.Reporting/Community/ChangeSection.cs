using Enteraxis.Reporting.Text;
using Enteraxis.Studies.GenomeScale;

namespace Enteraxis.Reporting.Community;

/// <summary>What-ifs: one bound of the diet changed, all else the same.</summary>
internal static class ChangeSection
{
    private const int MostRows = 12;

    public static void Write(Html page, CommunityResult r)
    {
        if (r.Changes.Count == 0) return;
        page.Element("h2", "What if the diet were another");
        foreach (ChangedCommunity c in r.Changes)
        {
            double before = r.Solution.LargestGrowth, after = c.Solution.LargestGrowth;
            page.Line("<section class=\"card\">");
            page.Element("h3", $"{c.Change.Exchange}: {NumberFormat.Two(c.Change.Bound)} instead of {NumberFormat.Two(r.Diet.Of(c.Change.Exchange))} mmol/gDW/h");
            page.Element("p", $"The largest growth of the community goes from {NumberFormat.Significant(before, 3)} to {NumberFormat.WithUnit(after, "1/h")}.");
            int[] moved = [.. Enumerable.Range(0, r.Exchanges.Count).Where(e => Math.Abs(c.Solution.NetRelease[e] - r.Solution.NetRelease[e]) > 1e-5).OrderByDescending(e => Math.Abs(c.Solution.NetRelease[e] - r.Solution.NetRelease[e])).ThenBy(e => r.Exchanges[e], StringComparer.Ordinal).Take(MostRows)];
            if (moved.Length > 0)
            {
                CommunityReport.TableHead(page, "Net release before and after", "Exchange", "Before", "After", "Difference");
                foreach (int e in moved) CommunityReport.Row(page, r.Exchanges[e], NumberFormat.Significant(r.Solution.NetRelease[e], 3), NumberFormat.Significant(c.Solution.NetRelease[e], 3), NumberFormat.Signed(c.Solution.NetRelease[e] - r.Solution.NetRelease[e]));
                CommunityReport.TableEnd(page);
            }
            page.Element("p", "The largest differences in mmol per g of the community and hour; growth of each taxon and all exchanges stand in changes.tsv.", "sub").Line("</section>");
        }
    }
}
