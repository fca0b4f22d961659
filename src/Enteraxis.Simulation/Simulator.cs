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
    // How much tighter a second try is.
    private const double Tighter = 0.01, Tightest = 1e-12;

    private readonly ConcurrentBag<PersonEngine> _engines = [], _secondTries = [];
    private readonly ConcurrentBag<LaneWorker> _workers = [];
    private readonly LaneMethod _laneMethod = new(model, options);

    public CompiledModel Model => model;

    public SimulationOptions Options => options;

    /// <summary>One course. Numerical trouble is told in <see cref="Course.Failure"/>, with the rows not reached NaN.</summary>
    /// <remarks>
    /// Changes of the schedule before the start are taken as past; those at the start and at the end are applied. A run that goes on from another's
    /// final values therefore leaves out the changes at its start.
    /// </remarks>
    /// <exception cref="Numerics.InputException">An unknown name, a schedule or output days out of order, a value for something that is computed.</exception>
    /// <exception cref="OperationCanceledException"/>
    public Course Run(PersonRun run, CancellationToken cancellation = default) => Run(_engines, options, run, cancellation);

    internal bool InLanes => options.Executor == Executor.Lanes && model.OneByOne is null;

    /// <summary>People at once.</summary>
    internal int Width => InLanes ? model.Lanes(options.LaneWidth).Width : 1;

    /// <summary>The course of someone whose first try failed: one by one, by the stiff method at a hundredth of the tolerances.</summary>
    internal Course SecondTry(PersonRun run, Course first, CancellationToken cancellation)
    {
        SimulationOptions tight = options with
        {
            Method = SolverKind.Rosenbrock, Executor = Executor.Scalar,
            RelativeTolerance = Math.Max(Math.Min(Tightest, options.RelativeTolerance), Tighter * options.RelativeTolerance), AbsoluteTolerance = Tighter * options.AbsoluteTolerance,
        };
        return Run(_secondTries, tight, run, cancellation) with { FirstTry = first.Failure };
    }

    /// <summary>Runs people in lanes until there are no more.</summary>
    /// <param name="take">The next person; may wait for one only where its argument says so.</param>
    /// <returns>Attempted steps, and lanes that held a person in them.</returns>
    internal (long Attempts, long LanesUsed) RunLanes(Func<bool, (int Index, PersonRun Run)?> take, Action<int, PersonRun, Course> finish, CancellationToken cancellation)
    {
        if (!_workers.TryTake(out LaneWorker? worker)) worker = new LaneWorker(model.Lanes(options.LaneWidth), options, _laneMethod);
        (long, long) work = worker.Run(take, finish, cancellation);
        // One that was stopped midway holds people and is not used again.
        _workers.Add(worker);
        return work;
    }

    private Course Run(ConcurrentBag<PersonEngine> engines, SimulationOptions with, PersonRun run, CancellationToken cancellation)
    {
        if (!engines.TryTake(out PersonEngine? engine)) engine = new PersonEngine(model, with);
        try
        {
            return engine.Run(run, cancellation);
        }
        finally
        {
            engines.Add(engine);
        }
    }
}
