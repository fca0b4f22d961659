using Enteraxis.Studies.Calibration;
using Enteraxis.Studies.Runs;
using Enteraxis.Studies.Tables;
using Enteraxis.Studies.Yaml;

namespace Enteraxis.Studies.Tests.Calibration;

public sealed class CalibrateTests
{
    private const string Stage = """
        stage: course
        title: A small stage
        members: 8
        steps: 1
        parameters:
          relapse.eloquence: lognormal(0.3)
          spread(lesion_rate_person): lognormal(0.15)
        experiments:
          - id: few
            design:
              trial: few
              presets: {rrms: 1}
              run_in_days: 60
              arms: [{id: untreated, size: 12}]
              visit_months: [6]
            measures:
              - {target: course_relapse_rate, of: mean_change, readout: relapses, per: 0.5}
              - {target: course_new_t2_mean, of: mean_change, readout: t2_seen, per: 0.25}
        """;

    private const string Compared = Stage + "\n" + """
          - id: many
            design:
              trial: many
              presets: {healthy: 1}
              run_in_days: 30
              arms: [{id: other, size: 2}, {id: none, size: 4}]
              visit_months: [6]
            measures:
              - {target: course_healthy_lesions, of: mean_change, readout: lesions, arm: none}
        between:
          - {target: tobacco_relapse, of: difference, group: few, against: many/none, each: {of: mean_change, readout: relapses}}
        bias:
          - {name: looking, prior: normal(0.5), added_to: tobacco_relapse}
        """;

    private static CalibrationStage Read(string text) => CalibrationStageReader.Read(YamlFile.Parse("stage.yaml", text), Installation.Library, CalibrationTarget.Read(Installation.PathOf("evidence", "calibration_targets.tsv")));

    private static CalibrationResult Run(ScratchFolder folder, string name, int threads) =>
        Calibrate.Run(new CalibrationRequest { RootPath = Installation.Root, StagePath = folder.Write("stage.yaml", Stage), OutDir = folder[name], Threads = threads });

