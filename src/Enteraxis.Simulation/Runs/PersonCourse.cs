using Enteraxis.Simulation.Compiled;
using Enteraxis.Simulation.Delays;
using Enteraxis.Simulation.Events;
using Enteraxis.Simulation.Jumps;
using Enteraxis.Simulation.Solvers;

namespace Enteraxis.Simulation.Runs;

/// <summary>One person's way through a model, but for the steps themselves: those come from whoever steps one person or several at once.</summary>
/// <remarks>
/// A round: <see cref="BeforeStep"/> does what is due at this time (schedule, edges of drives, events, outputs) and says how far a step may go; the step;
/// <see cref="AfterStep"/> finds the first jump and the first rising trigger within it, and the earlier of them cuts it. Outputs never end a step, so the
/// course does not depend on them. Holds one person's memory and is used for one after the other.
/// </remarks>
internal sealed unsafe class PersonCourse
{
    private const int AfterSchedule = 0, AfterEvent = 1, AfterJump = 2;

    private readonly CompiledModel _model;
    private readonly SimulationOptions _options;
    private readonly ModelSystem _system;
    private readonly DriveSet _drives;
    private readonly JumpFinder _finder;
    private readonly EventAgenda _agenda;
    private readonly ResolvedSchedule _schedule = new();
    private readonly Assignments _assignments;
    private readonly ConsistentStates _consistent;
    private readonly DelayedValues? _delays;
    private readonly RestartSteps _restarts;
    private readonly double[] _start;
    private readonly List<JumpRecord> _jumps = [];
    private PersonRun _run = new() { Seed = 0, Person = 0, End = 0, OutputTimes = [] };
    private StepWindow? _window;
    private bool _settle;
    private int _jump = -1;
    private Candidate _accepted;
    private double _break;
    private (int Accepted, int Rejected, int Rates, int Jacobians) _earlier;

    internal PersonCourse(CompiledModel model, SimulationOptions options)
    {
        (_model, _options) = (model, options);
        _system = new(model);
        _drives = new(model);
        _finder = new(model, _drives);
        _agenda = new(model);
        Outputs = new(model, _drives);
        _assignments = new(model);
        _consistent = new(model, _system, options);
        _restarts = new(AfterJump + model.JumpCount);
        _delays = model.Delays is { } delays ? new DelayedValues(model, delays, _assignments) : null;
        _system.Delays = _finder.Delays = _agenda.Watch.Delays = Outputs.Delays = _assignments.Delays = _delays;
        _start = GC.AllocateArray<double>(Stepper.Padded(model.StateCount), pinned: true);
    }

    /// <summary>The equations with this person's parameters.</summary>
    internal ModelSystem System => _system;

    internal ReadOnlySpan<double> Start => _start.AsSpan(0, _model.StateCount);

    internal DriveSet Drives => _drives;

    internal OutputWriter Outputs { get; }

    /// <summary>Up to when rows of observables lie within the open step, after <see cref="Cut"/>.</summary>
    internal double RowsBefore { get; private set; }

    /// <summary>The next day whose observables are asked for.</summary>
    internal double NextOutput => Outputs.NextTime;

    /// <summary>True where jumps are to be looked for within each step.</summary>
    internal bool Jumps => _run.Randomness && _model.JumpCount > 0;

    /// <summary>Sets the person's parameters and state at the start.</summary>
    /// <exception cref="RunFailure">A start that is no number.</exception>
    internal void Begin(PersonRun run)
    {
        if (!(run.End >= run.Start))
            throw new Numerics.InputException(FormattableString.Invariant($"The run ends on day {run.End}, before its start on day {run.Start}; swap them."));
        (_run, _window, _settle, _break, _earlier) = (run, null, true, double.NegativeInfinity, default);
        _jumps.Clear();
        _schedule.Begin(_model, run);
        Outputs.Begin(run);
        _finder.Begin(run);
        _agenda.Begin(run.Events);
        _restarts.Begin();
        double* p = _system.Parameters;
        fixed (double* y = _start)
        {
            _delays?.Begin(run);
            _assignments.Initialise(run, run.Start, y, p);
            _drives.Begin(run, _assignments, y, p);
            MakeConsistent(run, y, p);
            CheckFinite(run.Start, y);
            _delays?.Start(y, p);
        }
    }

    private void MakeConsistent(PersonRun run, double* y, double* p)
    {
        const int most = 100;
        for (int i = 0; _consistent.Solve(run.Start, y) && _model.StartsReadAlgebra; i++)
        {
            if (i == most) throw RunFailure.At(run.Start, FailureCause.Algebra, "initial values and algebraic equations that read each other come to no rest; give the initial values numbers");
            _assignments.Initialise(run, run.Start, y, p, _model.AlgebraicStates);
            _drives.Begin(run, _assignments, y, p);
        }
    }

