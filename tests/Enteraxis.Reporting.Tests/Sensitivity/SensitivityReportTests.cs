using Enteraxis.Numerics.Summaries;
using Enteraxis.Reporting.Sensitivity;
using Enteraxis.Studies.Calibration;
using Enteraxis.Studies.Cohorts;
using Enteraxis.Studies.Sensitivity;
using Enteraxis.Studies.Sensitivity.Emulation;
using Enteraxis.Studies.Sensitivity.Identification;
using Enteraxis.Studies.Sensitivity.Levers;
using Enteraxis.Studies.Sensitivity.Outputs;
using Enteraxis.Statistics.Screening;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Reporting.Tests.Sensitivity;

public sealed class SensitivityReportTests
{
    private static readonly FreeParameter[] Parameters = [new("one <b>", 1, SpreadLaw.Parse("lognormal(0.2)"), "lognormal(0.2)"), new("two", 0, SpreadLaw.Parse("normal(1)"), "normal(1)")];

    private static readonly CalibrationTarget Target = new("t", "s", "statistic", 1, 0.5, 1.5, 0.3, "points", "-", "");

    private static SensitivityResult Result()
    {
        double[][] x = [.. Enumerable.Range(0, 12).Select(i => new[] { Math.Sin(i), Math.Cos(2 * i) })];
        GaussianProcess g = GaussianProcess.Fit(x, [.. x.Select(p => 1 + p[0])])!;
        Interval i = new(0.1, 0.4, 0.8);
        CalibrationStage stage = new() { Id = "s", Title = "S", Members = 8, Steps = 1, Seed = 1, Parameters = Parameters, Experiments = [], Biases = [], Contrasts = [], Targets = [Target] };
        OutputFindings outputs = new([Target], [0], new OutputValues([1], [[1.1], [0.9]]), [[new ElementaryEffect(0.4, i, i), new ElementaryEffect(0, new Interval(0, 0, 0), new Interval(0, 0, 0))]],
            [[new LocalEffect(1, 0.1, 0.5, 0.1), new LocalEffect(0, 0, double.NaN, double.NaN)]], FisherInformation.Of([[1, 0]], [0.3], []), [0, 1],
            [new EmulatedOutput(g, g.LeaveOneOut, new EmulatorError(0.9, 0.1), 12, [new SobolIndex(i, i), new SobolIndex(i, i)])],
            ProfileLikelihood.Of([new EmulatedTarget(g, 1, 1, 0.3)], 2).Profiles, 0.2, 30, 1);
        LeverPlan plan = new([new CohortPreset("p", 1)], 20, 0, 0, 2, [new LeverOutcome("events", "Events", "events", true, true)], [new CohortArm("a", "A", [], 0), new CohortArm("b", "B & C", [], 0)], "a", "b",
            new Dictionary<string, double> { ["two"] = 1 }, 3, 0, 0, [], [], []);
        FlipFinding flip = new(AssumptionKind.Parameter, "two", "two", [new(-1.6, "-1.6", [new Estimate(-1, 0.1)]), new(1, "1", [new Estimate(0.5, 0.1)]), new(1.6, "1.6", [new Estimate(1, 0.1)])], [0.1]);
        SaturationFinding saturation = new(new SaturationPlan("here", "a", "b", "b", new Dictionary<string, double>()), 0, new Estimate(-0.5, 0.1), new Estimate(-0.5, 0.1), new Estimate(-0.6, 0.1), new Estimate(-1, 0.1), new Estimate(0.4, 0.1));
        LeverFindings levers = new([new ArmFinding("a", "A", [new Estimate(1, 0.1)], [new Estimate(0, 0)]), new ArmFinding("b", "B & C", [new Estimate(0.5, 0.1)], [new Estimate(-0.5, 0.1)])], [new Estimate(0.5, 0.1)], [flip], [saturation], 240, 0);
        OutputPlan outputPlan = new("s", stage, 20, 2, 2, 4, 2, 12, 64, 10, 0.7);
        return new SensitivityResult(new SensitivityFile { Title = "A study", Seed = 1, Parameters = Parameters, Outputs = outputPlan, Levers = plan, Notes = ["A note."] }, outputs, levers, "0.1.0");
    }

    [Fact]
    public void Every_question_has_its_figure_and_verdict_and_nothing_is_loaded()
    {
        string page = SensitivityReport.Render(Result());
        foreach (string heading in new[] { "What matters", "What the targets can tell", "Profiles of the likelihood", "Shares of the variance", "Elasticities", "A beside B &amp; C", "Combined arms" })
            Assert.Contains(heading, page, StringComparison.Ordinal);
        foreach (string said in new[] { "only by its prior", "Turned by: two (at 0.100)", "saturates", "1 of 30 runs did not", "two at +1.0 SD", "Without any effect on any output: two.", "A note." })
            Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.True(page.Split("<svg").Length > 8);
        Assert.DoesNotContain("<b>\"", page, StringComparison.Ordinal);
        Assert.Contains("one &lt;b&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_result_gives_the_same_page() => Assert.Equal(SensitivityReport.Render(Result()), SensitivityReport.Render(Result()));
}
