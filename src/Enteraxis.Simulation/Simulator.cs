using System.Collections.Concurrent;
using Enteraxis.Simulation.Compiled;
using Enteraxis.Simulation.Runs;

namespace Enteraxis.Simulation;

/// <summary>Runs people through a compiled model. May be called from many threads at once.</summary>
/// <remarks>
/// A course is a pure function of (model, options, run): the same bits whatever ran before or beside it and whichever outputs are asked for.
/// Randomness: jumps by thinning a keyed Poisson field (<see cref="Jumps.PoissonField"/>), drives exactly on an absolute grid
/// (<see cref="Drives.OrnsteinUhlenbeckPath"/>), draws of marks, events and initial values by their key.
/// </remarks>
public sealed class Simulator(CompiledModel model, SimulationOptions options)
{
    private readonly ConcurrentBag<PersonEngine> _engines = [];

    public CompiledModel Model => model;

    public SimulationOptions Options => options;

    /// <summary>One course. Numerical trouble is told in <see cref="Course.Failure"/>, with the rows not reached NaN.</summary>
    /// <remarks>
    /// Changes of the schedule before the start are taken as past; those at the start and at the end are applied. A run that goes on from another's
    /// final values therefore leaves out the changes at its start.
    /// </remarks>
    /// <exception cref="Numerics.InputException">An unknown name, a schedule or output days out of order, a value for something that is computed.</exception>
    /// <exception cref="OperationCanceledException"/>
    public Course Run(PersonRun run, CancellationToken cancellation = default)
    {
        if (!_engines.TryTake(out PersonEngine? engine)) engine = new PersonEngine(model, options);
        try
        {
            return engine.Run(run, cancellation);
        }
        finally
        {
            _engines.Add(engine);
        }
    }
}
