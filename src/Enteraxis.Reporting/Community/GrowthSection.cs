using System.Globalization;
using Enteraxis.Reporting.Figures;
using Enteraxis.Reporting.Text;
using Enteraxis.Studies.GenomeScale;

namespace Enteraxis.Reporting.Community;

/// <summary>Who grows how fast, and what each takes up and releases.</summary>
internal static class GrowthSection
{
    private const int MostBars = 40, MostExchanges = 6;
    private const double Left = 250, Right = 760, Step = 24, Top = 56;

    public static void Write(Html page, CommunityResult r)
    {
        page.Element("h2", "Who grows, and on what");
        page.Line("<section class=\"card\">").Line(Draw(r));
        page.Line("<details><summary>The numbers behind the picture, and what each taxon exchanges</summary>");
        CommunityReport.TableHead(page, "Growth and largest exchanges by taxon", "Taxon", "Share", "Growth, 1/h", "Takes up most, mmol per g of it and h", "Releases most");
        for (int m = 0; m < r.Members.Count; m++)
            CommunityReport.Row(page, r.Members[m].Model.Taxon, NumberFormat.Percent(r.Members[m].Share), NumberFormat.Significant(r.Solution.Growth[m] > 1e-6 ? r.Solution.Growth[m] : 0, 3), Largest(r, m, -1), Largest(r, m, 1));
        CommunityReport.TableEnd(page);
        page.Element("p", "All exchanges stand in exchanges.tsv.", "sub").Line("</details></section>");
    }

    private static string Largest(CommunityResult r, int member, int sign) => string.Join("; ", r.Solution.Exchanges.Where(x => x.Member == member && Math.Sign(x.Flux) == sign && Math.Abs(x.Flux) > 1e-6)
        .OrderByDescending(x => Math.Abs(x.Flux)).ThenBy(x => x.Exchange, StringComparer.Ordinal).Take(MostExchanges).Select(x => $"{x.Exchange} {NumberFormat.Two(Math.Abs(x.Flux))}"));

    private static string Draw(CommunityResult r)
    {
        int[] shown = [.. Enumerable.Range(0, r.Members.Count).OrderByDescending(m => r.Members[m].Share).ThenBy(m => r.Members[m].Model.Taxon, StringComparer.Ordinal).Take(MostBars)];
        double most = Math.Max(1e-12, r.Solution.Growth.Max());
        string rest = r.Members.Count > MostBars ? $"; the {MostBars} largest of {r.Members.Count}" : "";
        Svg svg = new(900, (int)(Top + shown.Length * Step + 20), string.Create(CultureInfo.InvariantCulture, $"{r.Growing} of {r.Members.Count} taxa grow"), $"growth of each taxon, 1/h; largest share of the community on top{rest}");
        for (int i = 0; i < shown.Length; i++)
        {
            double y = Top + i * Step, growth = r.Solution.Growth[shown[i]], width = (Right - Left) * Math.Max(0, growth) / most;
            svg.Text(Left - 8, y + 15, $"{Short(r.Members[shown[i]].Model.Taxon)} ({NumberFormat.Percent(r.Members[shown[i]].Share)})", "lb", "end");
            svg.Rectangle(Left, y + 3, Math.Max(1, width), Step - 8, "fill=\"var(--gut)\"");
            svg.Text(Left + width + 6, y + 15, growth > 1e-6 ? NumberFormat.Two(growth) : "does not grow", "tk", "start");
        }
        return svg.Close();
    }

    private static string Short(string name) => name.Length > 26 ? name[..25] + "…" : name;
}