    /// <summary>Tolerances and longest step of this run.</summary>
    internal StepControl Control()
    {
        double span = _run.End - _run.Start;
        double longest = Math.Min(_options.MaximumStepDays ?? (span > 0 ? span / 20 : 1), JumpFinder.MostPieces * _model.ShortestHazardHoldDays);
        if (_delays is not null && _model.RateSlots.Length > 0)
            fixed (double* y = _start) longest = Math.Min(longest, _delays.LongestStep(span, y, _system.Parameters));
        return new(_options.RelativeTolerance, _options.AbsoluteTolerance, longest, _options.MaximumSteps);
    }

    /// <summary>Takes the window whose steps the person goes by from now on; it stands at the start, or where another has come to.</summary>
    internal void Enter(StepWindow window)
    {
        if (_window is { } before)
            _earlier = (_earlier.Accepted + before.Accepted, _earlier.Rejected + before.Rejected, _earlier.Rates + before.RateCalls, _earlier.Jacobians + before.JacobianCalls);
        _window = window;
        _delays?.Enter(window);
    }

    /// <summary>Does all that is due now; false at the end of the run, else the next step may go up to <paramref name="limit"/>.</summary>
    internal bool BeforeStep(out double limit)
    {
        StepWindow window = _window!;
        _settle |= AtFixedTime(window);
        if (_settle || _agenda.NextDue <= window.Time) Settle(_run, window, _system.Parameters);
        // A window in lanes gathers its state where it is asked for, so it is asked for only where it is read.
        if (Outputs.NextTime <= window.Time) Outputs.WriteAt(window.Time, window.State, _system.Parameters);
        limit = Math.Min(Math.Min(_run.End, _schedule.NextTime), Math.Min(_agenda.NextDue, _drives.NextEdge(window.Time)));
        if (_model.Breaks.Count > 0 || _delays is not null) limit = Math.Min(limit, NextBreak(window));
        return window.Time < _run.End;
    }

    /// <summary>After an accepted step: cuts it at what happens within, and lets it happen.</summary>
    internal void AfterStep()
    {
        double end = Cut();
        Outputs.WriteBefore(RowsBefore, _window!, _system.Parameters);
        Close(end);
    }

    /// <summary>Where the open step ends: at its own end, or at the first thing that happens within.</summary>
    internal double Cut()
    {
        StepWindow window = _window!;
        double* p = _system.Parameters;
        _restarts.Learn(window.NextStep);
        _jump = -1;
        double end = Jumps && _finder.First(window, p, out _jump, out _accepted) ? _accepted.Time : window.StepEnd;
        _settle = false;
        if (_model.ContinuousTriggers.Length > 0 && _agenda.Watch.First(window, end, p, _options.EventTimeDays, out double triggered))
        {
            if (triggered < end) _jump = -1;
            (end, _settle) = (triggered, true);
        }
        // A trigger is found a little after its instant, and delays end at it but for rounding: rows within what that may be show the values after it.
        RowsBefore = end - (_settle ? _options.EventTimeDays : _agenda.NextDue <= end ? TimeBreaks.Margin(end) : 0);
        return end;
    }

    /// <summary>Ends the open step where <see cref="Cut"/> said; what jumps there jumps.</summary>
    internal void Close(double end)
    {
        StepWindow window = _window!;
        _delays?.Keep(window, end, _system.Parameters);
        bool cut = end < window.StepEnd;
        window.CloseAt(end);
        _settle |= window.Leapt;
        // Dense output meets algebraic equations only within the tolerances.
        if (cut && _model.AlgebraicStates.Length > 0) _consistent.Solve(window.Time, window.State);
        if (_jump < 0) return;
        Jump(_run, window, _system.Parameters, _jump, _accepted);
        _settle = true;
    }

    /// <summary>The course as far as it came.</summary>
    internal Course Finish(RunFailure? failure, string method, string why)
    {
        ReadOnlySpan<double> final = _window is null ? Start : new Span<double>(_window.State, _model.StateCount);
        return new Course
        {
            Values = Outputs.Values,
            Jumps = [.. _jumps],
            FinalStates = final.ToArray(),
            FinalParameters = _system.ParameterSpan[.._model.ParameterCount].ToArray(),
            FinalEvents = _agenda.Memory(),
            Statistics = new(method, why, _earlier.Accepted + (_window?.Accepted ?? 0), _earlier.Rejected + (_window?.Rejected ?? 0), _earlier.Rates + (_window?.RateCalls ?? 0),
                _earlier.Jacobians + (_window?.JacobianCalls ?? 0), _finder.Evaluated),
            Failure = failure?.Message,
            Cause = failure?.Cause,
        };
    }

