using System.Globalization;

namespace Enteraxis.Simulation.Runs;

/// <summary>Thrown within a run where it cannot go on; the simulator turns it into the course's sentence.</summary>
internal sealed class RunFailure(FailureCause cause, string message) : Exception(message)
{
    internal FailureCause Cause => cause;

    internal static RunFailure At(double time, FailureCause cause, string what) =>
        new(cause, string.Create(CultureInfo.InvariantCulture, $"At day {time:G9} {what}."));
}
