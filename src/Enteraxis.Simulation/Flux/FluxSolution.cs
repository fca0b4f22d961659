namespace Enteraxis.Simulation.Flux;

/// <param name="Objective">Value of the objective; NaN where there is no solution.</param>
/// <param name="Fluxes">In the order in which reactions were added; empty where there is no solution.</param>
/// <param name="Why">Why there is no solution, as the end of a sentence; null where there is one.</param>
public sealed record FluxSolution(double Objective, IReadOnlyList<double> Fluxes, string? Why)
{
    internal static FluxSolution None(string why) => new(double.NaN, [], why);
}
