namespace Enteraxis.Bench.Ecology;

/// <summary>One program at one task: median, least and most CPU seconds over the rounds.</summary>
/// <param name="Ratio">Median over rounds of a peer's seconds over ours of the same round; 1 for ours.</param>
/// <param name="Error">Largest difference from ours: of distances as they are, of F relative.</param>
internal sealed record EcologyFigure(string Task, string Program, double Seconds, double Least, double Most, double Ratio, double? Bar, double Error);