    [Fact]
    public void A_stage_leaves_an_ensemble_that_can_be_read_and_the_bytes_do_not_depend_on_threads()
    {
        using ScratchFolder folder = new();
        CalibrationResult r = Run(folder, "one", 1);
        Run(folder, "three", 3);
        foreach (string file in folder.Files("one").Where(f => !f.EndsWith(RunLog.FileName, StringComparison.Ordinal)))
            Assert.True(File.ReadAllBytes(folder[file]).AsSpan().SequenceEqual(File.ReadAllBytes(folder["three" + file["one".Length..]])), file);
        ParameterEnsemble ensemble = ParameterEnsemble.Read(folder["one", "ensemble.tsv"], [.. Installation.Library.Parameters.Rows.Select(p => p.Name)], [.. Installation.Library.Presets.Names]);
        Assert.Equal(8, ensemble.Members.Count);
        Assert.Equal(r.Members[3][0], ensemble.Member(3)["relapse.eloquence"], 1e-5 * r.Members[3][0]);
        Assert.Equal(2, r.Posterior[0].Length);
        Assert.Contains("course_relapse_rate", File.ReadAllText(folder["one", "fit.tsv"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_members_values_take_the_place_of_the_tables_and_presets_move_with_them()
    {
        ParameterTable table = Installation.Library.Parameters;
        Dictionary<string, double> moved = new() { ["lesion_rate"] = 11, ["spread(lesion_rate_person)"] = 0, ["relapse.gamma"] = 0.8 };
        Dictionary<string, double> drawn = table.Draw(1, null, 5, new Dictionary<string, double> { ["lesion_rate"] = 2.75 }, moved);
        double central = table.Find("lesion_rate")!.Value;
        Assert.Equal(2.75 * 11 / central, drawn["lesion_rate"], 12);
        Assert.Equal(0.8, drawn["relapse.gamma"], 12);
        Assert.Equal(1, drawn.GetValueOrDefault("lesion_rate_person", 1), 12);
        Assert.NotEqual(1, table.Draw(1, null, 5, new Dictionary<string, double>()).GetValueOrDefault("lesion_rate_person", 1));
    }

    [Theory]
    [InlineData("relapse.eloquence: lognormal(0.3)", "relapse.elokwence: lognormal(0.3)", "is no parameter")]
    [InlineData("relapse.eloquence: lognormal(0.3)", "relapse.refractory: lognormal(0.3)", "comes from the literature")]
    [InlineData("spread(lesion_rate_person): lognormal(0.15)", "spread(lesion_rate): lognormal(0.15)", "does not vary between people")]
    [InlineData("spread(lesion_rate_person): lognormal(0.15)", "spread(lesion_rate_person): table", "write a prior")]
    [InlineData("target: course_new_t2_mean", "target: course_new_t3_mean", "is no row of")]
    [InlineData("of: mean_change, readout: relapses", "of: mean, readout: relapses", "is unknown")]
    [InlineData("  spread(lesion_rate_person): lognormal(0.15)", "  spread(lesion_rate_person): lognormal(0.15)\n  lesion.xi_sd: table", "never outnumber")]
    [InlineData("target: course_new_t2_mean", "target: course_relapse_rate", "measured twice")]
    [InlineData("readout: t2_seen, per: 0.25", "readout: t2_seen, level: 1", "known are target, of, readout, from, to, per, arm")]
    [InlineData("members: 8", "members: 2", "8 to 1000")]
    public void A_faulty_stage_gets_a_sentence(string was, string now, string says)
    {
        Assert.Contains(was, Stage, StringComparison.Ordinal);
        Assert.Contains(says, Installation.Fault(() => Read(Stage.Replace(was, now, StringComparison.Ordinal))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("group: few", "group: fewer", "is no experiment of this stage")]
    [InlineData("against: many/none", "against: many/some", "there are many/other, many/none")]
    [InlineData("against: many/none", "against: few", "compared with itself")]
    [InlineData("of: difference, group", "of: distance, group", "is unknown; write difference, ratio")]
    [InlineData("each: {of: mean_change, readout: relapses}", "each: {of: mean_change, readout: relapses, arm: none}", "stands behind its experiment")]
    [InlineData(", each: {of: mean_change, readout: relapses}", "", "a measure is expected")]
    [InlineData("name: looking", "name: lesion_rate", "needs a name of its own")]
    [InlineData("prior: normal(0.5)", "prior: lognormal(0.5)", "a bias lies about 0")]
    [InlineData("added_to: tobacco_relapse", "added_to: immune_th17", "is not measured in this stage")]
    [InlineData("id: many", "id: few", "stands twice")]
    public void A_faulty_comparison_gets_a_sentence(string was, string now, string says)
    {
        Assert.Contains(was, Compared, StringComparison.Ordinal);
        Assert.Contains(says, Installation.Fault(() => Read(Compared.Replace(was, now, StringComparison.Ordinal))), StringComparison.Ordinal);
    }

    [Fact]
    public void Biases_count_among_what_may_move()
    {
        CalibrationStage stage = Read(Compared);
        Assert.Equal(["course_relapse_rate", "course_new_t2_mean", "course_healthy_lesions", "tobacco_relapse"], stage.Targets.Select(t => t.Id));
        Assert.Equal(["relapse.eloquence", "spread(lesion_rate_person)", "looking"], stage.Free.Select(f => f.Name));
        Assert.Contains("never outnumber", Installation.Fault(() => Read(Compared.Replace("bias:", "bias:\n  - {name: a, prior: normal(1), added_to: tobacco_relapse}", StringComparison.Ordinal))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bias_takes_up_what_the_model_does_not_make_and_stays_out_of_the_ensemble()
    {
        using ScratchFolder folder = new();
        // Weight answers to no free parameter: what the people make of it is the same for all members, and the rest is the bias.
        string text = Compared.Replace("against: many/none", "against: few/same", StringComparison.Ordinal).Replace("{id: untreated, size: 12}", "{id: untreated, size: 12}, {id: same, size: 12}", StringComparison.Ordinal)
            .Replace("each: {of: mean_change, readout: relapses}", "each: {of: mean_level, readout: adiposity, days: [0]}", StringComparison.Ordinal);
        CalibrationResult r = Calibrate.Run(new CalibrationRequest { RootPath = Installation.Root, StagePath = folder.Write("stage.yaml", text), OutDir = folder["out"], Threads = 1 });
        int bias = r.Stage.Parameters.Count;
        Assert.All(r.Members, m => Assert.Equal(bias + 1, m.Length));
        Assert.Equal("bias of tobacco_relapse", File.ReadAllLines(folder["out", "parameters.tsv"]).Single(l => l.StartsWith("looking", StringComparison.Ordinal)).Split('\t')[1]);
        Assert.DoesNotContain("looking", File.ReadAllText(folder["out", "ensemble.tsv"]), StringComparison.Ordinal);
        int target = r.Stage.Targets.Count - 1;
        double people = r.Posterior[0][target] - r.Members[0][bias];
        Assert.All(Enumerable.Range(0, r.Members.Length), j => Assert.Equal(people, r.Posterior[j][target] - r.Members[j][bias], 9));
        Assert.True(r.Members.Max(m => m[bias]) - r.Members.Min(m => m[bias]) > 0.1);
    }

    [Fact]
    public void Every_stage_of_the_studies_can_be_read() =>
        Assert.All(Directory.GetFiles(Installation.PathOf("studies", "calibration"), "*.yaml"), f => Assert.NotEmpty(CalibrationStageReader.Read(f, Installation.Library).Targets));
}
