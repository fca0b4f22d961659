using Enteraxis.Studies.Calibration;
using Enteraxis.Studies.Runs;
using Enteraxis.Studies.Tables;
using Enteraxis.Studies.Tests.People;

namespace Enteraxis.Studies.Tests.Calibration;

/// <summary>Stages one after the other, from the tables alone.</summary>
public sealed class CalibrationOrderTests : IDisposable
{
    private const string First = """
        stage: one
        title: First
        members: 8
        steps: 1
        screen: {keep: 1, trajectories: 2, people: 8}
        parameters:
          rate: lognormal(0.5)
          gain: table
        experiments:
          - id: few
            design:
              trial: few
              presets: {usual: 1}
              run_in_days: 30
              arms: [{id: untreated, size: 24}]
              visit_months: [12, 24]
            measures:
              - {target: events, of: mean_change, readout: events}
        """;

    private static readonly string Second = First.Replace("stage: one", "stage: two\nafter: one", StringComparison.Ordinal).Replace("screen: {keep: 1, trajectories: 2, people: 8}\n", "", StringComparison.Ordinal)
        .Replace("  rate: lognormal(0.5)\n  gain: table\n", "  slope@usual: lognormal(0.3)\n", StringComparison.Ordinal).Replace("target: events, of: mean_change, readout: events", "target: score, of: mean_change, readout: score", StringComparison.Ordinal);

    private const string Targets = "id\tstage\tpreset\tstatistic\thorizon\tvalue\tlow\thigh\tse\tunit\tevidence\tnote\nevents\tone\tusual\tx\t2 years\t2\t1.5\t2.5\t\t1\thouse\t\nscore\ttwo\tusual\tx\t2 years\t1\t0.8\t1.2\t\t1\thouse\t\n";

    private readonly SmallStudy _study = new();

    public CalibrationOrderTests()
    {
        _study.Folder.Write("studies/calibration/b.yaml", First);
        _study.Folder.Write("studies/calibration/a.yaml", Second);
        _study.Folder.Write("evidence/calibration_targets.tsv", Targets);
        _study.Folder.Write("models/population.tsv", "variable\tpreset\tlaw\tlow\thigh\tunit\tstatus\tsource\tnote\nintake\t\tlognormal(1; 0.3)\t\t\t1\tassumed\t-\t\n");
        _study.Folder.Write("models/population_correlations.tsv", "a\tb\trho\tsource\n");
    }

    public void Dispose() => _study.Dispose();

    private List<string> Run(string name, int threads = 1)
    {
        List<string> ran = [];
        CalibrateAll.Run(new CalibrationRequest { RootPath = _study.Folder.Path, StagePath = "", OutDir = _study.Folder[name], Threads = threads }, CalibrateAll.Order(_study.Folder.Path), (_, r) => ran.Add(r.Stage.Id));
        return ran;
    }

    [Fact]
    public void Stages_run_in_their_order_whatever_is_installed_and_give_the_same_sets_to_the_digit()
    {
        Assert.Equal(["one", "two"], Run("first"));
        string[] sets = File.ReadAllLines(_study.Folder["first", "ensemble.tsv"]);
        Assert.Equal(["member\trate\tslope@usual", "table\t0.002\t0.0002"], sets.Where(l => l.StartsWith("member", StringComparison.Ordinal) || l.StartsWith("table", StringComparison.Ordinal)));
        Assert.Equal(2, sets.Count(l => l.StartsWith("# Stage ", StringComparison.Ordinal)));
        File.Copy(_study.Folder["first", "ensemble.tsv"], _study.Folder["models", "ensemble.tsv"]);
        Assert.NotEqual(0.002, ScienceLibrary.Load(_study.Folder.Path).Parameters.Values["rate"]);
        Run("second", 3);
        Assert.Equal(File.ReadAllText(_study.Folder["first", "ensemble.tsv"]), File.ReadAllText(_study.Folder["second", "ensemble.tsv"]));
    }

    [Fact]
    public void What_is_screened_out_does_not_move()
    {
        Run("out");
        string[] kept = [.. File.ReadAllLines(_study.Folder["out", "one", "screening.tsv"]).Skip(1).Select(l => l.Split('\t')).Select(c => $"{c[1]} {c[^1]}")];
        Assert.Equal(["rate yes", "gain no"], kept);
        Assert.Equal(["parameter", "rate"], File.ReadAllLines(_study.Folder["out", "one", "parameters.tsv"]).Select(l => l.Split('\t')[0]));
    }

    [Fact]
    public void A_stage_that_is_done_is_not_run_again()
    {
        Run("out");
        string before = File.ReadAllText(_study.Folder["out", "ensemble.tsv"]);
        File.AppendAllText(_study.Folder["out", "two", "ensemble.tsv"], "harmed");
        Assert.Equal(["two"], Run("out"));
        Assert.Equal(before, File.ReadAllText(_study.Folder["out", "ensemble.tsv"]));
    }

    [Fact]
    public void A_folder_of_a_run_from_other_tables_is_refused()
    {
        Run("out");
        string tables = _study.Folder["models", "parameters.tsv"];
        File.WriteAllText(tables, File.ReadAllText(tables).Replace("rate\t0.002", "rate\t0.003", StringComparison.Ordinal));
        Assert.Throws<FolderTakenException>(() => Run("out"));
        Assert.Contains("'rate' was 0.002 in the tables", Installation.Fault(() => Calibrate.Run(new CalibrationRequest
        {
            RootPath = _study.Folder.Path, StagePath = _study.Folder["studies", "calibration", "a.yaml"], OutDir = _study.Folder["other"], EnsemblePath = _study.Folder["out", "one", "ensemble.tsv"],
        })), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_study.Folder["other"]));
    }

    [Fact]
    public void A_missing_table_of_the_population_is_one_sentence_and_leaves_nothing()
    {
        File.Delete(_study.Folder["models", "population.tsv"]);
        Assert.Contains("population.tsv: the table is missing", Installation.Fault(() => Run("out", 3)), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_study.Folder["out"]));
    }

    [Theory]
    [InlineData("after: one", "after: three", "0 stages stand after 'one'")]
    [InlineData("after: one\n", "", "2 stages stand first")]
    public void An_order_that_is_none_gets_a_sentence(string was, string now, string says)
    {
        _study.Folder.Write("studies/calibration/a.yaml", Second.Replace(was, now, StringComparison.Ordinal));
        Assert.Contains(says, Installation.Fault(() => CalibrateAll.Order(_study.Folder.Path)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("keep: 1", "keep: 2", "never outnumber")]
    [InlineData("keep: 1, ", "", "how many parameters stay")]
    [InlineData("trajectories: 2", "trajectories: 1", "2 to 1000")]
    [InlineData("people: 8", "levels: 3", "an even number")]
    public void A_faulty_screening_gets_a_sentence(string was, string now, string says)
    {
        _study.Folder.Write("studies/calibration/b.yaml", First.Replace(was, now, StringComparison.Ordinal));
        Assert.Contains(says, Installation.Fault(() => CalibrateAll.Order(_study.Folder.Path)), StringComparison.Ordinal);
    }
}
