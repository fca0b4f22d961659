using System.Runtime.InteropServices;
using Enteraxis.Simulation.Compiled;
using Enteraxis.Simulation.Solvers;

namespace Enteraxis.Simulation.Lanes;

/// <summary>One lane of a <see cref="LaneStepper"/> as a person's open step.</summary>
internal sealed unsafe class LaneWindow : StepWindow
{
    private readonly LaneStepper _stepper;
    private readonly int _lane;
    private readonly ModelSystem _system;
    private readonly StepController _controller = new();
    private readonly double[] _stateMemory, _parametersBefore, _values;
    private readonly double* _state;
    private StepControl _control = new(1e-6, 1e-9, double.PositiveInfinity, 1_000_000);
    private double _time, _stepEnd;
    private bool _mirrored;

    internal LaneWindow(LaneStepper stepper, int lane, ModelSystem system)
    {
        (_stepper, _lane, _system) = (stepper, lane, system);
        _stateMemory = GC.AllocateArray<double>(Stepper.Padded(stepper.Model.Size), pinned: true);
        _parametersBefore = new double[stepper.Model.Model.ParameterCount];
        _values = new double[Math.Max(1, stepper.Model.PersonCount)];
        fixed (double* y = _stateMemory) _state = y;
    }

    public override string Method => _stepper.Method;
    public override double Time => _time;
    public override double StepEnd => _stepEnd;
    public override double NextStep => _controller.Natural;
    public override int Accepted => _controller.Accepted;
    public override int Rejected => _controller.Rejected;

    /// <summary>A copy of the lane, gathered where it is asked for; written back by <see cref="Restart"/>.</summary>
    public override double* State
    {
        get
        {
            double* from = _stepper.IsClosing(_lane) ? _stepper.After : _stepper.Before;
            if (!_mirrored) for (int i = 0; i < _stepper.Model.Size; i++) _state[i] = from[i * _stepper.Width + _lane];
            _mirrored = true;
            return _state;
        }
    }

    internal void Start(double time, ReadOnlySpan<double> state, StepControl control)
    {
        _control = control;
        (RateCalls, JacobianCalls) = (0, 0);
        (_time, _stepEnd) = (time, time);
        _stepper.Time[_lane] = time;
        _stepper.Relative[_lane] = control.RelativeTolerance;
        _stepper.Absolute[_lane] = control.AbsoluteTolerance;
        Within(double.NegativeInfinity, double.PositiveInfinity);
        state.CopyTo(_stateMemory);
        _mirrored = true;
        _controller.Start(control);
        AllValues();
        Restart(0);
    }

    /// <summary>Sets the lane's next step.</summary>
    internal StepOutcome Propose(double limit)
    {
        StepOutcome outcome = _controller.Propose(_time, limit, out double step);
        _stepper.Step[_lane] = step;
        return outcome;
    }

    /// <summary>After an attempt: true where the lane's step is accepted and now open.</summary>
    internal bool Judge(double limit)
    {
        RateCalls += _stepper.RatesPerAttempt;
        JacobianCalls += _stepper.JacobiansPerAttempt;
        if (!_controller.Judge(_stepper.Error[_lane], _stepper.ErrorLog[_lane])) return false;
        _stepEnd = _controller.EndOf(_time, limit);
        return true;
    }

    public override void Within(double earliest, double latest) => (_stepper.Earliest[_lane], _stepper.Latest[_lane]) = (earliest, latest);

    public override void Interpolate(double time, double* state) => _stepper.Interpolate(_lane, Theta(time), state);

    public override void Interpolate(double time, double* state, ReadOnlySpan<int> which) => _stepper.Interpolate(_lane, Theta(time), state, which);

    /// <summary>Largest sampled hazards of this lane, a lane's width apart; null where none were sampled.</summary>
    internal double* Maxima { get; set; }

    // What is no number is left to the one-by-one search, which can say when and which.
    public override bool HazardMaxima(Span<double> maxima)
    {
        if (Maxima == null) return false;
        for (int j = 0; j < maxima.Length; j++)
        {
            maxima[j] = Maxima[j * _stepper.Width];
            if (!double.IsFinite(maxima[j])) return false;
        }
        return true;
    }

    public override void CloseAt(double time)
    {
        if (time >= _stepEnd)
        {
            _stepper.Close(_lane);
            _time = _stepEnd;
            _mirrored = false;
            // What was computed on this side of a break does not hold on the other.
            if (_stepEnd >= _stepper.Latest[_lane]) _stepper.Changed(_lane);
        }
        else
        {
            Interpolate(time, _state);
            Scatter();
            (_time, _stepEnd) = (time, time);
            _stepper.Changed(_lane);
        }
        _stepper.Time[_lane] = _time;
    }

    public override void Restart(double nextStep)
    {
        if (_mirrored) Scatter();
        _stepper.Changed(_lane);
        Refresh();
        _controller.Restart(nextStep > 0 ? nextStep : FirstStep());
    }

    public override void Refresh()
    {
        ReadOnlySpan<double> now = _system.ParameterSpan[.._parametersBefore.Length];
        if (MemoryMarshal.Cast<double, long>(now).SequenceEqual(MemoryMarshal.Cast<double, long>(_parametersBefore))) return;
        _stepper.Changed(_lane);
        bool[] moving = _stepper.Model.MovingParameters;
        for (int i = 0; i < now.Length; i++)
        {
            if (moving[i] || BitConverter.DoubleToInt64Bits(now[i]) == BitConverter.DoubleToInt64Bits(_parametersBefore[i])) continue;
            AllValues();
            return;
        }
        now.CopyTo(_parametersBefore);
        int[] slots = _stepper.Model.MovingSlots;
        fixed (double* values = _values)
        {
            _stepper.Model.MovingFunction(0, _state, _system.Parameters, values);
            for (int i = 0; i < slots.Length; i++) _stepper.Person[slots[i] * _stepper.Width + _lane] = values[i];
        }
    }

    /// <summary>Writes what drives that change within the step hold at a time.</summary>
    internal void SetRestless(Runs.DriveSet drives, double time)
    {
        foreach ((int drive, int slot) in _stepper.Model.RestlessDrives) _stepper.Person[slot * _stepper.Width + _lane] = drives.At(drive, time);
    }

    internal double Theta(double time) => Math.Clamp((time - _time) / (_stepEnd - _time), 0, 1);

    private void Scatter()
    {
        _stepper.Reopen(_lane);
        for (int i = 0; i < _stepper.Model.Size; i++) _stepper.Before[i * _stepper.Width + _lane] = _state[i];
        _mirrored = true;
    }

    private void AllValues()
    {
        _system.ParameterSpan[.._parametersBefore.Length].CopyTo(_parametersBefore);
        fixed (double* values = _values)
        {
            _stepper.Model.PersonFunction(0, _state, _system.Parameters, values);
            for (int i = 0; i < _stepper.Model.PersonCount; i++) _stepper.Person[i * _stepper.Width + _lane] = values[i];
        }
    }

    private double FirstStep()
    {
        if (_stepper.Model.Size == 0) return Math.Min(1, _control.MaximumStepDays);
        double* rates = stackalloc double[Stepper.Padded(_stepper.Model.Size)];
        _system.Rates(_time, State, rates);
        RateCalls++;
        return StepController.FirstStep(State, rates, _stepper.Model.Size, _control);
    }
}
