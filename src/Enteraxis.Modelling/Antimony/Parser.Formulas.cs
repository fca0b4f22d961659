using Enteraxis.Modelling.Antimony.Syntax;

namespace Enteraxis.Modelling.Antimony;

internal sealed partial class Parser
{
    private const int DeepestNesting = 200;

    /// <summary>Words that end a number rather than name its unit.</summary>
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal) { "after", "in", "has", "is", "and", "or", "xor", "not", "end", "at" };

    private int _nesting;

    private Formula Formula()
    {
        if (++_nesting > DeepestNesting) throw Fault(Peek, "the formula is nested deeper than 200 levels; split it with assignments.");
        Formula f = Binary(0);
        _nesting--;
        return f;
    }

    private static readonly string[][] Levels =
    [
        ["||", "|", "or", "xor"], ["&&", "&", "and"], ["==", "!=", "<=", ">=", "<", ">"], ["+", "-"], ["*", "/", "%"],
    ];

    private Formula Binary(int level)
    {
        if (level == Levels.Length) return _signsBindFirst ? PowersFromLeft() : Unary();
        Formula left = Binary(level + 1);
        while (Peek.Kind is TokenKind.Symbol or TokenKind.Name && Array.IndexOf(Levels[level], Peek.Text) >= 0)
        {
            Token symbol = Take();
            left = new BinaryFormula(symbol.Text switch { "|" or "or" => "||", "&" or "and" => "&&", _ => symbol.Text }, left, Binary(level + 1), symbol.At);
        }
        return left;
    }

    private Formula Unary()
    {
        if (++_nesting > DeepestNesting) throw Fault(Peek, "the formula is nested deeper than 200 levels; split it with assignments.");
        Token t = Peek;
        Formula f;
        if (At("-") || At("!") || At("+") || AtWord("not") && Ahead(1).Text != "(")
        {
            _position++;
            Formula operand = Unary();
            f = t.Text switch { "+" => operand, "-" => new UnaryFormula("-", operand, t.At), _ => new UnaryFormula("!", operand, t.At) };
        }
        else f = Power();
        _nesting--;
        return f;
    }

    /// <summary>a^b^c is a^(b^c), and −a^b is −(a^b).</summary>
    private Formula Power()
    {
        Formula left = Primary();
        if (!At("^")) return left;
        Token symbol = Take();
        return new BinaryFormula("^", left, Unary(), symbol.At);
    }

    /// <summary>a^b^c is (a^b)^c, and −a^b is (−a)^b.</summary>
    private Formula PowersFromLeft()
    {
        Formula left = Signed();
        while (At("^"))
        {
            Token symbol = Take();
            left = new BinaryFormula("^", left, Signed(), symbol.At);
        }
        return left;
    }

    private Formula Signed()
    {
        int minuses = 0;
        Token first = Peek;
        while (At("-") || At("+")) minuses += Take().Text == "-" ? 1 : 0;
        Formula f = Primary();
        return minuses % 2 == 0 ? f : new UnaryFormula("-", f, first.At);
    }

    private Formula Primary()
    {
        Token t = Peek;
        if (t.Kind == TokenKind.Number)
        {
            _position++;
            string unit = Peek.Kind == TokenKind.Name && !Reserved.Contains(Peek.Text) ? Take().Text : "";
            return new NumberFormula(t.Value, unit, t.At);
        }
        if (Accept("("))
        {
            Formula inner = Formula();
            Expect(")", "to close the bracket");
            return inner;
        }
        if (Accept("{"))
            throw NotSupported(t, "A vector in braces");
        if (t.Kind != TokenKind.Name) throw Fault(t, $"a number, a name or a bracket was expected, not '{t.Text}'.");
        string name = Path("a name");
        if (!At("(")) return new NameFormula(name, t.At);
        _position++;
        List<Formula> arguments = [];
        while (!Accept(")"))
        {
            arguments.Add(Formula());
            if (!At(")")) Expect(",", $"between the arguments of {name}");
        }
        return new CallFormula(name, arguments, t.At);
    }
}
