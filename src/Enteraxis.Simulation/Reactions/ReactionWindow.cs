using Enteraxis.Simulation.Runs;
using Enteraxis.Simulation.Solvers;

namespace Enteraxis.Simulation.Reactions;

/// <summary>Steps from firing to firing, between which the state stands still.</summary>
internal sealed unsafe class ReactionWindow : StepWindow
{
    private readonly CompiledModel _model;
    private readonly ReactionClocks _clocks;
    private readonly double[] _memory;
    private readonly double* _y;
    private double* _parameters;
    private double _time, _stepEnd;
    private int _firings, _most;
    private bool _leaps;

    internal ReactionWindow(CompiledModel model)
    {
        _model = model;
        _clocks = new ReactionClocks(model.Reactions!);
        _memory = GC.AllocateArray<double>(Stepper.Padded(model.StateCount), pinned: true);
        fixed (double* y = _memory) _y = y;
    }

    public override string Method => "next reaction";
    public override double Time => _time;
    public override double StepEnd => _stepEnd;
    public override double* State => _y;
    public override double NextStep => 1;

    /// <summary>Firings.</summary>
    public override int Accepted => _firings;
    public override int Rejected => 0;
    public override bool Leapt => _leaps;

    internal void Start(PersonRun run, ReadOnlySpan<double> state, double* parameters, int mostFirings)
    {
        (_time, _stepEnd, _firings, _most, _leaps) = (run.Start, run.Start, 0, mostFirings, false);
        _parameters = parameters;
        state.CopyTo(_memory);
        _clocks.Begin(run);
        _clocks.Refresh(_time, _y, parameters);
    }

    /// <summary>Opens a step that ends at a limit, or at the next firing before it.</summary>
    /// <param name="free">Nothing looks at what lies before the limit: firings up to it are done at once, and the step is what is left.</param>
    internal StepOutcome Advance(double limit, bool free)
    {
        _leaps = false;
        while (free && _clocks.Next <= limit)
        {
            if (!Count()) return StepOutcome.TooManySteps;
            _time = _clocks.Next;
            _clocks.Fire(_y, _parameters);
        }
        _stepEnd = Math.Min(limit, _clocks.Next);
        return StepOutcome.Accepted;
    }

    public override void Interpolate(double time, double* state) => new Span<double>(_y, _model.StateCount).CopyTo(new Span<double>(state, _model.StateCount));

    public override void Interpolate(double time, double* state, ReadOnlySpan<int> which)
    {
        foreach (int i in which) state[i] = _y[i];
    }

    public override void Within(double earliest, double latest) { }

    public override void CloseAt(double time)
    {
        _time = _stepEnd = time;
        _leaps = _clocks.Next <= time;
        if (!_leaps) return;
        if (!Count()) throw RunFailure.At(time, FailureCause.TooManySteps, FormattableString.Invariant($"the budget of {_most} firings is spent"));
        _clocks.Fire(_y, _parameters);
    }

    public override void Restart(double nextStep) => _clocks.Refresh(_time, _y, _parameters);

    public override void Refresh() => _clocks.Refresh(_time, _y, _parameters);

    private bool Count() => ++_firings <= _most;
}
