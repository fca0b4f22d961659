using Enteraxis.Numerics.LinearAlgebra;

namespace Enteraxis.Simulation.Solvers.Rosenbrock;

/// <summary>The matrix M/(hγ) − J of a Rosenbrock step, factored: M is 1 on the diagonal of states that a rate moves and 0 at algebraic ones.</summary>
/// <remarks>
/// Without algebraic states by sparse LU on the diagonal, which 1/(hγ) makes safe. At an algebraic state nothing stands on the diagonal but what the equations put
/// there, perhaps nothing, so that systems with them are factored densely with row pivoting.
/// </remarks>
internal sealed unsafe class StageMatrix
{
    private readonly SparseLuPlan _plan;
    private readonly SparseLu? _sparse;
    private readonly PivotedLu? _dense;
    private readonly bool[] _moved;

    internal StageMatrix(IOdeSystem system)
    {
        _plan = system.Plan;
        _moved = [.. Enumerable.Repeat(true, system.Size)];
        foreach (int i in system.Algebraic) _moved[i] = false;
        if (system.Algebraic.Length == 0) _sparse = new SparseLu(system.Plan);
        else _dense = new PivotedLu(system.Size);
    }

    /// <summary>False where it is singular.</summary>
    internal bool Factor(double shift, double* jacobian)
    {
        if (_sparse is not null) return _sparse.Factor(shift, jacobian);
        Span<double> a = _dense!.Matrix;
        a.Clear();
        int n = _plan.Size;
        int[] starts = _plan.Pattern.RowStarts, columns = _plan.Pattern.Columns;
        for (int r = 0; r < n; r++)
        {
            for (int e = starts[r]; e < starts[r + 1]; e++) a[r * n + columns[e]] = -jacobian[e];
            if (_moved[r]) a[r * n + r] += shift;
        }
        return _dense.Factor();
    }

    internal void Solve(double* b)
    {
        if (_sparse is not null) _sparse.Solve(b);
        else _dense!.Solve(b);
    }
}
