using System.Collections.Concurrent;
using Enteraxis.Simulation.Lanes;
using Enteraxis.Simulation.Runs;
using Enteraxis.Simulation.Solvers;

namespace Enteraxis.Simulation;

/// <summary>Runs people through a compiled model. May be called from many threads at once.</summary>
/// <remarks>
/// A course is a pure function of (model, options, run): the same bits whatever ran before or beside it and whichever outputs are asked for.
/// Randomness: jumps by thinning a keyed Poisson field (<see cref="Jumps.PoissonField"/>), drives exactly on an absolute grid
/// (<see cref="Drives.OrnsteinUhlenbeckPath"/>), draws of marks, events and initial values by their key.
/// </remarks>
public sealed class Simulator(CompiledModel model, SimulationOptions options)
{
    private const string WhyLanes = "several people at once in lanes, where the stiff method serves every model";

    private readonly ConcurrentBag<PersonEngine> _engines = [];
    private readonly ConcurrentBag<LaneExecutor> _executors = [];

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

    /// <summary>People at once: 1 where the options ask for one by one or for a method that lanes do not have.</summary>
    internal int Width => options.Executor == Executor.Lanes && options.Method != SolverKind.Explicit ? model.Lanes(options.LaneWidth).Width : 1;

    /// <summary>Runs people in lanes until there are no more.</summary>
    /// <param name="take">The next person; may wait for one only where its argument says so.</param>
    internal void RunLanes(Func<bool, (int Index, PersonRun Run)?> take, Action<int, Course> finish, CancellationToken cancellation)
    {
        if (!_executors.TryTake(out LaneExecutor? executor)) executor = new LaneExecutor(LaneFactory.Stepper(model.Lanes(options.LaneWidth)), options, WhyLanes);
        executor.Run(take, finish, cancellation);
        // One that was stopped midway holds people and is not used again.
        _executors.Add(executor);
    }
}