    // Rates of the step to come are read on its own sides of the breaks at which it begins and ends.
    private double NextBreak(StepWindow window)
    {
        double begun = _break;
        _break = _model.Breaks.Next(window.Time, window.State, _system.Parameters);
        if (_delays is not null)
        {
            _delays.Pass(window.Time, window.State, _system.Parameters);
            _break = Math.Min(_break, _delays.NextBreak);
        }
        window.Within(window.Time == begun ? begun + TimeBreaks.Margin(begun) : double.NegativeInfinity, _break - TimeBreaks.Margin(_break));
        return _break;
    }

    // Schedule and edges of drives; true where triggers have to be looked at.
    private bool AtFixedTime(StepWindow window)
    {
        bool any = false;
        double natural = window.NextStep;
        if (_drives.SetEdges(window.Time))
        {
            window.Refresh();
            any = true;
        }
        if (_schedule.NextTime <= window.Time)
        {
            _consistent.SettleExtents(window.Time, window.State);
            _schedule.Apply(window.Time, window.State, _system.Parameters);
            _consistent.Solve(window.Time, window.State);
            _delays?.Happens(window.Time, window.State, _system.Parameters);
            CheckFinite(window.Time, window.State);
            window.Restart(_restarts.After(AfterSchedule, natural));
            any = true;
        }
        return any;
    }

    private void Settle(PersonRun run, StepWindow window, double* p)
    {
        _drives.SetFree(window.Time);
        double natural = window.NextStep;
        if (!_agenda.Settle(window.Time, window.State, p, _assignments, _consistent, run)) return;
        _delays?.Happens(window.Time, window.State, p);
        CheckFinite(window.Time, window.State);
        window.Restart(_restarts.After(AfterEvent, natural));
    }

    private void Jump(PersonRun run, StepWindow window, double* p, int jump, Candidate accepted)
    {
        CompiledJump source = _model.Jumps[jump];
        _drives.SetFree(window.Time);
        double natural = window.NextStep;
        Numerics.Random.KeyedStream marks = StreamKeys.Marks(run.Seed, run.Person, source.Stream).Fork((ulong)accepted.Cell, accepted.Lane);
        double[] values = _assignments.Values(source.Assignments, window.Time, window.State, p, marks);
        Assignments.Assign(source.Assignments, values, window.State, p);
        _consistent.Solve(window.Time, window.State);
        _delays?.Happens(window.Time, window.State, p);
        CheckFinite(window.Time, window.State);
        _jumps.Add(new JumpRecord(accepted.Time, source.Name, source.Marks(values)));
        window.Restart(_restarts.After(AfterJump + jump, natural));
    }

    private void CheckFinite(double time, double* y)
    {
        for (int i = 0; i < _model.StateCount; i++)
            if (!double.IsFinite(y[i])) throw RunFailure.At(time, FailureCause.StateNotFinite, $"the state '{_model.Model.States[i].Name}' was set to a value that is not a finite number");
    }

    /// <summary>Why no step could be taken.</summary>
    internal RunFailure Failed(StepOutcome outcome)
    {
        StepWindow window = _window!;
        double* rates = stackalloc double[Stepper.Padded(_model.StateCount)];
        double* y = window.State;
        _system.Rates(window.Time, y, rates);
        int worst = 0;
        double most = -1;
        for (int i = 0; i < _model.StateCount; i++)
        {
            double pace = double.IsFinite(rates[i]) ? Math.Abs(rates[i]) / (_options.AbsoluteTolerance + _options.RelativeTolerance * Math.Abs(y[i])) : double.PositiveInfinity;
            if (pace > most) (most, worst) = (pace, i);
            // Lanes see rates that are no numbers only as steps without end.
            if (outcome == StepOutcome.StepTooSmall && !double.IsFinite(rates[i])) outcome = StepOutcome.NotFinite;
        }
        string name = _model.StateCount > 0 ? _model.Model.States[worst].Name : "(none)";
        (FailureCause cause, string what) = outcome switch
        {
            StepOutcome.NotFinite => (FailureCause.RateNotFinite, $"the rate of the state '{name}' is not a finite number"),
            StepOutcome.StepTooSmall => (FailureCause.StepTooSmall, $"no step is short enough for the tolerances; the state '{name}' moves fastest"),
            _ => (FailureCause.TooManySteps, FormattableString.Invariant($"the budget of {_options.MaximumSteps} steps is spent; the state '{name}' moves fastest")),
        };
        return RunFailure.At(window.Time, cause, what);
    }
}
