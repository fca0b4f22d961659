using System.Runtime.CompilerServices;

namespace Enteraxis.Simulation.Solvers;

/// <summary>Advances one system by adaptive steps with dense output. Holds all its memory; a step allocates nothing. One per thread.</summary>
/// <remarks>
/// Use: <see cref="Start"/>, then <see cref="Advance"/> (leaves an accepted step open: <see cref="Interpolate(double, double*)"/> works on
/// [<see cref="Time"/>, <see cref="StepEnd"/>]), then <see cref="Close"/> at its end or before it. After a change of state or parameters call <see cref="Restart"/>.
/// Step sizes follow a proportional–integral controller: h ← h·0.9·err^(−0.7/5)·previous^(0.4/5) within [0.2, 6].
/// Reference: Hairer, Wanner: Solving Ordinary Differential Equations II, IV.2 and IV.8.
/// </remarks>
public abstract unsafe class Stepper
{
    private const double Safety = 0.9, Shrink = 0.2, Grow = 6, Alpha = 0.7 / 5, Beta = 0.4 / 5;

    private readonly double[] _memory;
    private double _previousError = 1, _natural;
    private int _attempts;

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

    public abstract string Method { get; }
    public double Time { get; private set; }
    public double StepEnd { get; private set; }

    /// <summary>The state at <see cref="Time"/>; may be changed between <see cref="Close"/> and <see cref="Restart"/>.</summary>
    public double* State => Y0;

    /// <summary>What the controller wants next, before any limit.</summary>
    public double NextStep => _natural;

    public int Accepted { get; private set; }
    public int Rejected { get; private set; }
    public int RateCalls { get; private protected set; }
    public int JacobianCalls { get; private protected set; }

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
        (Accepted, Rejected, RateCalls, JacobianCalls, _attempts, _previousError) = (0, 0, 0, 0, 0, 1);
        state.CopyTo(new Span<double>(Y0, System.Size));
        (Time, StepEnd) = (time, time);
        Changed();
        _natural = firstStep > 0 ? firstStep : FirstStep();
    }

    /// <summary>One accepted step that ends at <paramref name="limit"/> or before; the step size wanted afterwards does not suffer from the limit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public StepOutcome Advance(double limit)
    {
        StepEnd = Time;
        double h = Math.Min(_natural, Control.MaximumStepDays);
        if (!Prepare()) return StepOutcome.NotFinite;
        bool rejectedBefore = false;
        while (true)
        {
            if (_attempts++ >= Control.MaximumSteps) return StepOutcome.TooManySteps;
            bool last = Time + h * 1.000001 >= limit;
            double step = last ? limit - Time : h;
            if (Time + step == Time && !last || !(step > 0)) return StepOutcome.StepTooSmall;
            double error = Try(step);
            if (!(error < 1e10)) error = 1e10;
            double factor = Safety * Math.Pow(Math.Max(error, 1e-10), -Alpha) * Math.Pow(Math.Max(_previousError, 1e-4), Beta);
            if (error <= 1)
            {
                Accepted++;
                factor = Math.Clamp(factor, Shrink, rejectedBefore ? 1 : Grow);
                _natural = last ? Math.Max(Math.Min(h, Control.MaximumStepDays), step * factor) : step * factor;
                // A step cut short by a limit says little about the next one's error.
                if (!last || step > 0.5 * h) _previousError = error;
                if (last && step > 0.5 * h && factor < 1) _natural = step * factor;
                StepEnd = last ? limit : Time + step;
                return StepOutcome.Accepted;
            }
            Rejected++;
            rejectedBefore = true;
            // After a rejection the integral part would remember a state of affairs that no longer holds.
            h = step * Math.Clamp(Safety * Math.Pow(error, -0.2), Shrink, 0.9);
        }
    }

    /// <summary>Ends the open step at its end.</summary>
    public void Close()
    {
        double* old = Y0;
        Y0 = Y1;
        Y1 = old;
        Time = StepEnd;
        Closed();
    }

    /// <summary>Ends the open step at an earlier time, by the dense output.</summary>
    public void CloseAt(double time)
    {
        if (time >= StepEnd)
        {
            Close();
            return;
        }
        Interpolate(time, Work);
        new Span<double>(Work, Stride).CopyTo(new Span<double>(Y0, Stride));
        (Time, StepEnd) = (time, time);
        Changed();
    }

    /// <summary>State or parameters have changed: forgets what was kept from the step before and goes on with the given step.</summary>
    public void Restart(double nextStep)
    {
        Changed();
        _previousError = 1;
        _natural = nextStep > 0 ? nextStep : FirstStep();
    }

    /// <summary>Parameters have changed so little that step and memory of the controller stay (the edge of a held drive).</summary>
    public void Refresh() => Changed();

    /// <summary>The state within the open step.</summary>
    public void Interpolate(double time, double* state) => Dense(Theta(time), state, null, System.Size);

    /// <summary>The chosen states within the open step, each at its own place.</summary>
    public void Interpolate(double time, double* state, ReadOnlySpan<int> which)
    {
        fixed (int* w = which) Dense(Theta(time), state, w, which.Length);
    }

    private double Theta(double time) => Math.Clamp((time - Time) / (StepEnd - Time), 0, 1);

    private double FirstStep()
    {
        if (System.Size == 0) return Math.Min(1, Control.MaximumStepDays);
        System.Rates(Time, Y0, Work);
        RateCalls++;
        double size = 0, rate = 0;
        for (int i = 0; i < System.Size; i++)
        {
            double weight = Control.AbsoluteTolerance + Control.RelativeTolerance * Math.Abs(Y0[i]);
            size += Y0[i] / weight * (Y0[i] / weight);
            rate += Work[i] / weight * (Work[i] / weight);
        }
        double h = size < 1e-10 || rate < 1e-10 ? 1e-6 : 0.01 * Math.Sqrt(size / rate);
        return double.IsFinite(h) && h > 0 ? Math.Min(h, Control.MaximumStepDays) : 1e-6;
    }

    /// <summary>Whatever a first attempt needs; false where the rates at the start are not finite.</summary>
    private protected abstract bool Prepare();

    /// <summary>Tries a step, leaves the new state in Y1 and gives the error norm.</summary>
    private protected abstract double Try(double step);

    private protected abstract void Dense(double theta, double* state, int* which, int count);

    private protected abstract void Changed();

    private protected abstract void Closed();
}
