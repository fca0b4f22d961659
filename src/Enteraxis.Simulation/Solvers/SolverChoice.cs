namespace Enteraxis.Simulation.Solvers;

public enum SolverKind
{
    /// <summary>By the rule of <see cref="ChooseMethod"/>.</summary>
    Automatic,
    /// <summary>Tsit5.</summary>
    Explicit,
    /// <summary>Rodas5P.</summary>
    Rosenbrock,
}

/// <summary>The method taken and the sentence that says why.</summary>
public sealed record SolverChoice(SolverKind Kind, string Why);
