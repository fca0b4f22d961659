namespace Enteraxis.EndToEnd.Tests;

/// <summary>cohort, validate and calibrate as a user meets them.</summary>
public sealed class PeopleTests
{
    [Fact]
    public void A_cohort_ends_in_tables_and_a_page_and_its_manifest_says_how_it_is_made_again()
    {
        using TemporaryFolder folder = CommandLine.Folder();
        Outcome o = CommandLine.RunIn(folder.Path, "cohort", "studies/natural-history.yaml", "--people", "12", "--years", "3", "--out", "a");
        Assert.True(o.ExitCode == 0, o.Error);
        foreach (string file in new[] { "people.tsv", "people.parquet", "visits.tsv", "events.tsv", "summary.tsv", "rates.tsv", "milestones.tsv", "columns.tsv", "width.tsv", "width_by_reading.tsv", "summary.html", "manifest.json" })
            Assert.True(File.Exists(Path.Combine(folder.Path, "a", file)), file);
        string page = File.ReadAllText(Path.Combine(folder.Path, "a", "summary.html"));
        Assert.Contains("<svg", page, StringComparison.Ordinal);
        Assert.Contains("What the width is made of", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", page.Replace("http://www.w3.org", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Outcome again = CommandLine.RunIn(folder.Path, "rerun", "a/manifest.json");
        Assert.Equal(2, again.ExitCode);
        Assert.Contains("cohort inputs/study.yaml --people 12 --years 3 --seed 1", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scoreboard_of_few_replicates_has_every_published_row()
    {
        using TemporaryFolder folder = CommandLine.Folder();
        Outcome o = CommandLine.RunIn(folder.Path, "validate", "--replicates", "2", "--variant-replicates", "0", "--repeats", "1", "--trial", "SOLAR", "--out", "s");
        Assert.True(o.ExitCode == 0, o.Error);
        string[] rows = File.ReadAllLines(Path.Combine(folder.Path, "s", "scoreboard.tsv"));
        Assert.StartsWith("trial\tcontrast\tendpoint\tpublished\tlow\thigh\tpredicted\tp05\tp95\tverdict", rows[0], StringComparison.Ordinal);
        Assert.Equal(2, rows.Count(r => r.StartsWith("SOLAR\t", StringComparison.Ordinal) && !r.Contains("not simulated", StringComparison.Ordinal)));
        Assert.Contains("NEDA-3", File.ReadAllText(Path.Combine(folder.Path, "s", "scoreboard.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_small_comparison_of_levers_ends_in_tables_and_a_page()
    {
        using TemporaryFolder folder = CommandLine.Folder();
        File.WriteAllText(Path.Combine(folder.Path, "levers.yaml"), """
            title: Two habits
            parameters: {also: [relapse.gamma]}
            levers:
              presets: {rrms: 1}
              people: 20
              run_in_days: 30
              years: 0.5
              outcomes: [{readout: t2_seen}]
              arms: [{id: usual}, {id: food, interventions: [mediterranean]}, {id: motion, interventions: [exercise]}]
              compare: {first: food, second: motion}
              points: 2
              refine: 0
              pairs: 0
            """);
        Outcome o = CommandLine.RunIn(folder.Path, "sensitivity", "levers.yaml", "--out", "s");
        Assert.True(o.ExitCode == 0, o.Error);
        Assert.Equal(2, File.ReadAllLines(Path.Combine(folder.Path, "s", "flips.tsv")).Length);
        Assert.Contains("Two habits", File.ReadAllText(Path.Combine(folder.Path, "s", "sensitivity.html")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cohort nothing.yaml --out a", "nothing.yaml")]
    [InlineData("cohort studies/natural-history.yaml --people 0 --out a", "--people")]
    [InlineData("cohort studies/natural-history.yaml --preset nobody --out a", "is no preset")]
    [InlineData("validate --trial Nothing --out a", "none of studies/trials")]
    [InlineData("validate --replicates 1 --out a", "--replicates")]
    [InlineData("calibrate studies/person.yaml --out a", "is unknown")]
    [InlineData("sensitivity studies/person.yaml --out a", "is unknown")]
    public void Bad_input_gets_one_sentence_and_leaves_nothing(string command, string says)
    {
        using TemporaryFolder folder = CommandLine.Folder();
        Outcome o = CommandLine.RunIn(folder.Path, command.Split(' '));
        Assert.Equal(2, o.ExitCode);
        Assert.Contains(says, o.Error, StringComparison.Ordinal);
        Assert.Single(o.Error.TrimEnd('\n').Split('\n'), l => !l.EndsWith(" …", StringComparison.Ordinal));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }
}
