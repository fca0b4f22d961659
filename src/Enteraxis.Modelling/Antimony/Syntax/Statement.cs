namespace Enteraxis.Modelling.Antimony.Syntax;

internal abstract record Statement(SourcePosition At);

internal enum SymbolType { Unspecified, Species, Compartment, Formula, Reaction }

internal enum AssignmentKind { Initial, Rule, Rate }

internal sealed record DeclarationStatement(string Name, SymbolType Type, bool? IsConstant, bool IsSubstanceOnly, bool IsBoundary, SourcePosition At) : Statement(At);

internal sealed record InCompartmentStatement(string Name, string Compartment, SourcePosition At) : Statement(At);

internal sealed record AssignmentStatement(string Name, AssignmentKind Kind, Formula Value, SourcePosition At) : Statement(At);

/// <param name="Variable">Name of a stoichiometry given by a symbol; empty where it is the number.</param>
internal sealed record SpeciesReference(string Name, double Stoichiometry, string Variable, bool IsBoundary);

internal sealed record ReactionStatement(string Name, IReadOnlyList<SpeciesReference> Left, IReadOnlyList<SpeciesReference> Right, Formula? Rate, SourcePosition At) : Statement(At);

internal sealed record EventStatement(string Name, Formula Trigger, Formula? Delay, IReadOnlyDictionary<string, Formula> Options,
    IReadOnlyList<(string Name, Formula Value)> Assignments, SourcePosition At) : Statement(At);

internal sealed record SubmodelStatement(string Name, string Model, IReadOnlyList<Formula> Arguments, SourcePosition At) : Statement(At);

/// <summary>"A.x is y".</summary>
internal sealed record SynonymStatement(string Inner, string Outer, SourcePosition At) : Statement(At);

internal sealed record UnitDefinitionStatement(string Name, Formula Value, SourcePosition At) : Statement(At);

internal sealed record HasUnitStatement(string Name, Formula Unit, string Spelling, SourcePosition At) : Statement(At);

internal sealed record DeleteStatement(string Name, SourcePosition At) : Statement(At);

internal sealed record FunctionDefinition(string Name, IReadOnlyList<string> Arguments, Formula Body, SourcePosition At);

internal sealed record ModelDefinition(string Name, bool IsMain, IReadOnlyList<string> Arguments, IReadOnlyList<Statement> Body, SourcePosition At);

/// <summary>All that one text and its imports define.</summary>
internal sealed class Library
{
    public Dictionary<string, ModelDefinition> Models { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, FunctionDefinition> Functions { get; } = new(StringComparer.Ordinal);
    public ModelDefinition? Main { get; set; }
    public ModelDefinition? Last { get; set; }

    /// <summary>Files already read, by full path: an import read twice is read once.</summary>
    public HashSet<string> Files { get; } = new(StringComparer.Ordinal);
}
