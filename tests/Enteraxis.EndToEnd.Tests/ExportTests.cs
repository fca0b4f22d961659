namespace Enteraxis.EndToEnd.Tests;

public sealed class ExportTests
{
    [Fact]
    public void The_axis_exported_as_text_has_the_same_courses_to_the_last_byte()
    {
        using TemporaryFolder folder = CommandLine.Folder();
        Outcome export = CommandLine.Run("export", "axis", "--to", "antimony", "--out", folder.File("copy.ant"));
        Assert.True(export.ExitCode == 0, export.Error);
        string[] course = ["--end", "90d", "--points", "30", "--observe", "t2_seen,lesions", "--seed", "4", "--out"];
        Assert.Equal(0, CommandLine.Run(["simulate", "axis", .. course, folder.File("a.tsv")]).ExitCode);
        Assert.Equal(0, CommandLine.Run(["simulate", folder.File("copy.ant"), .. course, folder.File("b.tsv")]).ExitCode);
        Assert.Equal(File.ReadAllBytes(folder.File("a.tsv")), File.ReadAllBytes(folder.File("b.tsv")));
    }

    [Fact]
    public void A_plain_export_runs_without_random_events()
    {
        using TemporaryFolder folder = CommandLine.Folder();
        Outcome export = CommandLine.Run("export", "axis", "--to", "sbml", "--preset", "rrms", "--plain", "--end", "120 d", "--out", folder.File("axis.xml"));
        Assert.True(export.ExitCode == 0, export.Error);
        Assert.DoesNotContain("functionDefinition", File.ReadAllText(folder.File("axis.xml")), StringComparison.Ordinal);
        Outcome o = CommandLine.Run("simulate", folder.File("axis.xml"), "--end", "120d", "--points", "4", "--observe", "lesions");
        Assert.True(o.ExitCode == 0, o.Error);
        Assert.Contains(" 0 random events", o.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("export axis --to word", "word")]
    [InlineData("export axis --to omex", "--out")]
    [InlineData("export axis --to sbml --draws often", "often")]
    [InlineData("export axis --to sbml --set nothing=1", "nothing")]
    [InlineData("export nowhere.ant --to sbml", "nowhere.ant")]
    public void A_slip_is_one_sentence(string command, string says)
    {
        Outcome o = CommandLine.Run(command.Split(' '));
        Assert.Equal(2, o.ExitCode);
        Assert.Contains(says, o.Error, StringComparison.Ordinal);
    }
}
