using System.Runtime.CompilerServices;
using Enteraxis.Simulation.Compiled;
using Enteraxis.Simulation.Delays;
using Enteraxis.Simulation.Runs;
using Enteraxis.Simulation.Solvers;

namespace Enteraxis.Simulation.Events;

/// <summary>Keeps the truth of every trigger and finds the first time within an open step at which one becomes true.</summary>
/// <remarks>
/// Triggers that read a state or time are sampled at the quarters of a step and located by bisection of their truth on the dense output: it needs no
/// sign-changing function, so that any logic of comparisons is handled alike. Two changes of one trigger within a quarter of a step go unseen; a
/// shorter <see cref="SimulationOptions.MaximumStepDays"/> guards against that. Triggers of parameters alone change only when a discrete change does.
/// </remarks>
internal sealed unsafe class TriggerWatch
{
    private const int Samples = 4;

    private readonly CompiledModel _model;
    private readonly double[] _yMemory, _oMemory;
    private readonly double* _y, _o;

    internal TriggerWatch(CompiledModel model)
    {
        _model = model;
        Truth = new bool[model.EventCount];
        Watched = new bool[model.EventCount];
        _yMemory = GC.AllocateArray<double>(Stepper.Padded(model.StateCount), pinned: true);
        _oMemory = GC.AllocateArray<double>(Math.Max(1, model.EventCount), pinned: true);
        fixed (double* y = _yMemory, o = _oMemory)
        {
            _y = y;
            _o = o;
        }
    }

    /// <summary>What each trigger was when last looked at.</summary>
    internal bool[] Truth { get; }

    /// <summary>Triggers whose fall matters too: an execution is pending that the fall would cancel.</summary>
    internal bool[] Watched { get; }

    /// <summary>The truth of trigger e at the point last evaluated by <see cref="EvaluateAt"/>.</summary>
    internal bool IsTrue(int e) => _o[e] != 0;

    /// <summary>Fills the slots of delayed values; null where the model has none.</summary>
    internal DelayedValues? Delays { get; set; }

    internal void EvaluateAt(double time, double* y, double* parameters)
    {
        if (_model.TriggerSlots.Length > 0) Delays!.Set(_model.TriggerSlots, time, y, parameters);
        _model.TriggerFunction(time, y, parameters, _o);
    }

    /// <summary>True where a trigger rises (or a watched one falls) within (step.Time, to]; the time is one at which it has done so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal bool First(StepWindow step, double to, double* parameters, double tolerance, out double time)
    {
        double low = step.Time, span = to - low;
        for (int s = 1; s <= Samples; s++)
        {
            double high = s == Samples ? to : step.Time + span * s / Samples;
            if (Changes(step, high, parameters, out bool timeOnly))
            {
                time = Bisect(step, low, high, parameters, tolerance, timeOnly);
                return true;
            }
            foreach (int e in _model.ContinuousTriggers) Truth[e] = IsTrue(e);
            low = high;
        }
        time = to;
        return false;
    }

    private double Bisect(StepWindow step, double low, double high, double* parameters, double tolerance, bool timeOnly)
    {
        while (true)
        {
            double middle = 0.5 * (low + high);
            if (!(middle > low && middle < high) || !timeOnly && high - low <= 0.5 * tolerance) return high;
            if (Changes(step, middle, parameters, out bool onlyTime)) (high, timeOnly) = (middle, onlyTime);
            else low = middle;
        }
    }

    // timeOnly: every trigger that changed is a function of time and parameters.
    private bool Changes(StepWindow step, double time, double* parameters, out bool timeOnly)
    {
        step.Interpolate(time, _y, _model.TriggerStates);
        EvaluateAt(time, _y, parameters);
        bool changed = false;
        timeOnly = true;
        foreach (int e in _model.ContinuousTriggers)
        {
            bool now = IsTrue(e);
            if (now == Truth[e] || !now && !Watched[e]) continue;
            changed = true;
            timeOnly &= _model.Events[e].TimeOnly;
        }
        return changed;
    }
}
