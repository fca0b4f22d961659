using System.Diagnostics;
using Enteraxis.Bench.Workloads;
using Enteraxis.Simulation;
using Enteraxis.Simulation.Ensembles;

namespace Enteraxis.Bench.Measure;

/// <summary>A large cohort over two years with its jumps, drives and events, on all processors, of which summaries by month are kept: what memory does it take?</summary>
/// <param name="PeakMegabytes">Largest resident memory of the process since it began, program and model included.</param>
/// <param name="Seconds">On the clock.</param>
internal sealed record CohortMemory(int People, double Years, double PeakMegabytes, double Seconds, double Occupancy, int Failures)
{
    private const int Cohort = 100_000, Every = 10_000;

    public static CohortMemory Measure(string models, Action<string> say, CancellationToken cancellation)
    {
        AxisCohort cohort = new(models, [.. Enumerable.Range(0, 25).Select(m => 730.5 * m / 24)]);
        Simulator simulator = new(new CompiledModel(cohort.Model, AxisTwoYears.Continuous), OwnEngine.Lanes(1e-4));
        CourseSummary summary = new(cohort.Times.Count, AxisTwoYears.Continuous.Length, AxisCohort.Seed);
        long start = Stopwatch.GetTimestamp();
        EnsembleSummary run = new EnsembleRunner(simulator).Run(Cohort, cohort.Person, (i, course) =>
        {
            summary.Add(i, course);
            if ((i + 1) % Every == 0) say($"memory: {i + 1} of {Cohort} people, {Left(start, i + 1)} to go");
        }, cancellation);
        using Process process = Process.GetCurrentProcess();
        return new(Cohort, 2, process.PeakWorkingSet64 / 1e6, Stopwatch.GetElapsedTime(start).TotalSeconds, run.Work.Occupancy, run.Failures);
    }

    private static string Left(long start, int done) => $"{Stopwatch.GetElapsedTime(start).TotalSeconds * (Cohort - done) / done:0} s";
}
