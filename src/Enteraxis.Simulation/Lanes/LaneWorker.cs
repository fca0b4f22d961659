using Enteraxis.Simulation.Solvers;

namespace Enteraxis.Simulation.Lanes;

/// <summary>One thread's lanes, of either method: people of the other method wait until the lanes of this one have run dry.</summary>
internal sealed class LaneWorker(LaneModel model, SimulationOptions options, LaneMethod method)
{
    private readonly Queue<LanePerson> _stiff = [], _others = [];
    private LaneExecutor? _rosenbrock, _tsitouras;

    /// <inheritdoc cref="Simulator.RunLanes"/>
    internal (long Attempts, long LanesUsed) Run(Func<bool, (int Index, PersonRun Run)?> take, Action<int, PersonRun, Course> finish, CancellationToken cancellation)
    {
        long attempts = 0, used = 0;
        SolverKind kind = SolverKind.Rosenbrock;
        while (true)
        {
            SolverKind now = kind;
            kind = now == SolverKind.Explicit ? SolverKind.Rosenbrock : SolverKind.Explicit;
            if (Next(now, take, mayWait: true) is LanePerson first)
            {
                // Lanes are made where someone is there for them.
                Queue(now).Enqueue(first);
                LaneExecutor lanes = Lanes(now);
                (long a, long u) = (lanes.Attempts, lanes.LanesUsed);
                lanes.Run(mayWait => Next(now, take, mayWait), finish, cancellation);
                (attempts, used) = (attempts + lanes.Attempts - a, used + lanes.LanesUsed - u);
            }
            else if (Queue(kind).Count == 0)
            {
                return (attempts, used);
            }
        }
    }

    private Queue<LanePerson> Queue(SolverKind kind) => kind == SolverKind.Explicit ? _others : _stiff;

    private LaneExecutor Lanes(SolverKind kind) => kind == SolverKind.Explicit
        ? _tsitouras ??= new(LaneFactory.Stepper(model, kind), options)
        : _rosenbrock ??= new(LaneFactory.Stepper(model, kind), options);

    // Waits only where nobody is held here: those who wait elsewhere may wait for her.
    private LanePerson? Next(SolverKind kind, Func<bool, (int Index, PersonRun Run)?> take, bool mayWait)
    {
        Queue<LanePerson> own = Queue(kind), other = Queue(kind == SolverKind.Explicit ? SolverKind.Rosenbrock : SolverKind.Explicit);
        if (own.TryDequeue(out LanePerson? waiting)) return waiting;
        while (other.Count < model.Width && take(mayWait && other.Count == 0) is (int index, PersonRun run))
        {
            SolverChoice choice = method.For(run);
            LanePerson person = new(index, run, choice.Why);
            if (choice.Kind == kind) return person;
            other.Enqueue(person);
        }
        return null;
    }
}
