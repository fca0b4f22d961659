using System.Runtime.ExceptionServices;
using Enteraxis.Simulation.Lanes;

namespace Enteraxis.Simulation;

/// <summary>Runs many people on several threads and hands the courses over in the order of the runs.</summary>
/// <remarks>Every course depends on its own run alone, so the results have the same bits for any number of threads.</remarks>
public sealed class EnsembleRunner
{
    // Courses computed ahead of the one that is waited for: bounds the memory when one run takes long.
    private const int AheadPerThread = 16;

    private readonly Simulator _simulator;
    private readonly int _threads, _ahead;
    private readonly LaneModel? _lanes;

    /// <param name="threads">0: one per processor.</param>
    public EnsembleRunner(Simulator simulator, int threads = 0)
    {
        (_simulator, _threads) = (simulator, threads > 0 ? threads : Environment.ProcessorCount);
        _lanes = simulator.Options.Executor == Executor.Lanes ? LaneFactory.Compile(simulator.Model, simulator.Options.LaneWidth) : null;
        _ahead = AheadPerThread * _threads * (_lanes?.Width ?? 1);
    }

    /// <summary>Calls <paramref name="inOrder"/> with (position, course) for each run, one call at a time, ascending.</summary>
    /// <exception cref="OperationCanceledException">After the runs under way have stopped; what was handed over stays valid.</exception>
    public EnsembleSummary Run(IReadOnlyList<PersonRun> runs, Action<int, Course> inOrder, CancellationToken cancellation = default)
    {
        Batch batch = new(this, runs, inOrder, cancellation);
        Thread[] others = new Thread[Math.Max(0, Math.Min(_threads, runs.Count) - 1)];
        for (int i = 0; i < others.Length; i++)
        {
            others[i] = new Thread(batch.Work) { IsBackground = true };
            others[i].Start();
        }
        batch.Work();
        foreach (Thread thread in others) thread.Join();
        batch.Error?.Throw();
        cancellation.ThrowIfCancellationRequested();
        return new(runs.Count, batch.Failures, batch.FirstFailure);
    }

    private sealed class Batch(EnsembleRunner owner, IReadOnlyList<PersonRun> runs, Action<int, Course> inOrder, CancellationToken cancellation)
    {
        private readonly object _gate = new();
        private readonly Dictionary<int, Course> _waiting = [];
        private int _next, _handed;
        private bool _handing;

        internal int Failures { get; private set; }
        internal string? FirstFailure { get; private set; }
        internal ExceptionDispatchInfo? Error { get; private set; }

        internal void Work()
        {
            try
            {
                if (owner._lanes is { } lanes)
                {
                    using LaneStepper stepper = LaneFactory.Stepper(lanes);
                    using LaneExecutor executor = new(stepper, owner._simulator.Options, "lanes");
                    executor.Run(mayWait => Take(mayWait) is int i ? (i, runs[i]) : null, Finish, cancellation);
                }
                else
                {
                    while (Take(mayWait: true) is int i) Finish(i, owner._simulator.Run(runs[i], cancellation));
                }
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                Stop(null);
            }
#pragma warning disable CA1031 // Whatever a callback or a run throws ends the batch and is thrown again on the caller's thread.
            catch (Exception e)
#pragma warning restore CA1031
            {
                Stop(ExceptionDispatchInfo.Capture(e));
            }
        }

        private int? Take(bool mayWait)
        {
            lock (_gate)
            {
                while (_next < runs.Count && _next >= _handed + owner._ahead)
                {
                    if (!mayWait) return null;
                    Monitor.Wait(_gate);
                }
                cancellation.ThrowIfCancellationRequested();
                return _next < runs.Count ? _next++ : null;
            }
        }

        private void Finish(int i, Course course)
        {
            lock (_gate)
            {
                _waiting.Add(i, course);
                if (_handing) return; // another thread is handing over and will come to this one
                _handing = true;
            }
            while (true)
            {
                Course? due;
                int position;
                lock (_gate)
                {
                    position = _handed;
                    if (!_waiting.Remove(position, out due))
                    {
                        _handing = false;
                        return;
                    }
                    if (due.Failure is not null)
                    {
                        Failures++;
                        FirstFailure ??= due.Failure;
                    }
                }
                inOrder(position, due);
                lock (_gate)
                {
                    _handed++;
                    Monitor.PulseAll(_gate);
                }
            }
        }

        private void Stop(ExceptionDispatchInfo? error)
        {
            lock (_gate)
            {
                Error ??= error;
                _next = runs.Count;
                Monitor.PulseAll(_gate);
            }
        }
    }
}
