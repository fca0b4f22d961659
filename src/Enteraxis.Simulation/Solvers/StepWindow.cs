namespace Enteraxis.Simulation.Solvers;

/// <summary>One person's open step, as those see it who look for jumps, triggers and outputs within it: the same for one person at a time and for lanes.</summary>
/// <remarks>An accepted step is open on [<see cref="Time"/>, <see cref="StepEnd"/>] until <see cref="CloseAt"/>; only between steps may the state be changed.</remarks>
public abstract unsafe class StepWindow
{
    public abstract string Method { get; }
    public abstract double Time { get; }
    public abstract double StepEnd { get; }

    /// <summary>The state at <see cref="Time"/>; may be changed between <see cref="CloseAt"/> and <see cref="Restart"/>.</summary>
    public abstract double* State { get; }

    /// <summary>What the controller wants next, before any limit.</summary>
    public abstract double NextStep { get; }

    public abstract int Accepted { get; }
    public abstract int Rejected { get; }
    public int RateCalls { get; private protected set; }
    public int JacobianCalls { get; private protected set; }

    /// <summary>True where the end of the step just closed changed the state at once (a firing): triggers have to be looked at.</summary>
    public virtual bool Leapt => false;

    /// <summary>The state within the open step.</summary>
    public abstract void Interpolate(double time, double* state);

    /// <summary>The chosen states within the open step, each at its own place.</summary>
    public abstract void Interpolate(double time, double* state, ReadOnlySpan<int> which);

    /// <summary>Between steps: the next one's rates are read at no earlier and no later time, so that they stay on one side of a break of time.</summary>
    public abstract void Within(double earliest, double latest);

    /// <summary>Ends the open step at its end, or at an earlier time by the dense output.</summary>
    public abstract void CloseAt(double time);

    /// <summary>State or parameters have changed: forgets what was kept from the step before and goes on with the given step (0: one chosen anew).</summary>
    public abstract void Restart(double nextStep);

    /// <summary>Parameters have changed so little that step and memory of the controller stay (the edge of a held drive).</summary>
    public abstract void Refresh();

    /// <summary>The largest value of each hazard among samples over the open step, where whoever steps has taken them; else false.</summary>
    public virtual bool HazardMaxima(Span<double> maxima) => false;
}
