using System.Text.RegularExpressions;
using System.Xml.Linq;
using Enteraxis.Reporting.ModelBook;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Reporting.Tests.ModelBook;

public sealed class ModelBookTests
{
    private static readonly string Root = FindRoot();

    private static readonly IReadOnlyList<BookPage> Pages = Reporting.ModelBook.ModelBook.Render(Root);

    private static readonly Dictionary<string, XElement> Documents = Pages.ToDictionary(p => p.File, p => XElement.Parse(p.Text[p.Text.IndexOf("<html", StringComparison.Ordinal)..]), StringComparer.Ordinal);

    private static readonly Dictionary<string, string[]> Places = Documents.ToDictionary(d => d.Key, d => d.Value.Descendants().Attributes("id").Select(a => a.Value).ToArray(), StringComparer.Ordinal);

    [Fact]
    public void Every_folder_of_models_has_a_page_and_every_file_stands_on_it()
    {
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Root, "models"), "*.ant", SearchOption.AllDirectories))
        {
            string folder = Path.GetFileName(Path.GetDirectoryName(file)!);
            Assert.Contains("file-" + Path.GetFileNameWithoutExtension(file), Places[folder is "models" ? "composition.html" : folder + ".html"]);
        }
    }

    [Fact]
    public void Every_parameter_stands_once_in_the_book()
    {
        string[] places = [.. Places.Values.SelectMany(p => p).Where(p => p.StartsWith("param-", StringComparison.Ordinal))];
        Assert.Equal(ParameterTable.Read(Path.Combine(Root, "models", "parameters.tsv")).Rows.Select(r => "param-" + r.Name).Order(StringComparer.Ordinal), places.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_evidence_row_and_every_arrow_appears()
    {
        ScienceLibrary library = ScienceLibrary.Load(Root);
        Assert.Empty(library.Evidence.Rows.Select(r => "ev-" + r.Id).Except(Places["evidence.html"]));
        string all = string.Concat(Pages.Select(p => p.Text));
        Assert.Empty(library.Arrows.Rows.Where(a => !all.Contains(Enteraxis.Reporting.Text.Html.Escape(a.Label), StringComparison.Ordinal)).Select(a => a.Id));
        // Disagreements stand side by side before the table.
        string disagreements = Pages.Single(p => p.File == "evidence.html").Text.Split("id=\"all\"")[0];
        Assert.Empty(library.Evidence.Rows.Where(r => r.Contradicts.Count > 0 && !disagreements.Contains($"#ev-{r.Id}\"", StringComparison.Ordinal)).Select(r => r.Id));
    }

    [Fact]
    public void Every_link_leads_somewhere_and_no_place_stands_twice()
    {
        List<string> faults = [];
        foreach ((string file, XElement page) in Documents)
        {
            faults.AddRange(Places[file].GroupBy(p => p).Where(g => g.Count() > 1).Select(g => $"{file}: {g.Key} stands {g.Count()} times"));
            foreach (string to in page.Descendants().Attributes("href").Select(a => a.Value).Distinct())
            {
                if (to.StartsWith("https://doi.org/10.", StringComparison.Ordinal) || to.StartsWith("https://pubmed.ncbi.nlm.nih.gov/", StringComparison.Ordinal)) continue;
                string[] parts = to.Split('#');
                string target = parts[0].Length == 0 ? file : parts[0];
                if (!Places.TryGetValue(target, out string[]? places) || parts.Length > 1 && !places.Contains(parts[1])) faults.Add($"{file}: {to}");
            }
        }
        Assert.Empty(faults);
    }

    [Fact]
    public void Formulas_are_well_formed_mathematics_of_the_core()
    {
        HashSet<string> core = ["math", "mrow", "mi", "mn", "mo", "mtext", "mspace", "mfrac", "msup", "msub", "msqrt", "mtable", "mtr", "mtd", "a"];
        XElement[] formulas = [.. Documents.Values.SelectMany(d => d.Descendants().Where(e => e.Name.LocalName == "math"))];
        Assert.True(formulas.Length > 1500);
        Assert.All(formulas, f => Assert.Equal("http://www.w3.org/1998/Math/MathML", f.Name.NamespaceName));
        Assert.Empty(formulas.SelectMany(f => f.DescendantsAndSelf()).Select(e => e.Name.LocalName).Distinct().Except(core));
        Assert.Empty(formulas.SelectMany(f => f.Descendants()).Where(e => e.Name.LocalName is "mfrac" or "msup" or "msub" && e.Elements().Count() != 2).Select(e => e.ToString()));
    }

    [Fact]
    public void Every_rule_rate_and_jump_of_the_text_has_its_equation()
    {
        int counted = 0;
        // Counted in the text by eye of a pattern, not by the parser that the book uses.
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Root, "models"), "*.ant", SearchOption.AllDirectories).Where(f => Path.GetFileName(Path.GetDirectoryName(f)) is not "models"))
        {
            string text = Regex.Replace(File.ReadAllText(file), "//.*", "");
            string prefix = $"eq-{Path.GetFileNameWithoutExtension(file)}-";
            string[] written = [.. Regex.Matches(text, @"(?<=^|;)\s*(?<name>[A-Za-z_]\w*)(:=|\s:=|'\s*=)", RegexOptions.Multiline).Select(m => m.Groups["name"].Value)];
            string[] shown = [.. Places[Path.GetFileName(Path.GetDirectoryName(file)) + ".html"].Where(p => p.StartsWith(prefix, StringComparison.Ordinal)).Select(p => p[(p.LastIndexOf('-') + 1)..])];
            counted += written.Length;
            Assert.Empty(written.Except(shown).Select(n => $"{file}: {n}"));
        }
        Assert.True(counted > 700, $"{counted} equations were counted");
    }

    [Fact]
    public void The_same_texts_give_the_same_pages() => Assert.Equal(Pages, Reporting.ModelBook.ModelBook.Render(Root));

    [Fact]
    public void A_page_loads_nothing_and_its_tables_and_pictures_have_names()
    {
        foreach (XElement page in Documents.Values)
        {
            Assert.Empty(page.Descendants().Where(e => e.Name.LocalName is "script" or "link" or "img" or "iframe"));
            Assert.Empty(page.Descendants().Attributes().Where(a => a.Name.LocalName is "src" or "srcset" || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal)));
            Assert.All(page.Descendants("table"), t => Assert.NotEqual("", t.Elements("caption").FirstOrDefault()?.Value.Trim() ?? ""));
            Assert.All(page.Descendants("svg"), s => Assert.NotEqual("", s.Attribute("aria-label")?.Value ?? ""));
            Assert.Single(page.Descendants("h1"));
        }
    }

    [Fact]
    public void What_is_left_out_is_said_of_every_module()
    {
        ScienceLibrary library = ScienceLibrary.Load(Root);
        HashSet<string> known = [.. library.Evidence.Rows.Select(r => r.Id)];
        string[] lines = [.. File.ReadAllLines(Path.Combine(Root, "models", "left_out.tsv")).Where(l => !l.StartsWith('#')).Skip(1)];
        Assert.Empty(lines.SelectMany(EvidenceTable.IdsIn).Where(id => !known.Contains(id)));
        Assert.Equal(Documents.Keys.Except(["index.html", "evidence.html"]).Select(f => f[..^".html".Length]).Order(StringComparer.Ordinal), lines.Select(l => l.Split('\t')[0]).Distinct().Order(StringComparer.Ordinal));
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? d = new(AppContext.BaseDirectory); d is not null; d = d.Parent)
            if (File.Exists(Path.Combine(d.FullName, "models", "axis.ant"))) return d.FullName;
        throw new DirectoryNotFoundException("models/ was not found above the test program.");
    }
}
