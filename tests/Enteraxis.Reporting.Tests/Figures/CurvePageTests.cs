using System.Xml.Linq;
using Enteraxis.Reporting.Figures;

namespace Enteraxis.Reporting.Tests.Figures;

public sealed class CurvePageTests
{
    [Fact]
    public void Each_series_gets_a_figure_with_its_unit_and_no_gap_breaks_it()
    {
        string page = CurvePage.Render("axis, rrms", [0, 0.5, 1], [new CurveSeries("level", "Level", "nmol/L", "person", [50, 51, 53]), new CurveSeries("flat", "flat", "1", "gut", [2, 2, 2]), new CurveSeries("holes", "holes", "1", "gut", [1, double.NaN, 3])]);
        XElement html = XElement.Parse(page[page.IndexOf("<html", StringComparison.Ordinal)..]);
        XElement[] figures = [.. html.Descendants("svg")];
        Assert.Equal(3, figures.Length);
        Assert.Contains("nmol/L", figures[0].Value, StringComparison.Ordinal);
        Assert.All(html.Descendants().Attributes("d"), d => Assert.DoesNotContain("NaN", d.Value, StringComparison.Ordinal));
    }
}
