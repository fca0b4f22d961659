using Enteraxis.Modelling.Expressions;
using Enteraxis.Simulation.Compiled;
using Enteraxis.Simulation.Runs;
using Enteraxis.Simulation.Solvers;

namespace Enteraxis.Simulation.Delays;

/// <summary>Fills the slots of delayed values for one person: from the steps taken, from the open step, or from the time before the start.</summary>
/// <remarks>
/// Before the start, states and parameters have the values that their initial expressions have at that time (a person's own values stand still), as SBML has it.
/// Within an attempted step the past may be the step itself, where a lag is shorter than it: the attempt then reads a guess and is repeated until it agrees with itself.
/// </remarks>
internal sealed unsafe class DelayedValues
{
    // Steps are kept below the smallest constant lag, where that allows a span in so many.
    private const double StepsWorthwhile = 10_000;
    private const int Deepest = 32;

    private readonly CompiledModel _model;
    private readonly CompiledDelays _delays;
    private readonly Assignments _assignments;
    private readonly History _history;
    private readonly CarriedBreaks _breaks = new();
    private readonly Dictionary<Expr, int[]> _slotsOf = [];
    private readonly List<double[]> _states = [], _parameters = [];
    private readonly double[] _lags, _start;
    private double[] _snapshot = [], _past = [];
    private PersonRun? _run;
    private StepWindow? _window;
    private History.Piece? _guess;
    private bool _attempting;
    private int _depth;

    internal DelayedValues(CompiledModel model, CompiledDelays delays, Assignments assignments)
    {
        (_model, _delays, _assignments) = (model, delays, assignments);
        _history = new(delays.States, model.StateCount);
        _lags = new double[delays.Count];
        _start = GC.AllocateArray<double>(Stepper.Padded(model.StateCount), pinned: true);
    }

    /// <summary>True where the attempt under way has read its own step.</summary>
    internal bool ReadOwnStep { get; private set; }

    internal double NextBreak => _breaks.Next;

    /// <summary>Before initial values are computed: only the time before the start is known.</summary>
    internal void Begin(PersonRun run)
    {
        if (run.Events is not null)
            throw new Numerics.InputException($"The model '{_model.Model.Name}' has delayed values, and a run that goes on from another's end does not know the past; run it in one piece.");
        (_run, _window, _guess, _attempting, ReadOwnStep, _depth) = (run, null, null, false, false, 0);
        (_snapshot, _past) = ([], []);
        _history.Begin(run.Start);
        _breaks.Begin();
    }

    /// <summary>The start is known.</summary>
    internal void Start(double* y, double* p)
    {
        _past = Copy(p);
        _snapshot = _past;
        new Span<double>(y, _model.StateCount).CopyTo(_start);
        Happens(_run!.Start, y, p);
    }

    internal void Enter(StepWindow window) => _window = window;

    /// <summary>The longest step that reads no past within itself, where that is not too short to go by.</summary>
    internal double LongestStep(double span, double* y, double* p)
    {
        double least = double.PositiveInfinity;
        foreach (double lag in FixedLags(_run!.Start, y, p))
            if (lag * StepsWorthwhile >= span) least = Math.Min(least, lag);
        return least;
    }

    /// <summary>States or parameters have been changed at once.</summary>
    internal void Happens(double time, double* y, double* p) => _breaks.Happens(time, 0, FixedLags(time, y, p));

    /// <summary>Passes the days at which lags bring discontinuities back.</summary>
    internal void Pass(double time, double* y, double* p)
    {
        if (_breaks.Next <= time + TimeBreaks.Margin(time)) _breaks.Pass(time, FixedLags(time, y, p));
    }

    /// <summary>Keeps the open step up to an instant within it.</summary>
    internal void Keep(StepWindow step, double end, double* p)
    {
        if (!new Span<double>(p, _model.ParameterCount).SequenceEqual(_snapshot.AsSpan(0, _model.ParameterCount))) _snapshot = Copy(p);
        _history.Add(step, end, _snapshot);
        if (!_delays.Forgets || _run!.Schedule.Count > 0) return;
        double longest = 0;
        foreach (double lag in FixedLags(end, step.State, p)) longest = Math.Max(longest, lag);
        _history.Forget(end - longest);
    }

    internal void BeginAttempt() => (_guess, ReadOwnStep) = (null, false);

    /// <summary>Takes the attempt as the guess for its repetition.</summary>
    internal void Guess(StepWindow open, double* p)
    {
        _guess = _history.Sample(open, open.StepEnd, _snapshot);
        ReadOwnStep = false;
    }

    /// <summary>The slots that an expression reads.</summary>
    internal int[] SlotsOf(Expr e) => _slotsOf.TryGetValue(e, out int[]? known) ? known : _slotsOf[e] = _delays.SlotsIn(_model.Model.Graph, e);

