using Enteraxis.Numerics.LinearAlgebra;
using Enteraxis.Simulation.Compiled;
using Enteraxis.Simulation.Solvers;

namespace Enteraxis.Simulation.Runs;

/// <summary>Lets fast reactions run until they rest, all else held: near enough for Newton's method to find the very place.</summary>
/// <remarks>
/// A rate law has several zeros (k·A·B where A or B is used up) and only the one that the reaction runs into is meant. So dξ/dτ = v(ξ) is followed by the linearly implicit
/// Euler method, whose step is doubled while one step and two halves agree within a tenth, until steps are far longer than any time constant (pseudo-transient continuation).
/// Algebraic states, where there are any, follow along.
/// Reference: Kelley, Keyes: Convergence analysis of pseudo-transient continuation, SIAM J. Numer. Anal. 35 (1998) 508–523.
/// </remarks>
internal sealed unsafe class FastRest
{
    private const int MostSteps = 2_000;
    private const double Agreement = 0.1, Long = 1e25, Rest = 1e-8;

    private readonly FastExtents _fast;
    private readonly ModelSystem _system;
    private readonly int[] _unknowns, _place;
    private readonly bool[] _moves;
    private readonly PivotedLu _whole, _half;
    private readonly double[] _memory;
    private readonly double* _rates, _slope, _one, _two, _from, _jacobian, _steps;

    internal FastRest(FastExtents fast, ModelSystem system)
    {
        (_fast, _system, _unknowns) = (fast, system, [.. system.Algebraic.Concat(fast.States).Order()]);
        (_whole, _half) = (new PivotedLu(_unknowns.Length), new PivotedLu(_unknowns.Length));
        _place = new int[system.Size];
        Array.Fill(_place, -1);
        for (int i = 0; i < _unknowns.Length; i++) _place[_unknowns[i]] = i;
        _moves = [.. _unknowns.Select(fast.States.Contains)];
        int n = Stepper.Padded(system.Size), entries = Math.Max(1, system.Plan.Pattern.Count);
        _memory = GC.AllocateArray<double>(5 * n + entries + Math.Max(1, fast.Changes.Length), pinned: true);
        fixed (double* m = _memory)
        {
            _rates = m;
            _slope = m + n;
            _one = m + 2 * n;
            _two = m + 3 * n;
            _from = m + 4 * n;
            _jacobian = m + 5 * n;
            _steps = m + 5 * n + entries;
        }
    }

    /// <summary>Puts extents into the states and lets them begin at 0; true where one was not 0.</summary>
    internal bool Fold(double time, double* y)
    {
        bool any = false;
        foreach (int e in _fast.States) any |= y[e] != 0;
        if (!any) return false;
        _fast.Steps(time, y, _system.Parameters, _steps);
        for (int i = 0; i < _fast.Changes.Length; i++) y[_fast.Changes[i].State] += _steps[i] * y[_fast.Changes[i].Extent];
        foreach (int e in _fast.States) y[e] = 0;
        return true;
    }

    /// <summary>Follows the reactions from where they stand.</summary>
    /// <exception cref="RunFailure">They run on and on.</exception>
    internal void Reach(double time, double* y)
    {
        double step = 0, most = 0;
        for (int k = 0; k < MostSteps; k++)
        {
            new Span<double>(_slope, _system.Size).Clear();
            _system.Linearise(time, y, _rates, _slope, _jacobian);
            double fastest = Fastest();
            if (step == 0) step = fastest > 0 ? 1e-2 / fastest : 1;
            if (step * fastest > Long) break;
            double error = Try(time, y, step);
            if (!(error <= Agreement))
            {
                for (int i = 0; i < _unknowns.Length; i++) y[_unknowns[i]] = _from[i];
                step *= 0.5;
                if (step == 0) break;
                continue;
            }
            if (error <= 0.5 * Agreement) step *= 2;
            foreach (int e in _fast.States) most = Math.Max(most, Math.Abs(y[e]));
            // Nothing moves and no slope says that it ever will.
            if (fastest == 0 && Largest(_two) == 0) return;
        }
        if (!(Largest(_two) <= Rest * most) && Largest(_two) > 0)
            throw RunFailure.At(time, FailureCause.Algebra, "the fast reactions come to no rest; check that their rates fall to zero as they proceed");
    }

    private double Fastest()
    {
        double most = 0;
        int[] starts = _system.Plan.Pattern.RowStarts, columns = _system.Plan.Pattern.Columns;
        foreach (int u in _unknowns)
            for (int e = starts[u]; e < starts[u + 1]; e++)
                if (_place[columns[e]] >= 0) most = Math.Max(most, Math.Abs(_jacobian[e]));
        return most;
    }

    // Moves by two half steps; by how much one whole step would differ, as a share of the way.
    private double Try(double time, double* y, double step)
    {
        for (int i = 0; i < _unknowns.Length; i++) _from[i] = y[_unknowns[i]];
        if (!Factor(_whole, step) || !Factor(_half, 0.5 * step)) return double.NaN;
        for (int i = 0; i < _unknowns.Length; i++) _one[i] = _two[i] = -_rates[_unknowns[i]];
        _whole.Solve(_one);
        _half.Solve(_two);
        for (int i = 0; i < _unknowns.Length; i++) y[_unknowns[i]] = _from[i] + _two[i];
        _system.Rates(time, y, _rates);
        double* second = stackalloc double[_unknowns.Length];
        for (int i = 0; i < _unknowns.Length; i++) second[i] = -_rates[_unknowns[i]];
        _half.Solve(second);
        for (int i = 0; i < _unknowns.Length; i++)
        {
            _two[i] += second[i];
            _one[i] -= _two[i];
            y[_unknowns[i]] = _from[i] + _two[i];
        }
        double way = Largest(_two), difference = Largest(_one);
        return difference == 0 ? 0 : difference / way;
    }

    private double Largest(double* values)
    {
        double most = 0;
        for (int i = 0; i < _unknowns.Length; i++)
            if (!(Math.Abs(values[i]) <= most)) most = Math.Abs(values[i]);
        return most;
    }

    // J − M/h, with 1 in M where an extent moves.
    private bool Factor(PivotedLu lu, double step)
    {
        Span<double> a = lu.Matrix;
        a.Clear();
        int[] starts = _system.Plan.Pattern.RowStarts, columns = _system.Plan.Pattern.Columns;
        for (int i = 0; i < _unknowns.Length; i++)
        {
            for (int e = starts[_unknowns[i]]; e < starts[_unknowns[i] + 1]; e++)
                if (_place[columns[e]] >= 0) a[i * _unknowns.Length + _place[columns[e]]] = _jacobian[e];
            if (_moves[i]) a[i * _unknowns.Length + i] -= 1 / step;
        }
        return lu.Factor();
    }
}
