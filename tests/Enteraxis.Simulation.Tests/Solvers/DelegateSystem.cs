using Enteraxis.Numerics.LinearAlgebra;
using Enteraxis.Simulation.Solvers;
using Enteraxis.Simulation.Solvers.Rosenbrock;
using Enteraxis.Simulation.Solvers.Tsitouras;

namespace Enteraxis.Simulation.Tests.Solvers;

/// <summary>A system given by plain functions, with a full Jacobian (row by row) by hand.</summary>
internal sealed unsafe class DelegateSystem(int size, Action<double, double[], double[]> rates, Action<double, double[], double[]> jacobian,
    Action<double, double[], double[]>? timeDerivative = null) : IOdeSystem
{
    private readonly double[] _y = new double[size], _f = new double[size], _j = new double[size * size];

    public int Size => size;

    public SparseLuPlan Plan { get; } = new(SparsePattern.FromEntries(size, Enumerable.Range(0, size * size).Select(e => (e / size, e % size))));

    public void Rates(double time, double* y, double* f)
    {
        new Span<double>(y, size).CopyTo(_y);
        rates(time, _y, _f);
        _f.CopyTo(new Span<double>(f, size));
    }

    public void Linearise(double time, double* y, double* f, double* ft, double* j)
    {
        Rates(time, y, f);
        jacobian(time, _y, _j);
        _j.CopyTo(new Span<double>(j, size * size));
        Array.Clear(_f);
        timeDerivative?.Invoke(time, _y, _f);
        _f.CopyTo(new Span<double>(ft, size));
    }

    public Stepper Stepper(SolverKind kind) => kind == SolverKind.Explicit ? new TsitourasStepper(this) : new RosenbrockStepper(this);

    /// <summary>The state at the end; <paramref name="fixedStep"/> switches error control off.</summary>
    public double[] Integrate(SolverKind kind, double[] start, double end, double tolerance, double? fixedStep = null, Action<Stepper>? eachStep = null)
    {
        Stepper s = Stepper(kind);
        if (fixedStep is double h) s.Start(0, start, new StepControl(1e30, 1e30, h, 10_000_000), h);
        else s.Start(0, start, new StepControl(tolerance, tolerance * 1e-6, double.PositiveInfinity, 10_000_000));
        while (s.Time < end)
        {
            Assert.Equal(StepOutcome.Accepted, s.Advance(end));
            eachStep?.Invoke(s);
            s.Close();
        }
        return new Span<double>(s.State, size).ToArray();
    }
}
