using System.Runtime.CompilerServices;

namespace Enteraxis.Simulation.Solvers.Rosenbrock;

/// <summary>Rodas5P for stiff systems and those with algebraic states: one Jacobian a step, one factorisation an attempt, eight solves.</summary>
/// <remarks>
/// Stage k solves (M/(hγ) − J) u = f + h d ∂f/∂t + M Σ (c/h) u_j. Algebraic states must begin consistently (index 1); they are held to the same tolerances as the others.
/// When not: systems that are not stiff, where <see cref="Tsitouras.TsitourasStepper"/> is three to five times cheaper a step;
/// rates with noise or kinks inside a step, whose Jacobian says little.
/// </remarks>
public sealed unsafe class RosenbrockStepper : Stepper
{
    private const int S = RosenbrockTableau.Stages;

    private readonly StageMatrix _matrix;
    private readonly int[] _algebraic;
    private readonly double[] _residuals;
    private readonly double* _rates, _timeDerivative, _jacobian, _k, _c;
    private bool _linearised, _dense;

    public RosenbrockStepper(IOdeSystem system) : base(system, S + 5, Padded(system.Plan.Pattern.Count) + S)
    {
        _matrix = new StageMatrix(system);
        _algebraic = system.Algebraic;
        _residuals = new double[_algebraic.Length];
        double* p = Stages + S * Stride;
        _rates = p;
        _timeDerivative = p + Stride;
        _k = p + 2 * Stride;
        _jacobian = p + 5 * Stride;
        _c = _jacobian + Padded(system.Plan.Pattern.Count);
    }

    public override string Method => "Rodas5P";

    private protected override bool Prepare()
    {
        if (_linearised) return true;
        System.Linearise(StageTime(Time), Y0, _rates, _timeDerivative, _jacobian);
        RateCalls++;
        JacobianCalls++;
        for (int i = 0; i < System.Size; i++)
        {
            if (!double.IsFinite(_rates[i])) return false;
            // ∂f/∂t may be infinite at an isolated instant (a root of time); the method keeps order 1 without it there.
            if (!double.IsFinite(_timeDerivative[i])) _timeDerivative[i] = 0;
        }
        // So may entries of ∂f/∂y (a root of a state at zero); what error control then allows is taken.
        for (int e = 0; e < System.Plan.Pattern.Count; e++)
            if (!double.IsFinite(_jacobian[e])) _jacobian[e] = 0;
        _linearised = true;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private protected override double Try(double h)
    {
        _dense = false;
        if (!_matrix.Factor(1 / (h * RosenbrockTableau.Gamma), _jacobian)) return double.PositiveInfinity;
        double inverse = 1 / h;
        int n = System.Size;
        double* argument = Work;
        for (int k = 0; k < S; k++)
        {
            double* u = Stages + k * Stride;
            double* f = _rates;
            if (k > 0)
            {
                if (k < 6)
                {
                    fixed (double* a = RosenbrockTableau.A[k]) VectorLoops.Combine(Work, Y0, Stages, Stride, a, k);
                }
                else
                {
                    _c[0] = 1;
                    VectorLoops.Combine(k == 6 ? Work : Y1, Work, Stages + (k - 1) * Stride, Stride, _c, 1);
                    if (k == 7) argument = Y1;
                }
                System.Rates(StageTime(Time + RosenbrockTableau.Nodes[k] * h), argument, u);
                RateCalls++;
                f = u;
            }
            double[] row = RosenbrockTableau.C[k];
            for (int j = 0; j < k; j++) _c[j] = row[j] * inverse;
            if (_algebraic.Length == 0) VectorLoops.Combine(u, f, Stages, Stride, _c, k);
            else CombineMoved(u, f, k);
            double d = RosenbrockTableau.D[k] * h;
            if (d != 0)
            {
                _c[0] = d;
                VectorLoops.Combine(u, u, _timeDerivative, Stride, _c, 1);
            }
            _matrix.Solve(u);
        }
        double* error = Stages + (S - 1) * Stride;
        _c[0] = 1;
        VectorLoops.Combine(Y1, Y1, error, Stride, _c, 1);
        return VectorLoops.ErrorNorm(error, Y0, Y1, n, Stride, Control.RelativeTolerance, Control.AbsoluteTolerance);
    }

    // The sum over earlier stages is multiplied by M: rows of algebraic states keep f alone.
    private void CombineMoved(double* u, double* f, int k)
    {
        for (int a = 0; a < _algebraic.Length; a++) _residuals[a] = f[_algebraic[a]];
        VectorLoops.Combine(u, f, Stages, Stride, _c, k);
        for (int a = 0; a < _algebraic.Length; a++) u[_algebraic[a]] = _residuals[a];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private protected override void Dense(double theta, double* state, int* which, int count)
    {
        if (!_dense)
        {
            for (int m = 0; m < 3; m++)
                fixed (double* row = RosenbrockTableau.H[m]) VectorLoops.Sum(_k + m * Stride, Stages, Stride, row, S);
            _dense = true;
        }
        double rest = 1 - theta;
        double* k1 = _k, k2 = _k + Stride, k3 = _k + 2 * Stride;
        for (int e = 0; e < count; e++)
        {
            int i = which == null ? e : which[e];
            state[i] = rest * Y0[i] + theta * (Y1[i] + rest * (k1[i] + theta * (k2[i] + theta * k3[i])));
        }
    }

    private protected override void Changed() => _linearised = false;

    private protected override void Closed() => _linearised = false;
}
