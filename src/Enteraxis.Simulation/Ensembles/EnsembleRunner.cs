using System.Runtime.ExceptionServices;

namespace Enteraxis.Simulation.Ensembles;

/// <summary>Runs many people on several threads and hands the courses over in the order of the runs.</summary>
/// <remarks>
/// Every course depends on its own run alone, so the results have the same bits for any number of threads. Memory does not grow with the number of people:
/// each is made when a thread is free for her, and no thread runs far ahead of the course that is handed over next.
/// </remarks>
public sealed class EnsembleRunner
{
    // Courses computed ahead of the one that is waited for: bounds the memory when one run takes long.
    private const int AheadPerThread = 16;

    private readonly Simulator _simulator;
    private readonly EnsembleOptions _options;
    private readonly int _threads, _ahead;

    public EnsembleRunner(Simulator simulator, EnsembleOptions options)
    {
        (_simulator, _options, _threads) = (simulator, options, options.Threads > 0 ? options.Threads : Environment.ProcessorCount);
        _ahead = AheadPerThread * _threads * simulator.Width;
    }

    /// <param name="threads">0: one per processor.</param>
    public EnsembleRunner(Simulator simulator, int threads = 0) : this(simulator, new EnsembleOptions { Threads = threads }) { }

    /// <inheritdoc cref="Run(int, Func{int, PersonRun}, Action{int, Course}, CancellationToken)"/>
    public EnsembleSummary Run(IReadOnlyList<PersonRun> runs, Action<int, Course> inOrder, CancellationToken cancellation = default) =>
        Run(runs.Count, i => runs[i], inOrder, cancellation);

    /// <summary>Calls <paramref name="inOrder"/> with (position, course) for each run, one call at a time, ascending.</summary>
    /// <param name="person">Makes the run at a position; called from several threads at once, for each position once and only shortly before it is run.</param>
    /// <exception cref="EnsembleStoppedException">After the course with which too many had failed; it and those before were handed over.</exception>
    /// <exception cref="OperationCanceledException">After the runs under way have stopped; what was handed over stays valid.</exception>
    public EnsembleSummary Run(int count, Func<int, PersonRun> person, Action<int, Course> inOrder, CancellationToken cancellation = default)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Batch batch = new(this, count, person, inOrder, stop);
        Thread[] others = new Thread[Math.Max(0, Math.Min(_threads, count) - 1)];
        for (int i = 0; i < others.Length; i++)
        {
            others[i] = new Thread(batch.Work) { IsBackground = true };
            others[i].Start();
        }
        batch.Work();
        foreach (Thread thread in others) thread.Join();
        batch.Error?.Throw();
        cancellation.ThrowIfCancellationRequested();
        return batch.Summary();
    }

    private sealed class Batch(EnsembleRunner owner, int count, Func<int, PersonRun> person, Action<int, Course> inOrder, CancellationTokenSource stop)
    {
        private readonly object _gate = new();
        private readonly Dictionary<int, Course> _waiting = [];
        private readonly Tally _tally = new(owner._options);
        private int _next, _handed;
        private long _attempts, _lanesUsed;
        private bool _handing;

        internal ExceptionDispatchInfo? Error { get; private set; }

        internal EnsembleSummary Summary() => _tally.Summary(owner._simulator.Width, _attempts, _lanesUsed);

        internal void Work()
        {
            try
            {
                Simulator simulator = owner._simulator;
                if (simulator.InLanes)
                {
                    (long attempts, long used) = simulator.RunLanes(Take, Finish, stop.Token);
                    lock (_gate) (_attempts, _lanesUsed) = (_attempts + attempts, _lanesUsed + used);
                }
                else
                {
                    while (Take(mayWait: true) is (int i, PersonRun run)) Finish(i, run, simulator.Run(run, stop.Token));
                }
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
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

        private (int, PersonRun)? Take(bool mayWait) => Next(mayWait) is int i ? (i, person(i)) : null;

        private int? Next(bool mayWait)
        {
            lock (_gate)
            {
                while (_next < count && _next >= _handed + owner._ahead)
                {
                    if (!mayWait) return null;
                    Monitor.Wait(_gate);
                }
                stop.Token.ThrowIfCancellationRequested();
                return _next < count ? _next++ : null;
            }
        }

        private void Finish(int i, PersonRun run, Course course)
        {
            if (course.Failure is not null && owner._options.Retry) course = owner._simulator.SecondTry(run, course, stop.Token);
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
                }
                inOrder(position, due);
                _tally.Add(due);
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
                // The others need not bring home people whom nobody waits for.
                if (error is not null) stop.Cancel();
                _next = count;
                Monitor.PulseAll(_gate);
            }
        }
    }
}
