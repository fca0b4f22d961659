namespace Enteraxis.Bench;

/// <param name="Json">Where the figures go besides the folder; null for nowhere.</param>
/// <param name="Folder">Where results and plots go; null for the processor's own under bench/results.</param>
/// <param name="Only">Names of workloads, separated by commas.</param>
/// <param name="Alone">Without peers.</param>
internal sealed record BenchRequest(string? Json, string? Folder, int Rounds, string Only, bool Alone);
