namespace Enteraxis.Modelling.Expressions;

/// <summary>A handle to one node of an <see cref="ExpressionGraph"/>. Equal handles of one graph are equal expressions (hash-consed).</summary>
public readonly record struct Expr(int Id)
{
    public static readonly Expr None = new(-1);

    public bool IsNone => Id < 0;
}
