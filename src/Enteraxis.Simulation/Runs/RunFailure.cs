using System.Globalization;

namespace Enteraxis.Simulation.Runs;

/// <summary>Thrown within a run where it cannot go on; the simulator turns it into the course's sentence.</summary>
internal sealed class RunFailure(string message) : Exception(message)
{
    internal static RunFailure At(double time, string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"At day {time:G9} {what}."));
}
