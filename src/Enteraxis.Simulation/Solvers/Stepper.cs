using System.Runtime.CompilerServices;

namespace Enteraxis.Simulation.Solvers;

/// <summary>Advances one system by adaptive steps with dense output. Holds all its memory; a step allocates nothing. One per thread.</summary>
/// <remarks>
/// Use: <see cref="Start"/>, then <see cref="Advance"/> (leaves an accepted step open: <see cref="Interpolate(double, double*)"/> works on
/// [<see cref="Time"/>, <see cref="StepEnd"/>]), then <see cref="Close"/> at its end or before it. After a change of state or parameters call <see cref="Restart"/>.
/// </remarks>
public abstract unsafe class Stepper : StepWindow
{
    private readonly double[] _memory;
    private readonly StepController _controller = new();
    private double _time, _stepEnd, _earliest = double.NegativeInfinity, _latest = double.PositiveInfinity;

    private protected Stepper(IOdeSystem system, int vectors, int extra)
    {
        System = system;
        Stride = Padded(system.Size);
        _memory = GC.AllocateArray<double>((vectors + 3) * Stride + extra + VectorLoops.Width, pinned: true);
        double* p = (double*)Unsafe.AsPointer(ref _memory[0]);
        Y0 = p;
        Y1 = p + Stride;
        Work = p + 2 * Stride;
        Stages = p + 3 * Stride;
    }

    /// <summary>Length of vectors handed to the system: its size rounded up to a multiple of four, at least four.</summary>
    public static int Padded(int size) => Math.Max(VectorLoops.Width, (size + VectorLoops.Width - 1) / VectorLoops.Width * VectorLoops.Width);

    public override double Time => _time;
    public override double StepEnd => _stepEnd;
    public override double* State => Y0;
    public override double NextStep => _controller.Natural;
    public override int Accepted => _controller.Accepted;
    public override int Rejected => _controller.Rejected;

    private protected IOdeSystem System { get; }
    private protected int Stride { get; }
    private protected StepControl Control { get; private set; } = new(1e-6, 1e-9, double.PositiveInfinity, 1_000_000);
    private protected double* Y0, Y1, Work;
    private protected readonly double* Stages;

    /// <summary>Takes a state (copied). A first step that is not positive is chosen from the size of state and rates.</summary>
    public void Start(double time, ReadOnlySpan<double> state, StepControl control, double firstStep = 0)
    {
        Array.Clear(_memory);
        Control = control;
        (RateCalls, JacobianCalls) = (0, 0);
        state.CopyTo(new Span<double>(Y0, System.Size));
        (_time, _stepEnd) = (time, time);
        Within(double.NegativeInfinity, double.PositiveInfinity);
        Changed();
        _controller.Start(control);
        _controller.Restart(firstStep > 0 ? firstStep : FirstStep());
    }

    /// <summary>One accepted step that ends at <paramref name="limit"/> or before; the step size wanted afterwards does not suffer from the limit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public StepOutcome Advance(double limit)
    {
        _stepEnd = _time;
        if (!Prepare()) return StepOutcome.NotFinite;
        while (true)
        {
            StepOutcome outcome = _controller.Propose(_time, limit, out double step);
            if (outcome != StepOutcome.Accepted) return outcome;
            if (!_controller.Judge(Attempt(step))) continue;
            _stepEnd = _controller.EndOf(_time, limit);
            return StepOutcome.Accepted;
        }
    }

    // A step that reads itself is a fixed point: it is tried again with its own dense output until that moves by little of the tolerance.
    private double Attempt(double step)
    {
        const int most = 20;
        const double little = 0.03;
        System.BeginAttempt();
        double error = Try(step);
        if (!System.ReadsOwnStep) return error;
        double[] before = new double[System.Size];
        for (int i = 0; i < most && error < 1e10; i++)
        {
            _stepEnd = _time + step;
            new Span<double>(Y1, System.Size).CopyTo(before);
            System.Guess(this);
            error = Try(step);
            double moved = 0;
            for (int s = 0; s < System.Size; s++)
                moved = Math.Max(moved, Math.Abs(Y1[s] - before[s]) / (Control.AbsoluteTolerance + Control.RelativeTolerance * Math.Abs(Y1[s])));
            if (moved <= little) return error;
        }
        return double.PositiveInfinity;
    }

    /// <summary>Ends the open step at its end.</summary>
    public void Close()
    {
        double* old = Y0;
        Y0 = Y1;
        Y1 = old;
        _time = _stepEnd;
        // What was computed on this side of a break does not hold on the other.
        if (_stepEnd < _latest) Closed();
        else Changed();
    }

    public override void CloseAt(double time)
    {
        if (time >= _stepEnd)
        {
            Close();
            return;
        }
        Interpolate(time, Work);
        new Span<double>(Work, Stride).CopyTo(new Span<double>(Y0, Stride));
        (_time, _stepEnd) = (time, time);
        Changed();
    }

    public override void Within(double earliest, double latest) => (_earliest, _latest) = (earliest, latest);

    /// <summary>The time at which a stage reads the rates.</summary>
    private protected double StageTime(double time) => Math.Min(Math.Max(time, _earliest), _latest);

    public override void Restart(double nextStep)
    {
        Changed();
        _controller.Restart(nextStep > 0 ? nextStep : FirstStep());
    }

    public override void Refresh() => Changed();

    public override void Interpolate(double time, double* state) => Dense(Theta(time), state, null, System.Size);

    public override void Interpolate(double time, double* state, ReadOnlySpan<int> which)
    {
        fixed (int* w = which) Dense(Theta(time), state, w, which.Length);
    }

    private double Theta(double time) => Math.Clamp((time - _time) / (_stepEnd - _time), 0, 1);

    private double FirstStep()
    {
        if (System.Size == 0) return Math.Min(1, Control.MaximumStepDays);
        System.Rates(_time, Y0, Work);
        RateCalls++;
        return StepController.FirstStep(Y0, Work, System.Size, Control);
    }

    /// <summary>Whatever a first attempt needs; false where the rates at the start are not finite.</summary>
    private protected abstract bool Prepare();

    /// <summary>Tries a step, leaves the new state in Y1 and gives the error norm.</summary>
    private protected abstract double Try(double step);

    private protected abstract void Dense(double theta, double* state, int* which, int count);

    private protected abstract void Changed();

    private protected abstract void Closed();
}
