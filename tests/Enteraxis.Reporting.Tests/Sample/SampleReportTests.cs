using System.Text.RegularExpressions;
using System.Xml.Linq;
using Enteraxis.Reporting.GutCohorts;
using Enteraxis.Reporting.Sample;
using Enteraxis.Studies.GutCohorts;
using Enteraxis.Studies.Safety;

namespace Enteraxis.Reporting.Tests.Sample;

public sealed class SampleReportTests
{
    private static readonly string Root = FindRoot();
    private static readonly CohortPage Drawn = Draw(Path.Combine(Root, "examples", "feature-table.tsv"), "S1");
    private static readonly XElement Document = XElement.Parse(Drawn.Html[Drawn.Html.IndexOf("<html", StringComparison.Ordinal)..]);

    [Fact]
    public void The_page_goes_from_what_it_is_not_over_three_numbers_to_everything_else()
    {
        Assert.Equal(["Where it stands among others", "What it can ferment", "Who eats what, and what becomes of it", "What fibre changes, and over which weeks", "How far it leans to what studies of MS agree on", "What lives there", "How sure, and everything else"], Document.Descendants("h2").Select(h => h.Value));
        Assert.Single(Document.Descendants("h1"));
        Assert.Equal(3, Document.Descendants("section").First(s => s.Attribute("class")?.Value == "three").Elements().Count());
        Assert.Contains("no diagnosis", Document.Descendants("div").First(d => d.Attribute("role")?.Value == "note").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_figure_is_named_and_a_file_of_its_own()
    {
        Assert.True(Drawn.Figures.Count >= 8, $"{Drawn.Figures.Count} figures");
        Assert.Equal(Drawn.Figures.Count, Drawn.Figures.Select(f => f.Name).Distinct().Count());
        Assert.All(Document.Descendants("svg"), f => Assert.True(f.Attribute("role")?.Value == "img" && f.Attribute("aria-label")?.Value.Length > 10 && f.Element("desc")?.Value.Length > 10));
        Assert.All(Document.Descendants("table"), t => Assert.NotEqual("", t.Elements("caption").FirstOrDefault()?.Value.Trim() ?? ""));
        Assert.DoesNotMatch(new Regex("[\"= ,](NaN|∞|Infinity)|not known"), Drawn.Html);
    }

    [Fact]
    public void No_sentence_directs_anybodys_care_and_the_score_is_no_probability()
    {
        string[] sentences = [.. Document.Descendants().Where(e => e.Name.LocalName is "p" or "li" or "td" or "caption" or "h2" or "div" or "summary" && !e.HasElements).Select(e => e.Value).Where(v => v.Length > 0)];
        Assert.True(sentences.Length > 30);
        ForbiddenPhrases.Read(Path.Combine(Root, "evidence", "forbidden_phrases.tsv")).Check(sentences);
        Assert.Contains(sentences, s => s.StartsWith("The score is no diagnosis and no probability", StringComparison.Ordinal));
        Assert.Contains(sentences, s => s.Contains("it cannot tell who has MS", StringComparison.Ordinal));
        Assert.DoesNotMatch(new Regex("probability (of|that .* has) MS|chance of (having )?MS|risk of MS", RegexOptions.IgnoreCase), Drawn.Html);
    }

    [Fact]
    public void A_sample_without_guilds_says_that_it_cannot_tell()
    {
        string folder = Directory.CreateTempSubdirectory("enteraxis-").FullName;
        try
        {
            string table = Path.Combine(folder, "t.tsv");
            File.WriteAllText(table, "FeatureID\t<b>S</b>\ttaxonomy\nx\t700\td__Bacteria; p__Nobodya; c__; o__; f__Nobodyaceae; g__Nobodya\ny\t30\td__Bacteria; p__Firmicutes; c__; o__; f__Lachnospiraceae; g__Blautia\n");
            CommandPage(table);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        static void CommandPage(string table)
        {
            string html = Draw(table, null).Html;
            XElement page = XElement.Parse(html[html.IndexOf("<html", StringComparison.Ordinal)..]);
            Assert.Contains(page.Descendants("div"), d => d.Value == "cannot tell");
            Assert.Contains(page.Descendants("p"), p => p.Value.Contains("can be mapped to guilds", StringComparison.Ordinal));
            Assert.DoesNotContain("<b>S</b>", html, StringComparison.Ordinal);
        }
    }

    private static CohortPage Draw(string table, string? sample)
    {
        string folder = Directory.CreateTempSubdirectory("enteraxis-").FullName;
        try
        {
            return SampleReport.Draw(CohortProfile.Run(new CohortRequest { TablePath = table, Sample = sample, OutDir = Path.Combine(folder, "out"), RootPath = Root }));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? d = new(AppContext.BaseDirectory); d is not null; d = d.Parent)
            if (File.Exists(Path.Combine(d.FullName, "Enteraxis.slnx"))) return d.FullName;
        throw new DirectoryNotFoundException("Enteraxis.slnx was not found above the test program.");
    }
}
