using System.Globalization;
using Enteraxis.Reporting.Text;
using Enteraxis.Studies.GenomeScale;

namespace Enteraxis.Reporting.Community;

/// <summary>What the diet offered, what was taken, what was left over, and the least that would do.</summary>
internal static class MediumSection
{
    private const int MostRows = 60;

    public static void Write(Html page, CommunityResult r)
    {
        page.Element("h2", "The diet and what became of it");
        int[] shown = [.. Enumerable.Range(0, r.Exchanges.Count).Where(e => Math.Abs(r.Solution.NetRelease[e]) > 1e-6 || (r.LeastTotal is { } l && l[e] > 1e-6)).OrderByDescending(e => Math.Abs(r.Solution.NetRelease[e])).ThenBy(e => r.Exchanges[e], StringComparer.Ordinal)];
        page.Line("<section class=\"card\">");
        if (r.LeastTotal is { } least)
            page.Element("p", string.Create(CultureInfo.InvariantCulture, $"The same growths need at least {NumberFormat.Two(least.Sum())} mmol/gDW/h of {least.Count(x => x > 1e-6)} exchanges in all{(r.FewestComponents is { } f ? $"; of the fewest exchanges they need {f.Count(x => x > 1e-6)}" : "")}. Another medium of the same total may do as well."));
        string[] columns = ["Exchange", "Offered", "Net: taken (−) or left over (+)", .. r.LeastTotal is null ? Array.Empty<string>() : ["Least total"], .. r.FewestComponents is null ? Array.Empty<string>() : ["Fewest exchanges"]];
        CommunityReport.TableHead(page, "Diet and lumen, mmol per g of the community and hour", columns);
        foreach (int e in shown.Take(MostRows))
            CommunityReport.Row(page, r.Exchanges[e], [NumberFormat.Significant(r.Diet.Of(r.Exchanges[e]), 3), NumberFormat.Significant(r.Solution.NetRelease[e], 3),
                .. r.LeastTotal is null ? Array.Empty<string>() : [Amount(r.LeastTotal[e])], .. r.FewestComponents is null ? Array.Empty<string>() : [Amount(r.FewestComponents[e])]]);
        CommunityReport.TableEnd(page);
        page.Element("p", "In mmol per g dry weight of the community and hour. All exchanges stand in medium.tsv.", "sub").Line("</section>");
    }

    private static string Amount(double x) => x > 1e-6 ? NumberFormat.Significant(x, 3) : "—";
}
