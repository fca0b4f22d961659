using Enteraxis.Studies.Calibration.Predicted;
using Enteraxis.Studies.People;
using Enteraxis.Studies.Runs;
using Enteraxis.Studies.Trials;

namespace Enteraxis.Studies.Tests.Calibration;

public sealed class PredictTargetsTests
{
    private const string Stage = """
        stage: small
        title: A small stage
        members: 8
        parameters:
          relapse.eloquence: lognormal(0.3)
        bias:
          - {name: looking, prior: normal(0.5), added_to: course_relapse_rate}
        experiments:
          - id: few
            design:
              trial: few
              presets: {rrms: 1}
              run_in_days: 30
              arms: [{id: untreated, size: 30}, {id: other, size: 15}]
              visit_months: [3]
            measures:
              - {target: course_relapse_rate, of: mean_change, readout: relapses, per: 0.25}
              - {target: course_new_t2_mean, of: mean_change, readout: t2_seen, per: 0.125}
          - id: healthy
            design:
              trial: healthy
              presets: {healthy: 1}
              run_in_days: 30
              arms: [{id: usual, size: 10}]
              visit_months: [3]
            measures:
              - {target: course_healthy_lesions, of: mean_change, readout: lesions}
        between:
          - {target: immune_th17_ms, of: standardised_difference, group: few/other, against: healthy, readout: immune.activation, days: [0]}
        """;

    private static TargetsRequest Request(ScratchFolder folder, string name, int threads = 1)
    {
        folder.Write("stages/small.yaml", Stage);
        return new TargetsRequest { RootPath = Installation.Root, StagesPath = folder["stages"], OutDir = folder[name], Members = 3, People = 18, Threads = threads };
    }

    [Fact]
    public void Every_target_gets_a_row_and_the_bytes_depend_neither_on_threads_nor_on_a_stop()
    {
        using ScratchFolder folder = new();
        TargetsResult r = PredictTargets.Run(Request(folder, "one"));
        Assert.Equal(["course_relapse_rate", "course_new_t2_mean", "course_healthy_lesions", "immune_th17_ms"], r.Rows.Where(x => x.IsMeasured).Select(x => x.Target.Id));
        Assert.All(r.Rows.Where(x => !x.IsMeasured), x => Assert.Equal("not measured", x.Verdict));
        Assert.Contains(r.Rows, x => x.Target.Id == "gut_production" && !x.IsMeasured);
        // 18 people in three sets: six each, four and two in the arms; groups that are compared count by the smaller.
        Assert.Equal([18, 18, 18, 6], r.Rows.Where(x => x.IsMeasured).Select(x => x.People));
        Assert.Equal("hit", r.Rows.Single(x => x.Target.Id == "course_healthy_lesions").Verdict);
        Assert.Equal("looking", r.Rows[0].Bias);
        Assert.True(r.Rows[0].P05 <= r.Rows[0].P95);

        using CancellationTokenSource stop = new();
        int parts = 0;
        Assert.ThrowsAny<OperationCanceledException>(() => PredictTargets.Run(Request(folder, "two", 3), new Steps(() => { if (++parts == 3) stop.Cancel(); }), stop.Token));
        Assert.NotEmpty(Directory.GetFiles(folder["two", "chunks"]));
        PredictTargets.Run(Request(folder, "two", 3));
        foreach (string file in folder.Files("one").Where(f => !f.EndsWith(RunLog.FileName, StringComparison.Ordinal)))
            Assert.True(File.ReadAllBytes(folder[file]).AsSpan().SequenceEqual(File.ReadAllBytes(folder["two" + file["one".Length..]])), file);
    }

    [Fact]
    public void A_stage_that_is_not_there_gets_a_sentence_and_no_folder()
    {
        using ScratchFolder folder = new();
        Assert.Contains("there are small", Installation.Fault(() => { PredictTargets.Run(Request(folder, "out") with { Stages = ["smal"] }); }), StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["out"]));
    }

    [Fact]
    public void Packed_people_come_out_as_they_went_in()
    {
        FollowedPerson[] people = [new(1, 12.5, new[,] { { 1.0, 2 }, { 3, double.NaN } }, [(3, "b"), (4.5, "a")]), new(0, 30, new[,] { { 5.0, 6 }, { 7, 8 } }, [])];
        FollowedPerson[] again = ScenePacking.Unpack(ScenePacking.Pack(people, ["a", "b"]), ["a", "b"]);
        for (int i = 0; i < 2; i++)
        {
            Assert.Equal((people[i].Arm, people[i].LeftDay), (again[i].Arm, again[i].LeftDay));
            Assert.Equal(people[i].Values, again[i].Values);
            Assert.Equal(people[i].Jumps, again[i].Jumps);
        }
    }

    // Reports at once, in the caller's own thread.
    private sealed class Steps(Action step) : IProgress<StudyProgress>
    {
        public void Report(StudyProgress value) => step();
    }
}
