namespace Enteraxis.Modelling.Antimony;

internal enum TokenKind { Name, Number, Text, Symbol, EndOfStatement, EndOfFile }

/// <summary>Where something stands in a model text; lines and columns count from 1.</summary>
public readonly record struct SourcePosition(string File, int Line, int Column)
{
    public override string ToString() => $"{File}, line {Line}, column {Column}";
}

/// <param name="SpaceBefore">True where white space stands before it: "A.x" is one name, "A .x" is not.</param>
internal readonly record struct Token(TokenKind Kind, string Text, double Value, SourcePosition At, bool SpaceBefore);
