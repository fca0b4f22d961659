namespace Enteraxis.Simulation.Compiled;

/// <summary>A drive's place in the parameter vector and its grid.</summary>
internal sealed record CompiledDrive(string Name, int Stream, int Parameter, double HoldDays);
