using Enteraxis.Modelling.Compilation;
using Enteraxis.Numerics.LinearAlgebra;
using Enteraxis.Simulation.Delays;
using Enteraxis.Simulation.Solvers;

namespace Enteraxis.Simulation.Compiled;

/// <summary>The differential equations of a compiled model with one thread's parameters.</summary>
internal sealed unsafe class ModelSystem : IOdeSystem
{
    private readonly CompiledModel _model;
    private readonly ModelFunction _rates;
    private readonly int[] _timeDependent, _slots;
    private readonly double[] _parameterMemory, _outputMemory;
    private readonly double* _outputs;

    internal ModelSystem(CompiledModel model)
    {
        (_model, _rates, _timeDependent, Plan, Size) = (model, model.RatesFunction, model.TimeDependentRates, model.Plan, model.StateCount);
        Algebraic = model.AlgebraicStates;
        _slots = model.RateSlots;
        _parameterMemory = GC.AllocateArray<double>(Math.Max(1, model.SlotCount), pinned: true);
        _outputMemory = GC.AllocateArray<double>(Math.Max(1, Size + _timeDependent.Length + Plan.Pattern.Count), pinned: true);
        fixed (double* p = _parameterMemory, o = _outputMemory)
        {
            Parameters = p;
            _outputs = o;
        }
    }

    public int Size { get; }
    public SparseLuPlan Plan { get; }
    public int[] Algebraic { get; }

    /// <summary>The parameter vector, pinned for the life of this object.</summary>
    internal double* Parameters { get; }

    internal Span<double> ParameterSpan => _parameterMemory;

    /// <summary>Fills the slots of delayed values; null where the model has none.</summary>
    internal DelayedValues? Delays { get; set; }

    /// <summary>What linearises; compiled code where nothing else was given.</summary>
    internal ModelFunction? Linear { private get; set; }

    public bool ReadsOwnStep => Delays?.ReadOwnStep == true;

    public void BeginAttempt() => Delays?.BeginAttempt();

    public void Guess(StepWindow open) => Delays?.Guess(open, Parameters);

    public void Rates(double time, double* y, double* rates)
    {
        if (_slots.Length > 0) Delays!.SetInAttempt(_slots, time, y, Parameters);
        _rates(time, y, Parameters, rates);
    }

    public void Linearise(double time, double* y, double* rates, double* timeDerivative, double* jacobian)
    {
        if (_slots.Length > 0) Delays!.SetInAttempt(_slots, time, y, Parameters);
        (Linear ??= _model.LinearFunction)(time, y, Parameters, _outputs);
        new Span<double>(_outputs, Size).CopyTo(new Span<double>(rates, Size));
        for (int i = 0; i < _timeDependent.Length; i++) timeDerivative[_timeDependent[i]] = _outputs[Size + i];
        int entries = Plan.Pattern.Count;
        new Span<double>(_outputs + Size + _timeDependent.Length, entries).CopyTo(new Span<double>(jacobian, entries));
        if (_slots.Length > 0) DifferenceByTime(time, y, rates, timeDerivative);
    }

    // Delayed values move with time and have no derivative in the graph. The difference is forward: into the step to come.
    private void DifferenceByTime(double time, double* y, double* rates, double* timeDerivative)
    {
        double shift = 1e-8 * Math.Max(1, Math.Abs(time));
        Rates(time + shift, y, timeDerivative);
        for (int i = 0; i < Size; i++) timeDerivative[i] = (timeDerivative[i] - rates[i]) / shift;
    }
}
