namespace Enteraxis.Studies.Formulas;

internal abstract record FormulaNode
{
    internal abstract double Value(IFormulaScope scope);

    internal virtual IEnumerable<string> Names() => [];

    internal virtual IEnumerable<(string Function, string Word)> Asked() => [];
}

internal sealed record NumberNode(double Number) : FormulaNode
{
    internal override double Value(IFormulaScope scope) => Number;
}

internal sealed record NameNode(string Name) : FormulaNode
{
    internal override double Value(IFormulaScope scope) => scope.Number(Name);

    internal override IEnumerable<string> Names() => [Name];
}

internal sealed record AskNode(string Function, string Word) : FormulaNode
{
    internal override double Value(IFormulaScope scope) => scope.Ask(Function, Word);

    internal override IEnumerable<(string Function, string Word)> Asked() => [(Function, Word)];
}

/// <summary>name = word; where the name is no choice but both sides are known numbers, these are compared.</summary>
internal sealed record WordNode(string Name, string Word, bool Equal) : FormulaNode
{
    internal override double Value(IFormulaScope scope)
    {
        if (scope.Word(Name) is string word) return (word == Word) == Equal ? 1 : 0;
        double a = scope.Number(Name), b = scope.Number(Word);
        return !double.IsNaN(a) && !double.IsNaN(b) && (a == b) == Equal ? 1 : 0;
    }

    internal override IEnumerable<string> Names() => [Name];

    internal override IEnumerable<(string Function, string Word)> Asked() => [("=", $"{Name}={Word}")];
}

internal sealed record UnaryNode(string Operator, FormulaNode Of) : FormulaNode
{
    internal override double Value(IFormulaScope scope)
    {
        double x = Of.Value(scope);
        return Operator switch
        {
            "-" => -x,
            "not" => x is > 0 or < 0 ? 0 : 1,
            "exp" => Math.Exp(x),
            "log" => Math.Log(x),
            "sqrt" => Math.Sqrt(x),
            _ => double.NaN,
        };
    }

    internal override IEnumerable<string> Names() => Of.Names();

    internal override IEnumerable<(string Function, string Word)> Asked() => Of.Asked();
}

internal sealed record BinaryNode(string Operator, FormulaNode Left, FormulaNode Right) : FormulaNode
{
    internal override double Value(IFormulaScope scope)
    {
        double a = Left.Value(scope), b = Right.Value(scope);
        return Operator switch
        {
            "+" => a + b,
            "-" => a - b,
            "*" => a * b,
            "/" => a / b,
            "^" => Math.Pow(a, b),
            "min" => Math.Min(a, b),
            "max" => Math.Max(a, b),
            "<" => a < b ? 1 : 0,
            "<=" => a <= b ? 1 : 0,
            ">" => a > b ? 1 : 0,
            ">=" => a >= b ? 1 : 0,
            "=" => a == b ? 1 : 0,
            "!=" => a != b && !double.IsNaN(a) && !double.IsNaN(b) ? 1 : 0,
            "and" => a is > 0 or < 0 && b is > 0 or < 0 ? 1 : 0,
            "or" => a is > 0 or < 0 || b is > 0 or < 0 ? 1 : 0,
            _ => double.NaN,
        };
    }

    internal override IEnumerable<string> Names() => Left.Names().Concat(Right.Names());

    internal override IEnumerable<(string Function, string Word)> Asked() => Left.Asked().Concat(Right.Asked());
}
