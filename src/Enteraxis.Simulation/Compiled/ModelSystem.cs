using Enteraxis.Modelling.Compilation;
using Enteraxis.Numerics.LinearAlgebra;
using Enteraxis.Simulation.Solvers;

namespace Enteraxis.Simulation.Compiled;

/// <summary>The differential equations of a compiled model with one thread's parameters.</summary>
internal sealed unsafe class ModelSystem : IOdeSystem
{
    private readonly ModelFunction _rates, _linear;
    private readonly int[] _timeDependent;
    private readonly double[] _parameterMemory, _outputMemory;
    private readonly double* _outputs;

    internal ModelSystem(CompiledModel model)
    {
        (_rates, _linear, _timeDependent, Plan, Size) = (model.RatesFunction, model.LinearFunction, model.TimeDependentRates, model.Plan, model.StateCount);
        Algebraic = model.AlgebraicStates;
        _parameterMemory = GC.AllocateArray<double>(Math.Max(1, model.ParameterCount), pinned: true);
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

    public void Rates(double time, double* y, double* rates) => _rates(time, y, Parameters, rates);

    public void Linearise(double time, double* y, double* rates, double* timeDerivative, double* jacobian)
    {
        _linear(time, y, Parameters, _outputs);
        new Span<double>(_outputs, Size).CopyTo(new Span<double>(rates, Size));
        for (int i = 0; i < _timeDependent.Length; i++) timeDerivative[_timeDependent[i]] = _outputs[Size + i];
        int entries = Plan.Pattern.Count;
        new Span<double>(_outputs + Size + _timeDependent.Length, entries).CopyTo(new Span<double>(jacobian, entries));
    }
}
