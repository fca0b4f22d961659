using Enteraxis.Numerics.Random;
using Enteraxis.Simulation.Compiled;
using Enteraxis.Simulation.Runs;

namespace Enteraxis.Simulation.Reactions;

/// <summary>Exact stochastic simulation by the next reaction method: when each reaction fires next, kept up to date as propensities change.</summary>
/// <remarks>
/// Every reaction is a Poisson process of unit rate in its own time, which runs at the speed of its propensity. Its waiting times are exponential numbers keyed by
/// (seed, person, reaction, number of the firing), so that a course is a pure function of them and twins share the clocks of every reaction.
/// Gibson and Bruck: Efficient exact stochastic simulation of chemical systems with many species and many channels (J. Phys. Chem. A 104:1876, 2000);
/// in the form of Anderson: A modified next reaction method (J. Chem. Phys. 127:214107, 2007).
/// When not: systems with propensities that move between firings (these are run as jumps), or with so many firings that a rate equation tells the same.
/// </remarks>
internal sealed unsafe class ReactionClocks(CompiledReactions reactions)
{
    private readonly FiringQueue _queue = new(reactions.Items.Length);
    private readonly KeyedStream[] _streams = new KeyedStream[reactions.Items.Length];
    private readonly ulong[] _fired = new ulong[reactions.Items.Length];
    private readonly double[] _propensity = new double[reactions.Items.Length], _left = new double[reactions.Items.Length], _values = new double[reactions.Items.Length];
    private readonly double[] _steps = new double[reactions.Changed.Max(c => c.Length) + 1];

    internal double Next => _queue.FirstTime;

    internal void Begin(PersonRun run)
    {
        for (int r = 0; r < _streams.Length; r++)
        {
            _streams[r] = StreamKeys.Reaction(run.Seed, run.Person, reactions.Items[r].Stream);
            (_propensity[r], _fired[r], _queue[r]) = (0, 0, double.PositiveInfinity);
            Wind(r);
        }
    }

    /// <summary>Reads all propensities anew: at the start and after whatever is not a firing has changed states or parameters.</summary>
    internal void Refresh(double time, double* y, double* parameters)
    {
        fixed (double* values = _values) reactions.Propensities(time, y, parameters, values);
        for (int r = 0; r < _values.Length; r++) Set(r, time, _values[r]);
    }

    /// <summary>Lets the reaction whose turn it is fire.</summary>
    internal void Fire(double* y, double* parameters)
    {
        int r = _queue.First;
        double time = _queue.FirstTime;
        int[] changed = reactions.Changed[r];
        double[] steps = reactions.Steps[r];
        if (reactions.StepFunctions[r] is { } function)
        {
            steps = _steps;
            fixed (double* s = _steps) function(time, y, parameters, s);
        }
        for (int i = 0; i < changed.Length; i++) y[changed[i]] += steps[i];
        // Its clock is wound before its propensity is read: none of the new waiting time has run.
        _propensity[r] = 0;
        Wind(r);
        int[] affected = reactions.Affected[r];
        fixed (double* values = _values) reactions.AffectedPropensities[r](time, y, parameters, values);
        for (int i = 0; i < affected.Length; i++) Set(affected[i], time, _values[i]);
    }

    private void Wind(int r) => _left[r] = _streams[r].Exponential(1, _fired[r]++);

    private void Set(int r, double time, double propensity)
    {
        double before = _propensity[r];
        if (propensity == before && before > 0) return;
        if (!(propensity >= 0) || double.IsInfinity(propensity))
            throw RunFailure.At(time, FailureCause.Hazard, $"the propensity of the reaction '{reactions.Items[r].Name}' is negative or not a finite number");
        if (before > 0) _left[r] = Math.Max(0, (_queue[r] - time) * before);
        _propensity[r] = propensity;
        _queue[r] = propensity > 0 ? time + _left[r] / propensity : double.PositiveInfinity;
    }
}
