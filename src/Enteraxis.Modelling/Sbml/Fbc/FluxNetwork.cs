namespace Enteraxis.Modelling.Sbml.Fbc;

/// <summary>A flux balance problem whose every number stands in the document, as genome-scale models have it: metabolites, reactions between bounds, what is best.</summary>
/// <param name="Metabolites">Those that must be balanced; boundary species are left out.</param>
/// <param name="Objective">Reactions by their place with their weights; empty where the document states none.</param>
public sealed record FluxNetwork(string Id, string Name, IReadOnlyList<NetworkMetabolite> Metabolites, IReadOnlyList<NetworkReaction> Reactions, IReadOnlyList<(int Reaction, double Weight)> Objective, bool IsMaximum);

/// <param name="Formula">As the package fbc gives it; empty where it does not.</param>
public sealed record NetworkMetabolite(string Id, string Name, string Compartment, string Formula);

/// <param name="Terms">What one unit of flux makes (positive) or takes (negative), by place of the metabolite, ascending, each once.</param>
/// <param name="Line">Where it stands.</param>
public sealed record NetworkReaction(string Id, string Name, double Lower, double Upper, IReadOnlyList<(int Metabolite, double Stoichiometry)> Terms, int Line);
