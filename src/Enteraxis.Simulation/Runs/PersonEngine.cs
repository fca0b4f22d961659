using Enteraxis.Simulation.Compiled;
using Enteraxis.Simulation.Events;
using Enteraxis.Simulation.Jumps;
using Enteraxis.Simulation.Solvers;
using Enteraxis.Simulation.Solvers.Rosenbrock;
using Enteraxis.Simulation.Solvers.Tsitouras;

namespace Enteraxis.Simulation.Runs;

/// <summary>One thread's memory for running people through one model, one after the other.</summary>
/// <remarks>
/// A round of the loop: what is due at this time (schedule, edges of drives, events), outputs, one step up to the next fixed time, then the first jump and
/// the first rising trigger within it; the earlier of them cuts the step. Outputs never end a step, so the course does not depend on them.
/// </remarks>
internal sealed unsafe class PersonEngine
{
    private const int AfterSchedule = 0, AfterEvent = 1, AfterJump = 2;

    private readonly CompiledModel _model;
    private readonly SimulationOptions _options;
    private readonly ModelSystem _system;
    private readonly DriveSet _drives;
    private readonly JumpFinder _finder;
    private readonly EventAgenda _agenda;
    private readonly ResolvedSchedule _schedule = new();
    private readonly OutputWriter _outputs;
    private readonly Assignments _assignments;
    private readonly RestartSteps _restarts;
    private readonly double[] _start;
    private readonly List<JumpRecord> _jumps = [];
    private RosenbrockStepper? _rosenbrock;
    private TsitourasStepper? _tsitouras;
    private Stepper? _stepper;
    private SolverChoice? _choice;

    internal PersonEngine(CompiledModel model, SimulationOptions options)
    {
        (_model, _options) = (model, options);
        _system = new(model);
        _drives = new(model);
        _finder = new(model, _drives);
        _agenda = new(model);
        _outputs = new(model, _drives);
        _assignments = new(model);
        _restarts = new(AfterJump + model.JumpCount);
        _start = GC.AllocateArray<double>(Stepper.Padded(model.StateCount), pinned: true);
    }

    internal Course Run(PersonRun run, CancellationToken cancellation)
    {
        if (!(run.End >= run.Start))
            throw new Numerics.InputException(FormattableString.Invariant($"The run ends on day {run.End}, before its start on day {run.Start}; swap them."));
        _jumps.Clear();
        (_stepper, _choice) = (null, null);
        _schedule.Begin(_model, run);
        _outputs.Begin(run);
        string? failure = null;
        try
        {
            Begin(run);
            Loop(run, cancellation);
        }
        catch (RunFailure e)
        {
            failure = e.Message;
        }
        ReadOnlySpan<double> final = _stepper is null ? _start.AsSpan(0, _model.StateCount) : new Span<double>(_stepper.State, _model.StateCount);
        return new Course
        {
            Values = _outputs.Values,
            Jumps = [.. _jumps],
            FinalStates = final.ToArray(),
            FinalParameters = _system.ParameterSpan[.._model.ParameterCount].ToArray(),
            Statistics = new(_stepper?.Method ?? "none", _choice?.Why ?? "the run did not begin", _stepper?.Accepted ?? 0, _stepper?.Rejected ?? 0,
                _stepper?.RateCalls ?? 0, _stepper?.JacobianCalls ?? 0, _finder.Evaluated),
            Failure = failure,
        };
    }

    private void Begin(PersonRun run)
    {
        double* p = _system.Parameters;
        fixed (double* y = _start)
        {
            _assignments.Initialise(run, y, p);
            _drives.Begin(run, _assignments, y, p);
            CheckFinite(run.Start, y);
        }
        _finder.Begin(run);
        _agenda.Begin();
        _restarts.Begin();
        ReadOnlySpan<double> state = _start.AsSpan(0, _model.StateCount);
        double span = run.End - run.Start;
        _choice = _options.Method == SolverKind.Automatic ? ChooseMethod.For(_system, run.Start, state, span) : new(_options.Method, "asked for by name");
        _stepper = _choice.Kind == SolverKind.Explicit ? _tsitouras ??= new(_system) : _rosenbrock ??= new(_system);
        double longest = Math.Min(_options.MaximumStepDays ?? (span > 0 ? span / 20 : 1), JumpFinder.MostPieces * _model.ShortestHazardHoldDays);
        _stepper.Start(run.Start, state, new(_options.RelativeTolerance, _options.AbsoluteTolerance, longest, _options.MaximumSteps));
    }

