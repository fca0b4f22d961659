namespace Enteraxis.Bench.GenomeScale;

/// <summary>One step of a community: median, least and most seconds over the rounds, of the thread's CPU and by the clock on the wall.</summary>
/// <param name="Bar">Seconds that it may take; null where no one asked.</param>
internal sealed record CommunityFigure(string Step, string What, double Cpu, double Least, double Most, double Wall, double? Bar);
