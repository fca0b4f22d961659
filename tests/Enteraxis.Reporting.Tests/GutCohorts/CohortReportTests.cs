using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Enteraxis.Reporting.GutCohorts;
using Enteraxis.Reporting.Figures;
using Enteraxis.Studies.GutCohorts;

namespace Enteraxis.Reporting.Tests.GutCohorts;

public sealed class CohortReportTests
{
    private const string Hostile = "<script>alert('x')</script>\" onload=\"y";

    private static readonly CohortPage Drawn = Draw(12, withGroups: true);

    private static readonly string Page = Drawn.Html;

    private static readonly XElement Document = XElement.Parse(Page[Page.IndexOf("<html", StringComparison.Ordinal)..]);

    [Fact]
    public void The_same_table_gives_the_same_page() => Assert.Equal(Page, Draw(12, withGroups: true).Html);

    [Fact]
    public void The_page_loads_nothing_and_a_strangers_text_stays_text()
    {
        Assert.Empty(Document.Descendants().Where(e => e.Name.LocalName is "script" or "link" or "img" or "iframe" or "object" or "base" or "form"));
        Assert.Empty(Document.Descendants().Attributes().Where(a => a.Name.LocalName is "src" or "srcset" || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal)));
        Assert.DoesNotContain("url(", Page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_figure_has_a_name_and_a_description_and_every_table_a_caption()
    {
        XElement[] figures = [.. Document.Descendants("svg")];
        Assert.True(figures.Length >= 6, $"{figures.Length} figures");
        Assert.All(figures, f => Assert.True(f.Attribute("role")?.Value == "img" && f.Attribute("aria-label")?.Value.Length > 10 && f.Element("desc")?.Value.Length > 10));
        Assert.All(Document.Descendants("table"), t => Assert.NotEqual("", t.Elements("caption").FirstOrDefault()?.Value.Trim() ?? ""));
        Assert.All(Document.Descendants("tr").SelectMany(r => r.Elements("th")), h => Assert.NotNull(h.Attribute("scope")));
    }

    [Fact]
    public void Every_mark_of_an_ordination_tells_its_sample()
    {
        XElement ordination = Document.Descendants("svg").First(s => s.Element("desc")!.Value.Contains("principal coordinates", StringComparison.Ordinal));
        for (int s = 0; s < 12; s++) Assert.Contains(ordination.Descendants("title"), t => t.Value.StartsWith($"S{s}", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_figure_of_the_page_is_a_file_that_stands_alone()
    {
        Assert.Equal(Document.Descendants("svg").Select(s => s.Element("title")!.Value).Distinct(), Drawn.Figures.Select(f => XElement.Parse(f.Svg).Elements().First(e => e.Name.LocalName == "title").Value).Distinct());
        Assert.Equal(Drawn.Figures.Count, Drawn.Figures.Select(f => f.Name).Distinct().Count());
        foreach (FigureFile figure in Drawn.Figures)
        {
            Assert.Matches("^[a-z0-9_.]+\\.svg$", figure.Name);
            XElement svg = XElement.Parse(figure.Svg);
            Assert.All(svg.DescendantsAndSelf(), e => Assert.Equal("http://www.w3.org/2000/svg", e.Name.NamespaceName));
            Assert.True(double.Parse(svg.Attribute("width")!.Value, CultureInfo.InvariantCulture) > 100);
            Assert.Contains("sans-serif", svg.Elements().Single(e => e.Name.LocalName == "style").Value, StringComparison.Ordinal);
            Assert.DoesNotContain("var(", figure.Svg, StringComparison.Ordinal);
            Assert.Empty(svg.Descendants().Where(e => e.Name.LocalName is "script" or "foreignObject" or "image" or "use" or "a"));
            Assert.Empty(svg.Descendants().Attributes().Where(a => a.Name.LocalName == "href" || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Ranks_open_one_at_a_time() =>
        Assert.Single(Document.Descendants("details").Where(d => d.Attribute("name")?.Value == "rank" && d.Descendants("svg").Any()), d => d.Attribute("open") is not null && d.Element("summary")!.Value == "By genus");

    [Fact]
    public void Every_cell_of_the_heat_map_tells_its_taxon_sample_and_share()
    {
        XElement map = Figure("heat_map.svg");
        string[] cells = [.. Named(map, "rect").Select(r => r.Elements().FirstOrDefault()?.Value).OfType<string>()];
        Assert.Equal(9 * 12, cells.Length);
        Assert.Contains(cells, c => c.StartsWith("G3 in S4 (", StringComparison.Ordinal) && c.EndsWith(" %", StringComparison.Ordinal));
        Assert.Contains("12 of 12 samples", map.Elements().First(e => e.Name.LocalName == "desc").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_volcano_has_a_panel_for_each_method_and_a_mark_for_each_taxon_that_it_can_tell_of()
    {
        string[] told = [.. Named(Figure("volcano.svg"), "title").Select(t => t.Value).Where(t => t.Contains(", q = ", StringComparison.Ordinal))];
        Assert.InRange(told.Length, 9, 4 * 9);
        Assert.All(told, t => Assert.Matches("^G[0-8]: .*(higher|lower|not found)$", t));
    }

    [Fact]
    public void Two_groups_of_counts_are_compared_taxon_by_taxon() =>
        Assert.Contains(Document.Descendants("h2"), h => h.Value == "What differs between the groups");

    [Fact]
    public void No_number_on_the_page_is_broken()
    {
        Assert.DoesNotMatch(new Regex("[\"= ,](NaN|∞|Infinity)"), Page);
        int[] levels = [.. Document.Descendants().Where(e => Regex.IsMatch(e.Name.LocalName, "^h[1-6]$")).Select(e => e.Name.LocalName[1] - '0')];
        Assert.Single(levels, l => l == 1);
        for (int i = 1; i < levels.Length; i++) Assert.True(levels[i] - levels[i - 1] <= 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(300)]
    public void A_cohort_of_any_size_and_without_groups_has_a_page(int samples)
    {
        string page = Draw(samples, withGroups: false).Html;
        XElement.Parse(page[page.IndexOf("<html", StringComparison.Ordinal)..]);
        Assert.DoesNotMatch(new Regex("[\"= ,](NaN|∞|Infinity)"), page);
    }

    private static XElement Figure(string name) => XElement.Parse(Drawn.Figures.Single(f => f.Name == name).Svg);

    private static IEnumerable<XElement> Named(XElement svg, string name) => svg.Descendants().Where(e => e.Name.LocalName == name);

    private static CohortPage Draw(int samples, bool withGroups)
    {
        string folder = Directory.CreateTempSubdirectory("enteraxis-").FullName;
        try
        {
            StringBuilder table = new("FeatureID"), metadata = new("SampleID\tgroup\n");
            for (int s = 0; s < samples; s++)
            {
                table.Append(CultureInfo.InvariantCulture, $"\tS{s}");
                metadata.Append(CultureInfo.InvariantCulture, $"S{s}\t{(s % 3 == 0 ? Hostile.Replace('"', '\'') : s % 7 == 5 ? "" : "plain")}\n");
            }
            table.Append("\ttaxonomy\n");
            for (int f = 0; f < 9; f++)
            {
                table.Append(CultureInfo.InvariantCulture, $"f{f}");
                for (int s = 0; s < samples; s++) table.Append(CultureInfo.InvariantCulture, $"\t{(f * 31 + s * 17) % 11 * (f + 1)}");
                table.Append(CultureInfo.InvariantCulture, $"\td__Bacteria; p__P{f % 3}; c__; o__; f__F{f % 5}; g__G{f}\n");
            }
            table.Append("UNCLASSIFIED").Append(string.Concat(Enumerable.Repeat("\t3", samples))).Append("\t\n");
            File.WriteAllText(Path.Combine(folder, "t.tsv"), table.ToString());
            File.WriteAllText(Path.Combine(folder, "m.tsv"), metadata.ToString());
            return CohortReport.Draw(CohortProfile.Run(new CohortRequest
            {
                TablePath = Path.Combine(folder, "t.tsv"), MetadataPath = Path.Combine(folder, "m.tsv"), Group = withGroups ? "group" : null, Permutations = 19, OutDir = Path.Combine(folder, "out"), RootPath = Root(),
            }));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Root()
    {
        for (DirectoryInfo? d = new(AppContext.BaseDirectory); d is not null; d = d.Parent)
            if (File.Exists(Path.Combine(d.FullName, "Enteraxis.slnx"))) return d.FullName;
        throw new DirectoryNotFoundException("Enteraxis.slnx was not found above the test program.");
    }
}
