using Enteraxis.Simulation.Compiled;
using Enteraxis.Simulation.Drives;

namespace Enteraxis.Simulation.Runs;

/// <summary>The drives of one run: their paths, and the writing of their held values into the parameters.</summary>
/// <remarks>
/// A drive that a rate or a trigger reads ends every step at its edges ("edge" drives). One that only hazards, observables, assignments or delays
/// read does not: whoever evaluates these at a time calls <see cref="SetFree"/> first and sees the value held then.
/// </remarks>
internal sealed unsafe class DriveSet(CompiledModel model)
{
    private readonly OrnsteinUhlenbeckPath?[] _paths = new OrnsteinUhlenbeckPath?[model.DriveCount];
    private double* _parameters;

    internal void Begin(PersonRun run, Assignments assignments, double* y, double* parameters)
    {
        _parameters = parameters;
        for (int d = 0; d < _paths.Length; d++)
        {
            CompiledDrive drive = model.Drives[d];
            parameters[drive.Parameter] = 0;
            _paths[d] = null;
            if (!run.Randomness) continue;
            (double tau, double sd) = assignments.DriveLaw(d, run.Start, y, parameters);
            if (!double.IsFinite(tau) || !double.IsFinite(sd) || sd < 0)
                throw RunFailure.At(run.Start, FailureCause.Drive, $"the drive '{drive.Name}' has a time constant or a standard deviation that is not a number of its kind");
            _paths[d] = OrnsteinUhlenbeckPath.Build(StreamKeys.Drive(run.Seed, run.Person, drive.Stream), tau, sd, drive.HoldDays, run.Start, run.End);
        }
        Set(model.EdgeDrives, run.Start);
        Set(model.FreeDrives, run.Start);
    }

    /// <summary>Writes the values that free drives hold at a time.</summary>
    internal void SetFree(double time) => Set(model.FreeDrives, time);

    /// <summary>Writes the values that edge drives hold at a time; true where one changed.</summary>
    internal bool SetEdges(double time) => Set(model.EdgeDrives, time);

    /// <summary>The value that a drive holds at a time; 0 in a run without randomness.</summary>
    internal double At(int drive, double time) => _paths[drive]?.At(time) ?? 0;

    /// <summary>The next time at which a step has to end.</summary>
    internal double NextEdge(double time)
    {
        double next = double.PositiveInfinity;
        foreach (int d in model.EdgeDrives)
            if (_paths[d] is not null) next = Math.Min(next, OrnsteinUhlenbeckPath.NextEdge(time, model.Drives[d].HoldDays));
        return next;
    }

    private bool Set(int[] which, double time)
    {
        bool changed = false;
        foreach (int d in which)
        {
            if (_paths[d] is not { } path) continue;
            double value = path.At(time);
            int slot = model.Drives[d].Parameter;
            changed |= _parameters[slot] != value;
            _parameters[slot] = value;
        }
        return changed;
    }
}
