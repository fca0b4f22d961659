namespace Enteraxis.EndToEnd.Tests;

/// <summary>Slips of a newcomer: what was likely meant is named, nothing is written, the exit code is 2.</summary>
public sealed class UsageTests
{
    private static readonly string[] s_short = ["simulate", "axis", "--end", "1d", "--points", "2", "--observe", "treg"];

    [Theory]
    [InlineData("persn", "'person'")]
    [InlineData("tset", "'test'")]
    [InlineData("person x.yaml --profil t.tsv", "'--profile'")]
    [InlineData("simulate axs --observe treg", "'axis'")]
    [InlineData("simulate axis --preset rrsm --observe treg", "'rrms'")]
    [InlineData("simulate axis --observe trge", "'treg'")]
    public void A_slip_is_answered_with_the_nearest_name(string arguments, string meant)
    {
        Outcome o = CommandLine.Run(arguments.Split(' '));
        Assert.Equal(2, o.ExitCode);
        Assert.Contains("Did you mean " + meant, o.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("required", o.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--end", "1e300", "10,000 years")]
    [InlineData("--end", "1e308y", "10,000 years")]
    [InlineData("--observe", "treg,treg", "twice")]
    [InlineData("--set", "fibre=1 fibre=2", "twice")]
    [InlineData("--points", "many", "whole number")]
    public void An_odd_value_is_named(string option, string value, string says)
    {
        string[] start = option is "--observe" or "--end" or "--points" ? [.. s_short.Take(2), .. option == "--observe" ? Array.Empty<string>() : ["--observe", "treg"]] : s_short;
        Refused(CommandLine.Run([.. start, option, .. value.Split(' ')]), says);
    }

    [Theory]
    [InlineData("propionate 500 mg at 5 d", "after the end")]
    [InlineData("propionate 500 mg at 0 h every 0.0000001 min", "longer time after every")]
    [InlineData("propionate 1e999 mg at 0 h", "no number")]
    [InlineData("propionat 500 mg at 0 h", "Did you mean 'propionate'")]
    public void A_dose_that_cannot_be_given_is_refused(string dose, string says) => Refused(CommandLine.Run([.. s_short, "--dose", dose]), says);

    [Theory]
    [InlineData("", "empty")]
    [InlineData(".", "is a folder")]
    [InlineData("nowhere/x.tsv", "folder that is not there")]
    [InlineData("/dev/enteraxis-test", "belongs to the system")]
    [InlineData("/proc/enteraxis-test", "belongs to the system")]
    public void A_place_that_cannot_hold_a_table_is_refused_before_the_run(string place, string says) => Refused(CommandLine.Run([.. s_short, "--out", place]), says);

    [Fact]
    public void A_page_that_cannot_be_written_leaves_no_table_behind()
    {
        using TemporaryFolder folder = CommandLine.Folder();
        Refused(CommandLine.Run([.. s_short, "--out", folder.File("x.tsv"), "--plot", folder.File("nowhere/x.html")]), "folder that is not there");
        Refused(CommandLine.Run([.. s_short, "--out", folder.File("x.tsv"), "--plot", folder.File("x.tsv")]), "another name");
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void What_a_terminal_obeys_is_not_passed_on_from_a_file()
    {
        using TemporaryFolder folder = CommandLine.Folder();
        File.WriteAllText(folder.File("t.tsv"), "FeatureID\tS1\tS\u001b[31m2\nx\t1\tab\u001b]0;c\n");
        Outcome o = CommandLine.Run("person", "examples/newly-diagnosed.yaml", "--profile", folder.File("t.tsv"), "--sample", "S1", "--out", folder.File("out"));
        Refused(o, "is not a number");
        Assert.DoesNotContain('\u001b', o.Error);
        Assert.False(Directory.Exists(folder.File("out")));
    }

    [Theory]
    [InlineData("demo")]
    [InlineData("person")]
    [InlineData("simulate")]
    [InlineData("models")]
    [InlineData("rerun")]
    [InlineData("convert")]
    [InlineData("profile")]
    public void Each_command_shows_an_example_that_can_be_pasted(string command) =>
        Assert.Contains($"  ./enteraxis {command}", CommandLine.Run(command, "--help").Output, StringComparison.Ordinal);

    private static void Refused(Outcome o, string says)
    {
        Assert.True(o.ExitCode == 2, $"{o.ExitCode}: {o.Error}");
        Assert.Contains(says, o.Error, StringComparison.Ordinal);
        Assert.Equal("", o.Output);
    }
}
