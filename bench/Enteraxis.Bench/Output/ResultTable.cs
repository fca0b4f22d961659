using System.Globalization;
using Enteraxis.Bench.Measure;
using Enteraxis.Bench.Peers;

namespace Enteraxis.Bench.Output;

/// <summary>The figures as one reads them in a terminal.</summary>
internal static class ResultTable
{
    public static void Print(WorkloadResult result, IReadOnlyList<Peer> peers)
    {
        void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
        Line($"\n{result.Workload.Name}: {result.Workload.Model.States.Count} states; errors against {result.Reference}");
        Line($"{"engine",-28}{"rtol",9}{result.Workload.Unit + "/s/core",22}{"p99 error",12}{"max error",12}{"steps",8}");
        foreach (Figure f in result.Figures)
            Line($"{Label(f.Engine, peers),-28}{f.Rtol,9:0.0e0}{f.Speed,22:0.0}{f.Error.P99,12:0.0e0}{f.Error.Max,12:0.0e0}{f.Steps,8:0}");
        foreach ((string peer, double? ratio) in result.Ratios)
            Line($"{Label(peer, peers)}: {(ratio is double r ? r.ToString("0.0", CultureInfo.InvariantCulture) + " times its speed at no worse p99 error" : "not measured")}");
        if (result.SpeedAtBar is double bar) Line($"{bar:0} {result.Workload.Unit}/s/core at p99 error {result.Workload.ErrorBar:0.0e0}");
        if (result.AsStudied is double studied) Line($"{studied:0} {result.Workload.Unit}/s/core with jumps, drives and events at rtol 1e-4");
        Line($"{100 * result.Occupancy:0} % of the lanes held a person; {result.How}");
        Line($"Slowest over fastest place of the stack: {result.Alignment:0.00}");
    }

    public static void Print(CohortMemory m) => Console.WriteLine(FormattableString.Invariant(
        $"\nmemory: {m.People} people over {m.Years} years with summaries took {m.PeakMegabytes:0} MB and {m.Seconds:0} s on {Environment.ProcessorCount} cores; {m.Failures} failed, {100 * m.Occupancy:0} % of the lanes held a person"));

    public static void Print(FirstPerson f) => Console.WriteLine(FormattableString.Invariant(
        $"\nstartup: axis from text to first person in {f.Simulated:0.00} s (read {f.Read:0.00}, compiled {f.Compiled - f.Read:0.00}, two years simulated {f.Simulated - f.Compiled:0.00}); medians of new processes"));

    internal static string Label(string engine, IReadOnlyList<Peer> peers) => peers.FirstOrDefault(p => p.Key == engine)?.Label ?? "Enteraxis, lanes";
}
