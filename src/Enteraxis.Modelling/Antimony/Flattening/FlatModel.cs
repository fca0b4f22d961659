using Enteraxis.Modelling.Antimony.Syntax;

namespace Enteraxis.Modelling.Antimony.Flattening;

/// <summary>A formula with the instance whose names it uses ("" or "gut.") and how deep that stands; the outermost definition wins.</summary>
internal sealed record ScopedFormula(Formula Value, string Prefix, int Depth, SourcePosition At);

/// <summary>One quantity after all modules are laid out, under its outermost name.</summary>
internal sealed class FlatSymbol(string name, SourcePosition at)
{
    public string Name { get; } = name;
    public SourcePosition At { get; } = at;
    public SymbolType Type { get; set; }
    public bool? IsConstant { get; set; }
    public bool IsBoundary { get; set; }
    public bool IsSubstanceOnly { get; set; }
    public string? Compartment { get; set; }
    public bool IsCompartment { get; set; }
    public ScopedFormula? Initial { get; set; }
    public ScopedFormula? Rule { get; set; }
    public ScopedFormula? Rate { get; set; }
    public ScopedFormula? Unit { get; set; }
    public string UnitSpelling { get; set; } = "";
    public FlatReaction? Reaction { get; set; }
}

internal sealed record FlatReaction(string Name, ReactionStatement Statement, string Prefix, int Depth);

internal sealed record FlatEvent(string Name, EventStatement Statement, string Prefix);

internal sealed class FlatModel
{
    /// <summary>In order of first appearance.</summary>
    public List<FlatSymbol> Symbols { get; } = [];
    public Dictionary<string, FlatSymbol> ByName { get; } = new(StringComparer.Ordinal);
    public List<FlatReaction> Reactions { get; } = [];
    public List<FlatEvent> Events { get; } = [];

    /// <summary>Unit definitions by instance prefix and name.</summary>
    public Dictionary<(string Prefix, string Name), Formula> Units { get; } = [];

    /// <summary>The outermost name of a name written within an instance.</summary>
    public required Func<string, string> Canonical { get; init; }
}