    /// <summary>Fills slots for whatever reads them at a time, within a step that is attempted.</summary>
    internal void SetInAttempt(int[] slots, double time, double* y, double* p)
    {
        _attempting = true;
        Set(slots, time, y, p);
        _attempting = false;
    }

    /// <summary>Fills slots for whatever reads them at a time.</summary>
    internal void Set(int[] slots, double time, double* y, double* p)
    {
        foreach (int k in slots) p[_delays.First + k] = Value(k, time, y, p);
    }

    private double Value(int k, double time, double* y, double* p)
    {
        if (_depth >= Deepest) throw RunFailure.At(time, FailureCause.Delay, "delayed values read each other without end");
        _depth++;
        double lag, value;
        foreach (int j in _delays.LagNeeds[k]) p[_delays.First + j] = Value(j, time, y, p);
        _delays.Lags[k](time, y, p, &lag);
        if (!(lag >= 0)) throw RunFailure.At(time, FailureCause.Delay, FormattableString.Invariant($"a delay is {lag}; it must be 0 or more"));
        double then = time - lag;
        if (then < time) Find(then, _delays.ValueNeeds[k].Length > 0, ref y, ref p);
        foreach (int j in _delays.ValueNeeds[k]) p[_delays.First + j] = Value(j, then, y, p);
        _delays.Values[k](then, y, p, &value);
        _depth--;
        return value;
    }

    // States and parameters at an earlier time; own: the parameters' slots will be written to.
    private void Find(double time, bool own, ref double* y, ref double* p)
    {
        while (_states.Count <= _depth)
        {
            _states.Add(GC.AllocateArray<double>(Stepper.Padded(_model.StateCount), pinned: true));
            _parameters.Add(GC.AllocateArray<double>(_model.SlotCount, pinned: true));
        }
        // All these arrays are pinned for good; fixed only names their places.
        fixed (double* states = _states[_depth], parameters = _parameters[_depth])
        {
            y = states;
            // What rounding alone puts before an instant of change is at it; attempts keep off such instants themselves.
            double at = _attempting ? time : time + TimeBreaks.Margin(time);
            if (at < _run!.Start)
            {
                Past(time, states, parameters);
                p = parameters;
                return;
            }
            if (at < _history.End)
            {
                History.Piece piece = _history.At(at) ?? throw RunFailure.At(time, FailureCause.Delay, "a delay looks further back than was kept");
                _history.Read(piece, time, states);
                fixed (double* then = piece.Parameters) p = then;
            }
            else
            {
                Current(time, states);
            }
            if (!own || p == parameters) return;
            new Span<double>(p, _model.ParameterCount).CopyTo(new Span<double>(parameters, _model.ParameterCount));
            p = parameters;
        }
    }

    private void Past(double time, double* y, double* p)
    {
        _start.AsSpan(0, _model.StateCount).CopyTo(new Span<double>(y, _model.StateCount));
        if (_past.Length > 0) _past.AsSpan(0, _model.ParameterCount).CopyTo(new Span<double>(p, _model.ParameterCount));
        if (_past.Length == 0 || _delays.PastMoves) _assignments.Initialise(_run!, time, y, p, _past.Length == 0 ? [] : _model.AlgebraicStates);
    }

    // At the end of what is known or after it: the open step, or a guess at the one that is attempted.
    private void Current(double time, double* y)
    {
        if (_window is null)
        {
            _start.AsSpan(0, _model.StateCount).CopyTo(new Span<double>(y, _model.StateCount));
            return;
        }
        if (!_attempting && time <= _window.StepEnd && _window.StepEnd > _window.Time)
        {
            _window.Interpolate(time, y, _delays.States);
            return;
        }
        double* state = _window.State;
        if (_attempting && time > _window.Time)
        {
            ReadOwnStep = true;
            if (_guess is not null)
            {
                _history.Read(_guess, time, y);
                return;
            }
        }
        foreach (int i in _delays.States) y[i] = state[i];
    }

    private ReadOnlySpan<double> FixedLags(double time, double* y, double* p)
    {
        int count = 0;
        for (int k = 0; k < _delays.Count; k++)
        {
            if (!_delays.FixedLag[k]) continue;
            double lag;
            _delays.Lags[k](time, y, p, &lag);
            if (lag > 0) _lags[count++] = lag;
        }
        return _lags.AsSpan(0, count);
    }

    private double[] Copy(double* p)
    {
        double[] copy = GC.AllocateArray<double>(_model.SlotCount, pinned: true);
        new Span<double>(p, _model.ParameterCount).CopyTo(copy);
        return copy;
    }
}
