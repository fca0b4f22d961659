using Enteraxis.Reporting.Figures;
using Enteraxis.Reporting.Text;
using Enteraxis.Studies.Fermentation.Flows;
using Enteraxis.Studies.GutCohorts;

namespace Enteraxis.Reporting.GutCohorts;

/// <summary>Who eats what and makes what in one sample.</summary>
internal static class FlowSection
{
    public static void Write(Html page, CohortResult r)
    {
        if (r.Flows is not { } flows) return;
        page.Element("h2", "Who eats what, and what becomes of it");
        page.Line("<section class=\"card\">").Picture("guild_flow", GuildFlowFigure.Svg(flows));
        Table(page, flows);
        string which = r.Table.SampleIds.Count == 1 ? "" : $"Sample {flows.Sample}, whose guild shares lie nearest to the cohort's mean. ";
        page.Element("p", $"{which}Estimated by the guild model at rest on the reference diet, not measured; production is not what is found in stool. All numbers stand in guild_flows.tsv.", "sub").Line("</section>");
    }

    private static void Table(Html page, GuildFlows flows)
    {
        page.Line("<details><summary>The numbers behind the picture</summary><div class=\"scroll\"><table><caption class=\"unseen\">Carbon eaten and made by each guild, mmol C a day</caption><thead><tr><th scope=\"col\">Guild</th><th scope=\"col\">Eats</th><th scope=\"col\">Makes</th></tr></thead><tbody>");
        foreach (IGrouping<string, CarbonFlow> guild in flows.Flows.GroupBy(f => f.GuildLabel))
            page.Line($"<tr><th scope=\"row\">{Html.Escape(guild.Key)}</th><td>{List(guild.Where(f => f.Eaten))}</td><td>{List(guild.Where(f => !f.Eaten))}</td></tr>");
        page.Line("</tbody></table></div></details>");
    }

    private static string List(IEnumerable<CarbonFlow> flows) => Html.Escape(string.Join(", ", flows.Select(f => $"{f.PoolLabel} {NumberFormat.Two(f.MillimolesCarbonPerDay)}")));
}
