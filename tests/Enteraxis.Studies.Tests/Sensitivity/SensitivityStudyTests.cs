using Enteraxis.Studies.People;
using Enteraxis.Studies.Runs;
using Enteraxis.Studies.Sensitivity;
using Enteraxis.Studies.Sensitivity.Levers;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Tests.Sensitivity;

public sealed class SensitivityStudyTests
{
    private static readonly string[] Tables =
    [
        "comparison.tsv", "directions.tsv", "emulator.tsv", "flip_points.tsv", "flips.tsv", "information.tsv", "local.tsv", "outputs.tsv", "parameters.tsv", "profiles.tsv", "saturation.tsv", "screening.tsv", "sobol.tsv",
    ];

    [Fact]
    public void A_study_that_was_stopped_goes_on_to_the_same_bytes_on_any_number_of_threads()
    {
        using ScratchFolder folder = new();
        SmallSensitivity.Write(folder);
        SmallSensitivity.Run(folder, "one");
        using CancellationTokenSource stop = new();
        int runs = 0;
        Assert.ThrowsAny<OperationCanceledException>(() => SmallSensitivity.Run(folder, "three", 3, new Counter(() =>
        {
            if (++runs == 30) stop.Cancel();
        }), stop.Token));
        Assert.True(Directory.GetFiles(folder["three", "chunks"]).Length >= 20);
        SmallSensitivity.Run(folder, "three", 3);
        foreach (string file in folder.Files("one").Where(f => !f.EndsWith(RunLog.FileName, StringComparison.Ordinal)))
            Assert.True(File.ReadAllBytes(folder[file]).AsSpan().SequenceEqual(File.ReadAllBytes(folder["three" + file["one".Length..]])), file);
        Assert.All(Tables, t => Assert.True(File.Exists(folder["one", t]), t));
        Assert.DoesNotContain("published", File.ReadAllText(folder["one", "manifest.json"]), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_model_does_to_each_parameter_shows()
    {
        using ScratchFolder folder = new();
        SmallSensitivity.Write(folder);
        SensitivityResult r = SmallSensitivity.Run(folder, "out", 2);
        string[] names = [.. r.File.Parameters.Select(p => p.Name)];
        Assert.Equal(["rate", "comp_two", "effect", "gain"], names);
        // comp_two stands in no equation that an output reads: nothing at all, since every run has the same people and chance.
        Assert.All(r.Outputs!.Screening, output => Assert.Equal(0, output[1].Strength.High));
        Assert.All(r.Outputs.Local, output => Assert.Equal(0, output[1].Slope));
        Assert.Equal(1, r.Outputs.Information!.Parameters[1].PosteriorError, 12);
        Assert.DoesNotContain(1, r.Outputs.Kept);
        // Twice the rate are about twice the events.
        Assert.Equal(0, Array.IndexOf(names, "rate"));
        Assert.InRange(r.Outputs.Local[0][0].Elasticity, 0.6, 1.4);
        Assert.True(r.Outputs.Local[0][0].ElasticityError > 0);
        Assert.Equal(0, r.Outputs.Failed);
        Assert.Equal(2, r.Outputs.Profiles.Count);
    }

    [Fact]
    public void Levers_are_compared_under_every_assumption()
    {
        using ScratchFolder folder = new();
        SmallSensitivity.Write(folder);
        LeverFindings f = SmallSensitivity.Run(folder, "out", 2).Levers!;
        Assert.Equal(4 + 1 + 2 + 1, f.Flips.Count);
        Assert.Equal(0, f.Failed);
        // The drug halves the rate: far fewer events than by more food, whatever is assumed of food.
        Assert.Equal(1, f.Centre[0].Sign);
        Assert.Equal(-1, f.Arms.First(a => a.Arm == "drug").Difference[0].Sign);
        FlipFinding off = f.Flips.Single(x => x.Name == "sw_calms"), turned = f.Flips.Single(x => x.Kind == AssumptionKind.Variant);
        Assert.True(off.Points[1].Differences[0].Value >= f.Centre[0].Value);
        Assert.True(turned.Points[1].Differences[0].Value > f.Centre[0].Value);
        SaturationFinding s = f.Saturation.Single(x => x.Outcome == 0);
        Assert.True(s.Both.Value < s.First.Value && s.Second.Value < 0);
        Assert.True(double.IsFinite(s.Excess.Error));
    }

    [Fact]
    public void Bad_input_that_shows_late_leaves_no_folder()
    {
        using ScratchFolder folder = new();
        SmallSensitivity.Write(folder);
        folder.Write("study.yaml", SmallSensitivity.Study.Replace("presets: {usual: 1}", "presets: {nobody: 1}", StringComparison.Ordinal));
        Assert.Contains("is no preset", Installation.Fault(() => SmallSensitivity.Run(folder, "out")), StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["out"]));
    }

    [Fact]
    public void Every_study_of_the_studies_can_be_read() =>
        Assert.All(Directory.GetFiles(Installation.PathOf("studies", "sensitivity"), "*.yaml"), f => Assert.NotEmpty(SensitivityFileReader.Read(f, Installation.Library).Parameters));

    private sealed class Counter(Action each) : IProgress<StudyProgress>
    {
        public void Report(StudyProgress value) => each();
    }
}
