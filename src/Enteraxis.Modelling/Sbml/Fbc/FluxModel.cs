using Enteraxis.Modelling.Models;

namespace Enteraxis.Modelling.Sbml.Fbc;

/// <summary>A flux balance problem as the package fbc states it: fluxes of reactions between bounds, nothing gathers, an objective is best.</summary>
/// <param name="Model">Where numbers are given by name: its quantities at time 0.</param>
/// <param name="Species">Those that must be balanced; boundary conditions are not.</param>
/// <param name="Active">Which objective is to be optimised; null where the document states none.</param>
public sealed record FluxModel(Model Model, IReadOnlyList<string> Species, IReadOnlyList<FluxReaction> Reactions, IReadOnlyList<FluxObjective> Objectives, FluxObjective? Active)
{
    /// <summary>Names whose values at time 0 the problem needs.</summary>
    public IReadOnlyList<string> Names =>
        [.. Reactions.SelectMany(r => r.Terms.Select(t => t.Stoichiometry.Name).Append(r.Lower.Name).Append(r.Upper.Name)).OfType<string>().Distinct(StringComparer.Ordinal)];
}

/// <summary>A number, or the quantity whose value at time 0 it is.</summary>
public readonly record struct FluxNumber(double Value, string? Name)
{
    public double At(IReadOnlyDictionary<string, double> values) => Name is { } name ? values[name] : Value;
}

/// <param name="Terms">What one unit of flux does to each species; <c>Sign</c> −1 takes it, +1 makes it.</param>
public sealed record FluxReaction(string Id, FluxNumber Lower, FluxNumber Upper, IReadOnlyList<(string Species, int Sign, FluxNumber Stoichiometry)> Terms);

public sealed record FluxObjective(string Id, bool IsMaximum, IReadOnlyList<(string Reaction, double Weight)> Terms);
