using Enteraxis.Simulation;
using Enteraxis.Simulation.Events;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Axis.Tests.Cohorts;

/// <summary>A person study simulates the past once and goes on from its end under every lever: a run in two parts is the run in one.</summary>
public sealed class ContinuationTests
{
    private static readonly string[] Counted = ["lesions", "t2_seen", "gd_active", "relapses", "infections", "lesion.scans", "gd_on_scan"];
    private static readonly string[] Continuous = [.. ReadoutTable.Read(WholeAxis.Models("readouts.tsv")).Rows.Select(r => r.Id).Except(Counted), "axons_lost", "lesion.xi", "relapse.last_relapse"];

    [Fact]
    public void A_run_that_goes_on_from_anothers_end_is_the_run_without_a_stop()
    {
        string[] observed = [.. Counted, .. Continuous];
        Simulator simulator = WholeAxis.Simulator(WholeAxis.Day, observed, 1e-6);
        int pending = 0, lesions = 0;
        for (ulong person = 1; person <= 12; person++)
        {
            // Stops are cut where lesions still enhance in somebody.
            const double stop = 400.5, end = 700;
            PersonRun whole = new() { Seed = 5, Person = person, Values = WholeAxis.Person(WholeAxis.Day, "rrms", 5, person), End = end, OutputTimes = [stop, 450, end] };
            Course one = simulator.Run(whole), first = simulator.Run(whole with { End = stop, OutputTimes = [stop] });
            Dictionary<string, double> values = new(StringComparer.Ordinal);
            foreach ((string name, double v) in WholeAxis.Day.States.Select(q => q.Name).Zip(first.FinalStates)) values[name] = v;
            foreach ((string name, double v) in WholeAxis.Day.Parameters.Select(q => q.Name).Zip(first.FinalParameters)) values[name] = v;
            Course second = simulator.Run(whole with { Start = stop, Values = values, Events = EventMemory.OfNumbers(first.FinalEvents.ToNumbers()), OutputTimes = [stop, 450, end] });
            Assert.Null(one.Failure ?? first.Failure ?? second.Failure);
            pending += first.FinalEvents.Pending.Count;
            lesions += second.Jumps.Count(j => j.Jump.EndsWith("arises", StringComparison.Ordinal));
            for (int row = 0; row < 3; row++)
                for (int k = 0; k < observed.Length; k++)
                {
                    double a = one.Values[row, k], b = second.Values[row, k];
                    if (k < Counted.Length) Assert.True(a == b, $"person {person}, row {row}: {observed[k]} is {b}, not {a}");
                    else Assert.True(Math.Abs(a - b) <= 1e-4 * Math.Max(Math.Abs(a), 1e-3), $"person {person}, row {row}: {observed[k]} is {b}, not {a}");
                }
        }
        Assert.InRange(pending, 3, int.MaxValue);
        Assert.InRange(lesions, 10, int.MaxValue);
    }
}
