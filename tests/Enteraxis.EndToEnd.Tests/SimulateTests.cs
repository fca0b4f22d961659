namespace Enteraxis.EndToEnd.Tests;

public sealed class SimulateTests
{
    [Fact]
    public void One_person_gives_a_table_and_a_page()
    {
        using TemporaryFolder folder = CommandLine.Folder();
        Outcome o = CommandLine.Run("simulate", "axis", "--preset", "rrms", "--set", "fibre=30", "--end", "60d", "--points", "60",
            "--observe", "treg,t2_seen", "--out", folder.File("curves.tsv"), "--plot", folder.File("curves.html"));
        Assert.True(o.ExitCode == 0, o.Error);
        string[] lines = File.ReadAllLines(folder.File("curves.tsv"));
        Assert.Equal(62, lines.Length);
        Assert.Contains("treg", lines[0], StringComparison.Ordinal);
        Assert.Contains("<svg", File.ReadAllText(folder.File("curves.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_command_gives_the_same_bytes()
    {
        using TemporaryFolder folder = CommandLine.Folder();
        foreach (string name in new[] { "a.tsv", "b.tsv" })
            Assert.Equal(0, CommandLine.Run("simulate", "axis", "--preset", "rrms", "--end", "90d", "--points", "30", "--observe", "t2_seen", "--out", folder.File(name)).ExitCode);
        Assert.Equal(File.ReadAllBytes(folder.File("a.tsv")), File.ReadAllBytes(folder.File("b.tsv")));
    }

    [Theory]
    [InlineData("simulate axis --preset nobody --end 1d --observe treg", "preset")]
    [InlineData("simulate axis --set fibre=many --end 1d --observe treg", "fibre")]
    [InlineData("simulate axis --end soon --observe treg", "soon")]
    [InlineData("simulate axis --end 1d --observe no_such_thing", "no_such_thing")]
    [InlineData("simulate nowhere.ant --end 1d --observe treg", "nowhere")]
    [InlineData("simulate axis --frobnicate", "frobnicate")]
    public void Bad_input_gets_one_sentence_and_exit_code_2(string arguments, string mentions)
    {
        Outcome o = CommandLine.Run(arguments.Split(' '));
        Assert.Equal(2, o.ExitCode);
        Assert.Contains(mentions, o.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", o.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Models_lists_presets_readouts_doses_and_interventions()
    {
        Outcome o = CommandLine.Run("models");
        Assert.True(o.ExitCode == 0, o.Error);
        foreach (string word in new[] { "rrms", "healthy", "edss", "propionate", "mmol", "Presets", "Read-outs", "Doses", "Interventions" })
            Assert.Contains(word, o.Output, StringComparison.Ordinal);
    }
}
