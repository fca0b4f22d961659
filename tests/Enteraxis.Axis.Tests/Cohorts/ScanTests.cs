using Enteraxis.Simulation;

namespace Enteraxis.Axis.Tests.Cohorts;

public sealed class ScanTests
{
    [Fact]
    public void A_scheduled_scan_shows_what_is_there_and_nothing_is_known_between_two()
    {
        double every = Gut.PartRun.Parameters.Find("lesion.scan_every")!.Value;
        double[] days = [.. Enumerable.Range(1, 4).SelectMany(k => new[] { k * every + 0.01, (k + 1) * every - 0.01 })];
        Simulator simulator = new(new CompiledModel(WholeAxis.Day, ["t2_seen", "t2_on_scan", "gd_active", "gd_on_scan"]), new SimulationOptions());
        Course course = simulator.Run(new PersonRun { Seed = 5, Person = 1, Values = new Dictionary<string, double> { ["lesion_rate"] = 30 }, End = days[^1], OutputTimes = days });
        Assert.Null(course.Failure);
        int missed = 0;
        for (int i = 0; i < days.Length; i += 2)
        {
            // A lesion within the hundredth of a day after the scan is what this seed does not have.
            Assert.Equal((course.Values[i, 0], course.Values[i, 2]), (course.Values[i, 1], course.Values[i, 3]));
            Assert.Equal((course.Values[i, 1], course.Values[i, 3]), (course.Values[i + 1, 1], course.Values[i + 1, 3]));
            if (course.Values[i + 1, 0] > course.Values[i + 1, 1]) missed++;
        }
        Assert.True(missed > 0, "no lesion arose between two scans; the test sees nothing");
    }
}
