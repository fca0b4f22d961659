using Enteraxis.Bench.Workloads;

namespace Enteraxis.Bench.Measure;

/// <param name="Ratios">Of our speed to a peer's at its usual tolerance, ours at the loosest tolerance whose p99 error is no worse; null where none is.</param>
/// <param name="SpeedAtBar">Ours at the loosest tolerance whose p99 error is within the workload's bar.</param>
/// <param name="Alignment">Slowest over fastest of the places of the stack.</param>
/// <param name="Occupancy">Share of the lanes that held a person, the ends of the ensemble included.</param>
/// <param name="How">Our method and why it was taken.</param>
internal sealed record WorkloadResult(Workload Workload, string Reference, IReadOnlyList<Figure> Figures, IReadOnlyDictionary<string, double?> Ratios, double? SpeedAtBar, double Alignment,
    double Occupancy, string How)
{
    /// <summary>The axis with its jumps, drives and events, where it was measured.</summary>
    public double? AsStudied { get; init; }
}
