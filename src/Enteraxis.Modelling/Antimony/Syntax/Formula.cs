namespace Enteraxis.Modelling.Antimony.Syntax;

/// <summary>A formula as written.</summary>
public abstract record Formula(SourcePosition At);

/// <param name="Unit">Unit written after the number ("3 mM"); empty where none.</param>
public sealed record NumberFormula(double Value, string Unit, SourcePosition At) : Formula(At);

/// <param name="Name">Possibly dotted: "room.air".</param>
public sealed record NameFormula(string Name, SourcePosition At) : Formula(At);

public sealed record CallFormula(string Function, IReadOnlyList<Formula> Arguments, SourcePosition At) : Formula(At);

public sealed record UnaryFormula(string Symbol, Formula Operand, SourcePosition At) : Formula(At);

public sealed record BinaryFormula(string Symbol, Formula Left, Formula Right, SourcePosition At) : Formula(At);
