using Enteraxis.Modelling.Expressions;

namespace Enteraxis.Modelling.Models;

/// <summary>A reaction that fires one by one at random, as exact stochastic simulation has it; in the limit of many the mean obeys dy/dt = Σ Propensity · By.</summary>
/// <remarks>
/// Its firings are no part of any state's rate. States that it changes are counts of particles (amounts), not concentrations. Each reaction has random numbers of its own,
/// keyed by <paramref name="Stream"/>: twins share the clocks of every reaction.
/// </remarks>
/// <param name="Stream">Of its random numbers: as for jumps, a hash of the name, different in each reaction of the model.</param>
/// <param name="Propensity">Firings per day, over time, states and parameters; not negative.</param>
/// <param name="Changes">What one firing adds to states.</param>
public sealed record ModelReaction(string Name, int Stream, Expr Propensity, IReadOnlyList<ReactionChange> Changes);

/// <param name="State">Index among the model's states.</param>
/// <param name="By">Stoichiometry: mostly a constant, else read just before the firing.</param>
public readonly record struct ReactionChange(int State, Expr By);
