using System.Globalization;
using System.Xml.Linq;
using Enteraxis.Reporting.Figures;
using Enteraxis.Studies.Fermentation.Flows;

namespace Enteraxis.Reporting.Tests.Figures;

public sealed class GuildFlowFigureTests
{
    private static readonly CarbonPool[] Pools = [new("a", "Food one", false), new("b", "Food two", false), new("c", "Acid <one>", false), new("g", "Growth", true)];

    private static readonly GuildFlows Flows = new("S&1", Pools,
    [
        new("x", "Guild x", "a", "Food one", true, 30), new("x", "Guild x", "b", "Food two", true, 10), new("x", "Guild x", "c", "Acid <one>", false, 28), new("x", "Guild x", "g", "Growth", false, 12),
        new("y", "Guild y", "c", "Acid <one>", true, 8), new("y", "Guild y", "g", "Growth", false, 8),
    ], 0);

    private static readonly XElement Picture = XElement.Parse(GuildFlowFigure.Svg(Flows));

    [Fact]
    public void Every_flow_is_a_band_that_tells_its_ends_and_its_amount()
    {
        string[] told = [.. Bands().Select(b => b.Element("title")!.Value)];
        Assert.Equal(Flows.Flows.Count, told.Length);
        Assert.Contains("Guild x → Acid <one>: 28.0 mmol C a day", told);
        Assert.Contains("Acid <one> → Guild y: 8.00 mmol C a day", told);
    }

    [Fact]
    public void Bands_are_as_wide_as_their_carbon()
    {
        double[] widths = [.. Bands().Select(Width)];
        for (int i = 1; i < widths.Length; i++) Assert.Equal(Flows.Flows[i].MillimolesCarbonPerDay / Flows.Flows[0].MillimolesCarbonPerDay, widths[i] / widths[0], 2);
    }

    [Fact]
    public void What_guilds_eat_of_each_other_is_dashed() =>
        Assert.Equal("Acid <one> → Guild y: 8.00 mmol C a day", Assert.Single(Bands(), b => b.Attribute("stroke-dasharray") is not null).Element("title")!.Value);

    [Fact]
    public void The_title_tells_the_largest_product_that_is_not_growth() => Assert.StartsWith("Of 48 mmol of carbon eaten a day, 28 become acid <one>", Picture.Descendants("title").First().Value, StringComparison.Ordinal);

    private static IEnumerable<XElement> Bands() => Picture.Descendants("path").Where(p => p.Element("title") is not null);

    // M x1,y1 C … L x2,y2+width C …: the corner after the first curve.
    private static double Width(XElement band)
    {
        double[] n = [.. band.Attribute("d")!.Value.Split(['M', 'C', 'L', 'Z', ' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(x => double.Parse(x, CultureInfo.InvariantCulture))];
        return n[9] - n[7];
    }
}