    private void Loop(PersonRun run, CancellationToken cancellation)
    {
        Stepper stepper = _stepper!;
        double* p = _system.Parameters;
        bool settle = true;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            settle |= AtFixedTime(stepper, p);
            if (settle || _agenda.NextDue <= stepper.Time) Settle(run, stepper, p);
            _outputs.WriteAt(stepper.Time, stepper.State, p);
            if (stepper.Time >= run.End) return;

            double limit = Math.Min(Math.Min(run.End, _schedule.NextTime), Math.Min(_agenda.NextDue, _drives.NextEdge(stepper.Time)));
            StepOutcome outcome = stepper.Advance(limit);
            if (outcome != StepOutcome.Accepted) throw Failed(outcome, stepper);
            _restarts.Learn(stepper.NextStep);

            int jump = -1;
            Candidate accepted = default;
            bool jumps = run.Randomness && _model.JumpCount > 0 && _finder.First(stepper, p, out jump, out accepted);
            double end = jumps ? accepted.Time : stepper.StepEnd;
            settle = false;
            if (_model.ContinuousTriggers.Length > 0 && _agenda.Watch.First(stepper, end, p, _options.EventTimeDays, out double triggered))
            {
                jumps &= triggered >= end;
                (end, settle) = (triggered, true);
            }
            _outputs.WriteBefore(end, stepper, p);
            stepper.CloseAt(end);
            if (jumps)
            {
                Jump(run, stepper, p, jump, accepted);
                settle = true;
            }
        }
    }

    // Schedule and edges of drives; true where triggers have to be looked at.
    private bool AtFixedTime(Stepper stepper, double* p)
    {
        bool any = false;
        double natural = stepper.NextStep;
        if (_drives.SetEdges(stepper.Time))
        {
            stepper.Refresh();
            any = true;
        }
        if (_schedule.NextTime <= stepper.Time)
        {
            _schedule.Apply(stepper.Time, stepper.State, p);
            CheckFinite(stepper.Time, stepper.State);
            stepper.Restart(_restarts.After(AfterSchedule, natural));
            any = true;
        }
        return any;
    }

    private void Settle(PersonRun run, Stepper stepper, double* p)
    {
        _drives.SetFree(stepper.Time);
        double natural = stepper.NextStep;
        if (!_agenda.Settle(stepper.Time, stepper.State, p, _assignments, run)) return;
        CheckFinite(stepper.Time, stepper.State);
        stepper.Restart(_restarts.After(AfterEvent, natural));
    }

    private void Jump(PersonRun run, Stepper stepper, double* p, int jump, Candidate accepted)
    {
        CompiledJump source = _model.Jumps[jump];
        _drives.SetFree(stepper.Time);
        double natural = stepper.NextStep;
        Numerics.Random.KeyedStream marks = StreamKeys.Marks(run.Seed, run.Person, source.Stream).Fork((ulong)accepted.Cell, accepted.Lane);
        double[] values = _assignments.Values(source.Assignments, stepper.Time, stepper.State, p, marks);
        Assignments.Assign(source.Assignments, values, stepper.State, p);
        CheckFinite(stepper.Time, stepper.State);
        _jumps.Add(new JumpRecord(accepted.Time, source.Name, source.Marks(values)));
        stepper.Restart(_restarts.After(AfterJump + jump, natural));
    }

    private void CheckFinite(double time, double* y)
    {
        for (int i = 0; i < _model.StateCount; i++)
            if (!double.IsFinite(y[i])) throw RunFailure.At(time, $"the state '{_model.Model.States[i].Name}' was set to a value that is not a finite number");
    }

    private RunFailure Failed(StepOutcome outcome, Stepper stepper)
    {
        double* rates = stackalloc double[Stepper.Padded(_model.StateCount)];
        double* y = stepper.State;
        _system.Rates(stepper.Time, y, rates);
        int worst = 0;
        double most = -1;
        for (int i = 0; i < _model.StateCount; i++)
        {
            double pace = double.IsFinite(rates[i]) ? Math.Abs(rates[i]) / (_options.AbsoluteTolerance + _options.RelativeTolerance * Math.Abs(y[i])) : double.PositiveInfinity;
            if (pace > most) (most, worst) = (pace, i);
        }
        string name = _model.StateCount > 0 ? _model.Model.States[worst].Name : "(none)";
        return RunFailure.At(stepper.Time, outcome switch
        {
            StepOutcome.NotFinite => $"the rate of the state '{name}' is not a finite number",
            StepOutcome.StepTooSmall => $"no step is short enough for the tolerances; the state '{name}' moves fastest",
            _ => FormattableString.Invariant($"the budget of {_options.MaximumSteps} steps is spent; the state '{name}' moves fastest"),
        });
    }
}
