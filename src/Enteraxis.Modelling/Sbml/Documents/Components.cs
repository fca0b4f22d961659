using System.Xml.Linq;

namespace Enteraxis.Modelling.Sbml.Documents;

/// <summary>What any component of a model has: an identifier and the element that it was read from.</summary>
internal abstract record Component(string Id, XElement Source);

internal sealed record FunctionDefinition(string Id, XElement Source, IReadOnlyList<string> Arguments, XElement? Body) : Component(Id, Source);

internal sealed record Compartment(string Id, XElement Source, double? Size, double Dimensions, bool IsConstant) : Component(Id, Source);

/// <param name="SubstanceOnly">The identifier means an amount in formulas, not a concentration.</param>
internal sealed record Species(string Id, XElement Source, string Compartment, double? Amount, double? Concentration, bool SubstanceOnly, bool IsBoundary, bool IsConstant,
    string? ConversionFactor) : Component(Id, Source);

internal sealed record Parameter(string Id, XElement Source, double? Value, bool IsConstant) : Component(Id, Source);

internal sealed record InitialAssignment(string Id, XElement Source, XElement Formula) : Component(Id, Source);

internal enum RuleKind { Assignment, Rate, Algebraic }

/// <param name="Id">The variable; empty for an algebraic rule.</param>
internal sealed record Rule(string Id, XElement Source, RuleKind Kind, XElement Formula) : Component(Id, Source);

/// <summary>A reactant (<see cref="Sign"/> −1) or a product (+1).</summary>
/// <param name="Id">Empty where the reference has none.</param>
/// <param name="Formula">Of a stoichiometryMath; then <see cref="Stoichiometry"/> is null.</param>
internal sealed record SpeciesUse(string Id, XElement Source, string Species, int Sign, double? Stoichiometry, XElement? Formula, bool IsConstant) : Component(Id, Source);

internal sealed record Reaction(string Id, XElement Source, bool IsFast, IReadOnlyList<SpeciesUse> Uses, XElement? Law, IReadOnlyList<Parameter> LocalParameters) : Component(Id, Source);

/// <param name="Assignments">Variable and formula.</param>
internal sealed record Event(string Id, XElement Source, XElement? Trigger, XElement? Delay, XElement? Priority, bool IsPersistent, bool InitialTrigger, bool UsesTriggerTimeValues,
    IReadOnlyList<InitialAssignment> Assignments) : Component(Id, Source);

/// <summary>A flat model: no submodels, every default of its level filled in.</summary>
internal sealed record FlatDocument(string Name, XElement Source, IReadOnlyList<FunctionDefinition> Functions, IReadOnlyList<Compartment> Compartments, IReadOnlyList<Species> Species,
    IReadOnlyList<Parameter> Parameters, IReadOnlyList<InitialAssignment> InitialAssignments, IReadOnlyList<Rule> Rules, IReadOnlyList<Reaction> Reactions,
    IReadOnlyList<Event> Events, string? ConversionFactor)
{
    /// <summary>What was read but has no part in a simulation, one sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
