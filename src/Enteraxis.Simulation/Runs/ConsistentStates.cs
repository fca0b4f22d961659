using Enteraxis.Numerics.LinearAlgebra;
using Enteraxis.Simulation.Compiled;
using Enteraxis.Simulation.Solvers;

namespace Enteraxis.Simulation.Runs;

/// <summary>Gives algebraic states the values that make their residuals zero, the others held: at the start and after every discrete change.</summary>
/// <remarks>
/// Newton's method from the values before, damped by the natural test: a step is halved until the simplified correction that would follow is smaller than it.
/// The matrix of the residuals' derivatives by the algebraic states must be regular there (index 1).
/// Reference: Deuflhard: Newton Methods for Nonlinear Problems (2004), 3.3.
/// </remarks>
internal sealed unsafe class ConsistentStates
{
    private const int MostSteps = 100;
    private const double Rounding = 1e-13, LeastDamping = 1e-6;

    private readonly CompiledModel _model;
    private readonly ModelSystem _system;
    private readonly double _relative, _absolute;
    private readonly int[] _unknowns, _place;
    private readonly PivotedLu _lu;
    private readonly double[] _memory;
    private readonly double* _rates, _slope, _jacobian, _correction, _next, _before;
    private readonly FastRest? _fast;

    internal ConsistentStates(CompiledModel model, ModelSystem system, SimulationOptions options)
    {
        (_model, _system, _unknowns) = (model, system, system.Algebraic);
        (_relative, _absolute) = (options.RelativeTolerance, options.AbsoluteTolerance);
        _lu = new PivotedLu(_unknowns.Length);
        _place = new int[model.StateCount];
        Array.Fill(_place, -1);
        for (int i = 0; i < _unknowns.Length; i++) _place[_unknowns[i]] = i;
        if (model.Fast is not null) _fast = new FastRest(model.Fast, system);
        int n = Stepper.Padded(model.StateCount);
        _memory = GC.AllocateArray<double>(5 * n + Math.Max(1, system.Plan.Pattern.Count), pinned: true);
        fixed (double* m = _memory)
        {
            _rates = m;
            _slope = m + n;
            _correction = m + 2 * n;
            _next = m + 3 * n;
            _before = m + 4 * n;
            _jacobian = m + 5 * n;
        }
    }

    /// <summary>Puts the extents of fast reactions into the states that they change; true where there was something to put.</summary>
    internal bool SettleExtents(double time, double* y) => _fast is not null && _fast.Fold(time, y);

    /// <summary>True where a value moved.</summary>
    /// <exception cref="RunFailure">There is no root near, or the equations do not determine their unknowns.</exception>
    internal bool Solve(double time, double* y)
    {
        _fast?.Reach(time, y);
        if (_unknowns.Length == 0) return _fast is not null;
        for (int i = 0; i < _unknowns.Length; i++)
        {
            _before[i] = y[_unknowns[i]];
            if (!double.IsFinite(y[_unknowns[i]])) y[_unknowns[i]] = 1;
        }
        double damping = 1;
        bool nudged = false;
        for (int step = 0; step < MostSteps; step++)
        {
            if (!Linearise(time, y))
            {
                // At the guess alone the matrix may be singular where at the root it is not: once, look from beside it.
                if (nudged) throw Singular(time);
                nudged = true;
                for (int i = 0; i < _unknowns.Length; i++) y[_unknowns[i]] += 1e-2 * (1 + Math.Abs(y[_unknowns[i]])) * (1 + 0.37 * Math.Sin(1 + 2.3 * i));
                continue;
            }
            for (int i = 0; i < _unknowns.Length; i++) _correction[i] = -_rates[_unknowns[i]];
            _lu.Solve(_correction);
            double size = Norm(_correction, y);
            if (!double.IsFinite(size)) break;
            if (size <= 1)
            {
                // Within the tolerances already: this correction squares the error, and it is done.
                for (int i = 0; i < _unknowns.Length; i++) y[_unknowns[i]] += _correction[i];
                if (size <= 1e-4 || Rests(y)) return Moved(y);
                continue;
            }
            if (!Damp(time, y, size, ref damping)) break;
        }
        throw RunFailure.At(time, FailureCause.Algebra, $"no solution of the algebraic equations for {Names()} is found from the values before; give initial values nearer to one");
    }

    private bool Linearise(double time, double* y)
    {
        new Span<double>(_slope, _model.StateCount).Clear();
        _system.Linearise(time, y, _rates, _slope, _jacobian);
        Span<double> a = _lu.Matrix;
        a.Clear();
        int[] starts = _system.Plan.Pattern.RowStarts, columns = _system.Plan.Pattern.Columns;
        for (int i = 0; i < _unknowns.Length; i++)
            for (int e = starts[_unknowns[i]]; e < starts[_unknowns[i] + 1]; e++)
                if (_place[columns[e]] >= 0) a[i * _unknowns.Length + _place[columns[e]]] = _jacobian[e];
        return _lu.Factor(Rounding);
    }

    // Takes a damped step; false where none makes the next correction smaller.
    private bool Damp(double time, double* y, double size, ref double damping)
    {
        double* from = stackalloc double[_unknowns.Length];
        for (int i = 0; i < _unknowns.Length; i++) from[i] = y[_unknowns[i]];
        for (damping = Math.Min(1, 4 * damping); damping >= LeastDamping; damping *= 0.5)
        {
            for (int i = 0; i < _unknowns.Length; i++) y[_unknowns[i]] = from[i] + damping * _correction[i];
            _system.Rates(time, y, _rates);
            for (int i = 0; i < _unknowns.Length; i++) _next[i] = -_rates[_unknowns[i]];
            _lu.Solve(_next);
            if (Norm(_next, y) <= (1 - 0.25 * damping) * size) return true;
        }
        return false;
    }

    /// <summary>Largest correction against the tolerances.</summary>
    private double Norm(double* correction, double* y)
    {
        double most = 0;
        for (int i = 0; i < _unknowns.Length; i++)
        {
            if (correction[i] == 0) continue;
            double q = Math.Abs(correction[i]) / (_absolute + _relative * Math.Abs(y[_unknowns[i]]));
            if (double.IsNaN(q)) return q;
            most = Math.Max(most, q);
        }
        return most;
    }

    // A correction at the level of rounding cannot be bettered.
    private bool Rests(double* y)
    {
        for (int i = 0; i < _unknowns.Length; i++)
            if (Math.Abs(_correction[i]) > 1e-14 * Math.Abs(y[_unknowns[i]])) return false;
        return true;
    }

    private bool Moved(double* y)
    {
        for (int i = 0; i < _unknowns.Length; i++)
            if (y[_unknowns[i]] != _before[i]) return true;
        return false;
    }

    private RunFailure Singular(double time)
    {
        string name = _model.Model.States[_unknowns[_lu.SingularColumn]].Name;
        return RunFailure.At(time, FailureCause.Algebra,
            $"the algebraic equations do not determine '{name}' (of {Names()}): their derivatives by it are zero or follow from each other, so they are of a higher index than 1; write an equation that holds it");
    }

    private string Names()
    {
        const int most = 5;
        string names = string.Join(", ", _unknowns.Take(most).Select(i => $"'{_model.Model.States[i].Name}'"));
        return _unknowns.Length > most ? $"{names} and {_unknowns.Length - most} more" : names;
    }
}
