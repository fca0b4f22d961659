using System.Globalization;

namespace Enteraxis.Simulation.Solvers;

/// <summary>The rule by which a run gets its method.</summary>
/// <remarks>
/// Let ρ be the spectral radius of the Jacobian at the start, by power iteration (growth of the norm over the last iterations). An explicit method
/// of order 5 is held by stability to steps near 3/ρ, so it needs at least ρ·span/3 of them. Up to 1,000 such steps it is taken: they cost less than
/// the factorisations of a Rosenbrock method would. Above, Rodas5P. A system without states is integrated by the explicit one.
/// The rule looks at the start only; where a model turns stiff later, a run of one person goes on by Rodas5P (<see cref="Tsitouras.TsitourasStepper.TurnedStiff"/>).
/// </remarks>
public static unsafe class ChooseMethod
{
    private const double StabilityInterval = 3, StepsWorthwhile = 1000;

    public static SolverChoice For(IOdeSystem system, double time, ReadOnlySpan<double> state, double spanDays)
    {
        double radius = system.Size == 0 ? 0 : SpectralRadius(system, time, state);
        return double.IsFinite(radius) ? For(system.Size, radius, spanDays) : new(SolverKind.Explicit, "the Jacobian at the start is not finite, and the explicit method reads none");
    }

    /// <summary>The same from a spectral radius per day that is known.</summary>
    public static SolverChoice For(int states, double radius, double spanDays)
    {
        if (states == 0) return new(SolverKind.Explicit, "no state moves by a rate");
        if (!double.IsFinite(radius)) return new(SolverKind.Rosenbrock, "the Jacobian at the start is not finite");
        double steps = radius * spanDays / StabilityInterval;
        string figures = string.Create(CultureInfo.InvariantCulture,
            $"fastest rate {radius:G3} per day over {spanDays:G4} days would hold an explicit method to at least {steps:G3} steps");
        return steps <= StepsWorthwhile
            ? new(SolverKind.Explicit, figures + ", which is cheap")
            : new(SolverKind.Rosenbrock, figures + ", so a stiff one is cheaper");
    }

    /// <summary>Estimate of the largest |eigenvalue| of ∂f/∂y, per day.</summary>
    public static double SpectralRadius(IOdeSystem system, double time, ReadOnlySpan<double> state)
    {
        int n = system.Size, padded = Stepper.Padded(n);
        int[] starts = system.Plan.Pattern.RowStarts, columns = system.Plan.Pattern.Columns;
        double[] y = new double[padded], rates = new double[padded], slope = new double[padded], jacobian = new double[Math.Max(1, columns.Length)];
        state.CopyTo(y);
        fixed (double* py = y, pr = rates, ps = slope, pj = jacobian) system.Linearise(time, py, pr, ps, pj);
        double[] v = new double[n], w = new double[n];
        // A start without symmetry: a symmetric one may lack the dominant direction altogether.
        for (int i = 0; i < n; i++) v[i] = 1 + 0.37 * Math.Sin(1 + 2.3 * i);
        const int warm = 40, measured = 20;
        double log = 0;
        for (int k = 0; k < warm + measured; k++)
        {
            double norm = 0;
            for (int i = 0; i < n; i++)
            {
                double sum = 0;
                for (int e = starts[i]; e < starts[i + 1]; e++) sum += jacobian[e] * v[columns[e]];
                w[i] = sum;
                norm += sum * sum;
            }
            norm = Math.Sqrt(norm);
            if (!(norm > 0)) return norm == 0 ? 0 : double.NaN;
            // The geometric mean also copes with complex pairs, whose norm swings.
            if (k >= warm) log += Math.Log(norm);
            for (int i = 0; i < n; i++) v[i] = w[i] / norm;
        }
        return Math.Exp(log / measured);
    }
}
