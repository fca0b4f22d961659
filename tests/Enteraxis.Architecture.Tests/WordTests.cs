using System.Text.RegularExpressions;

namespace Enteraxis.Architecture.Tests;

public sealed class WordTests
{
    /// <summary>The science is text: none of these may stand in C#, comments included. They belong to models/, evidence/ and studies/.</summary>
    private static readonly string[] Science =
    [
        "Th17", "Th1", "Treg", "interleukin", "cytokine", "microglia", "astrocyte", "oligodendrocyte", "myelin", "axon",
        "Akkermansia", "Faecalibacterium", "Roseburia", "Bifidobacterium", "Coprococcus", "Blautia", "Ruminococcus", "Bacteroides", "Firmicutes", "Bacteroidetes",
        "propionate", "butyrate", "acetate", "inulin", "natalizumab", "ocrelizumab", "fumarate", "interferon", "glatiramer", "cholecalciferol",
    ];

    private static readonly Regex ForbiddenNames = new(@"\b(class|record|struct|interface)\s+\w*(Manager|Helper|Utils?)\b", RegexOptions.CultureInvariant);

    private static readonly Regex HiddenState = new(@"DateTime(Offset)?\.(Utc)?Now|Random\.Shared|new Random\(|Thread\.Sleep", RegexOptions.CultureInvariant);

    [Fact]
    public void No_source_file_names_a_cell_a_taxon_or_a_drug()
    {
        Regex words = new(@"(?<![A-Za-z])(" + string.Join('|', Science) + @")s?(?![A-Za-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        List<string> faults = [];
        foreach (string file in Repository.SourceFiles("src"))
            foreach (Match m in words.Matches(File.ReadAllText(file)))
                faults.Add($"{Repository.Relative(file)}: {m.Value}");
        Assert.Empty(faults.Distinct());
    }

    [Fact]
    public void No_type_is_a_manager_or_a_helper() =>
        Assert.Empty(Repository.SourceFiles("src").Where(f => ForbiddenNames.IsMatch(File.ReadAllText(f))).Select(Repository.Relative));

    [Fact]
    public void No_source_reads_a_hidden_clock_or_a_hidden_generator() =>
        Assert.Empty(Repository.SourceFiles("src").Where(f => HiddenState.IsMatch(File.ReadAllText(f))).Select(Repository.Relative));
}
