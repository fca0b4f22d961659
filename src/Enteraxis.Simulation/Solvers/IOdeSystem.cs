using Enteraxis.Numerics.LinearAlgebra;

namespace Enteraxis.Simulation.Solvers;

/// <summary>dy/dt = f(t, y), and 0 = f(t, y) at algebraic states, with a sparse Jacobian. Vectors are padded to <see cref="Stepper.Padded"/> entries; the padding is not to be written.</summary>
public unsafe interface IOdeSystem
{
    int Size { get; }

    /// <summary>Order and fill of s·I − ∂f/∂y.</summary>
    SparseLuPlan Plan { get; }

    /// <summary>States whose rate is a residual to be zero, ascending. Only the Rosenbrock method takes a system that has any.</summary>
    int[] Algebraic => [];

    /// <summary>True where the rates of the last attempt read states within its own step (a short delay): it is repeated until it agrees with itself.</summary>
    bool ReadsOwnStep => false;

    /// <summary>An attempt begins; nothing is known of its step.</summary>
    void BeginAttempt() { }

    /// <summary>The attempt just made is the guess for its repetition; it is open on the step.</summary>
    void Guess(StepWindow open) { }

    void Rates(double time, double* y, double* rates);

    /// <summary>f, ∂f/∂t and the values of ∂f/∂y in the order of the plan's pattern, at one point.</summary>
    void Linearise(double time, double* y, double* rates, double* timeDerivative, double* jacobian);
}
