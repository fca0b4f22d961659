using System.Text.RegularExpressions;
using System.Xml.Linq;
using Enteraxis.Reporting.Person;

namespace Enteraxis.Reporting.Tests.Person;

public sealed class PersonReportTests
{
    private static readonly string Page = PersonReport.Render(ExampleResult.Make());

    private static readonly XElement Document = XElement.Parse(Page[Page.IndexOf("<html", StringComparison.Ordinal)..]);

    [Fact]
    public void The_same_result_gives_the_same_page() => Assert.Equal(Page, PersonReport.Render(ExampleResult.Make()));

    [Fact]
    public void The_page_loads_nothing()
    {
        Assert.Empty(Document.Descendants().Where(e => e.Name.LocalName is "script" or "link" or "img" or "iframe" or "object" or "base" or "form"));
        Assert.Empty(Document.Descendants().Attributes().Where(a => a.Name.LocalName is "src" or "srcset" or "style" && a.Value.Contains("url(", StringComparison.Ordinal)));
        Assert.Empty(Document.Descendants().Attributes().Where(a => a.Name.LocalName.StartsWith("on", StringComparison.Ordinal)));
        Assert.DoesNotContain("@import", Page, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", Page, StringComparison.Ordinal);
        foreach (string href in Document.Descendants("a").Attributes("href").Select(a => a.Value))
            Assert.True(href.StartsWith('#') || href.StartsWith("https://doi.org/", StringComparison.Ordinal) || href.StartsWith("https://pubmed.ncbi.nlm.nih.gov/", StringComparison.Ordinal), href);
    }

    [Fact]
    public void A_strangers_text_stays_text()
    {
        string page = PersonReport.Render(ExampleResult.Make("<script>alert('x')</script>\" onload=\"y"));
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        XElement html = XElement.Parse(page[page.IndexOf("<html", StringComparison.Ordinal)..]);
        Assert.Empty(html.Descendants().Attributes("onload"));
    }

    [Fact]
    public void Every_table_has_a_caption() =>
        Assert.All(Document.Descendants("table"), t => Assert.NotEqual("", t.Elements("caption").FirstOrDefault()?.Value.Trim() ?? ""));

    [Fact]
    public void A_picture_keeps_a_readable_width_on_a_phone()
    {
        XElement[] pictures = [.. Document.Descendants("svg").Where(s => s.Element("desc") is not null)];
        Assert.NotEmpty(pictures);
        Assert.All(pictures, p => Assert.StartsWith("--least:", p.Parent!.Attribute("style")?.Value, StringComparison.Ordinal));
        Assert.Contains(".picture svg { min-width: var(--least); }", Page, StringComparison.Ordinal);
    }

    // A column of 1fr grows with the widest table in it, opened or not, and the page scrolls sideways.
    [Fact]
    public void Columns_stay_within_the_page() => Assert.DoesNotMatch(new Regex(@"grid-template-columns:[^;]*(?<!minmax\(0, )1fr"), Page);

    [Fact]
    public void Colours_for_the_dark_stay_off_paper() => Assert.DoesNotContain("@media (prefers-color-scheme: dark)", Page, StringComparison.Ordinal);

    [Fact]
    public void Headings_descend_without_a_gap()
    {
        int[] levels = [.. Document.Descendants().Where(e => Regex.IsMatch(e.Name.LocalName, "^h[1-6]$")).Select(e => e.Name.LocalName[1] - '0')];
        Assert.Equal(1, levels[0]);
        Assert.Single(levels, l => l == 1);
        for (int i = 1; i < levels.Length; i++) Assert.True(levels[i] - levels[i - 1] <= 1);
    }

    [Fact]
    public void Every_identifier_is_unique_and_every_inner_link_has_its_target()
    {
        string[] ids = [.. Document.Descendants().Attributes("id").Select(a => a.Value)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        foreach (string target in Document.Descendants("a").Attributes("href").Select(a => a.Value).Where(h => h.StartsWith('#')))
            Assert.Contains(target[1..], ids);
    }

    [Fact]
    public void Every_figure_has_a_role_a_name_and_a_description()
    {
        XElement[] figures = [.. Document.Descendants("svg")];
        Assert.True(figures.Length >= 5);
        foreach (XElement svg in figures)
        {
            Assert.Equal("img", svg.Attribute("role")?.Value);
            Assert.False(string.IsNullOrWhiteSpace(svg.Attribute("aria-label")?.Value));
            Assert.False(string.IsNullOrWhiteSpace(svg.Element("title")?.Value));
        }
    }

    [Fact]
    public void Every_table_names_its_columns_and_its_rows()
    {
        foreach (XElement table in Document.Descendants("table"))
        {
            Assert.All(table.Descendants("th"), th => Assert.Contains(th.Attribute("scope")?.Value, new[] { "col", "row" }));
            int columns = table.Element("thead")!.Element("tr")!.Elements("th").Count();
            foreach (XElement row in table.Element("tbody")!.Elements("tr")) Assert.Equal(columns, row.Elements().Count());
        }
    }

    [Fact]
    public void What_tells_a_prognosis_is_folded()
    {
        XElement svg = Document.Descendants("svg").Single(s => s.Attribute("aria-label")!.Value.StartsWith("Finding of t2_seen", StringComparison.Ordinal));
        XElement fold = svg.Ancestors("details").Last();
        Assert.Null(fold.Attribute("open"));
        XElement[] cards = [.. Document.Descendants("section").First(x => x.Attribute("class")?.Value == "three").Elements()];
        Assert.Equal(["div", "details", "details"], cards.Select(c => c.Name.LocalName));
        Assert.All(cards, c => Assert.Null(c.Attribute("open")));
        Assert.DoesNotContain(Document.Descendants("svg").Single(s => s.Attribute("aria-label")!.Value.StartsWith("Finding of fatigue", StringComparison.Ordinal)).Ancestors(), a => a.Name == "details");
    }

    [Fact]
    public void An_effect_that_cannot_be_told_says_so_and_is_drawn_open()
    {
        XElement forest = Document.Descendants("svg").First(s => s.Descendants("text").Any(t => t.Value == "Regular sleep"));
        Assert.Contains(forest.Descendants("text"), t => t.Value.EndsWith("cannot tell", StringComparison.Ordinal));
        XElement[] marks = [.. forest.Descendants("circle")];
        Assert.Equal("var(--gut)", marks[0].Attribute("fill")!.Value);
        Assert.Equal(("var(--card)", "var(--unsure)"), (marks[1].Attribute("fill")!.Value, marks[1].Attribute("stroke")!.Value));
    }

    [Fact]
    public void The_first_page_says_which_levers_can_be_told_apart_and_that_the_others_cannot()
    {
        string answer = Page[Page.IndexOf("<p id=\"answer\">", StringComparison.Ordinal)..Page.IndexOf("<h2", StringComparison.Ordinal)];
        Assert.Contains("New T2 lesions: 1 of 2 levers can be told apart from no change, under these assumptions", answer, StringComparison.Ordinal);
        Assert.Contains("Fibre, 10 g a day more (\u221219 %, \u221232 to \u22123.2 %)", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Regular sleep", answer, StringComparison.Ordinal);
        Assert.Contains("For the other 1 the model cannot tell.", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Alerts_and_the_statement_of_purpose_stand_unfolded_before_the_numbers()
    {
        int purpose = Page.IndexOf("not yet calibrated", StringComparison.Ordinal), alert = Page.IndexOf("Ask first", StringComparison.Ordinal), numbers = Page.IndexOf("41 mmol/d", StringComparison.Ordinal);
        Assert.True(0 < purpose && purpose < alert && alert < numbers);
        Assert.DoesNotContain(Document.Descendants().Single(e => e.Attribute("id")?.Value == "alert-calciol_dose").Ancestors(), a => a.Name == "details");
    }

    [Fact]
    public void A_number_opens_to_its_parameter_and_its_paper()
    {
        XElement row = Document.Descendants("tr").Single(e => e.Attribute("id")?.Value == "param-gut.rate");
        Assert.Contains(row.Descendants("a"), a => a.Attribute("href")!.Value == "#ev-EV-SCFA-009");
        XElement paper = Document.Descendants().Single(e => e.Attribute("id")?.Value == "ev-EV-SCFA-009");
        Assert.Contains(paper.Descendants("a"), a => a.Attribute("href")!.Value == "https://doi.org/10.1000/xyz");
    }

    [Fact]
    public void A_figure_shows_how_sure_it_is_and_what_on_the_page_says_otherwise()
    {
        XElement row = Document.Descendants("tr").Single(r => r.Attribute("id")?.Value == "ev-EV-VITD-028");
        Assert.Contains("◑ low", row.Value, StringComparison.Ordinal);
        Assert.Equal(["#ev-EV-MIC-001", "https://pubmed.ncbi.nlm.nih.gov/12345/"], row.Descendants("a").Select(a => a.Attribute("href")!.Value));
    }
}
