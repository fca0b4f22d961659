using System.Globalization;
using Enteraxis.Modelling.Antimony.Syntax;

namespace Enteraxis.Reporting.ModelBook;

/// <summary>Formulas of a model text as presentation MathML that browsers show without a script.</summary>
/// <remarks>
/// MathML Core knows no line breaks, so <see cref="Pieces"/> cuts a long formula at its sums and products into pieces that a page sets one after the other.
/// Fractions, powers and roots are drawn; a product has a dot, since names are words. Reference: W3C, MathML Core.
/// </remarks>
internal sealed class PresentationMath(Func<string, string?> link)
{
    // Characters of text that fit beside each other before a formula is cut.
    private const int Wide = 34;

    private static readonly Dictionary<string, string> Signs = new(StringComparer.Ordinal)
    {
        ["=="] = "=", ["!="] = "≠", ["<="] = "≤", [">="] = "≥", ["<"] = "&lt;", [">"] = "&gt;", ["&&"] = "and", ["||"] = "or", ["-"] = "−", ["+"] = "+", ["*"] = "·", ["%"] = "mod",
    };

    /// <summary>The name of a quantity as a symbol, leading to its definition where there is one.</summary>
    public string Name(string name) => MathNames.Typeset(name, link(name));

    /// <summary>dx/dt.</summary>
    public string Rate(string name) => $"<mfrac><mrow><mi mathvariant=\"normal\">d</mi><mspace width=\"0.15em\"/>{Name(name)}</mrow><mrow><mi mathvariant=\"normal\">d</mi><mi>t</mi></mrow></mfrac>";

    public static string Math(string inside) => $"<math xmlns=\"http://www.w3.org/1998/Math/MathML\" displaystyle=\"true\"><mrow>{inside}</mrow></math>";

    /// <summary>The whole formula in one piece.</summary>
    public string Whole(Formula f) => Write(f, 0);

    /// <summary>The formula in pieces that together read as it: each is a row of MathML.</summary>
    public IReadOnlyList<string> Pieces(Formula f)
    {
        List<string> pieces = [];
        Cut(f, 0, "", "", pieces);
        return pieces;
    }

    private void Cut(Formula f, int around, string before, string after, List<string> pieces)
    {
        if (Width(f) > Wide && f is BinaryFormula { Symbol: "+" or "-" or "*" or "&&" or "||" } b)
        {
            bool fenced = Level(b) < around;
            (string open, string close) = fenced ? ("<mo>(</mo>", "<mo>)</mo>") : ("", "");
            Cut(b.Left, Level(b), before + open, "", pieces);
            Cut(b.Right, Level(b) + (b.Symbol is "-" ? 1 : 0), Operator(b.Symbol), close + after, pieces);
            return;
        }
        if (Width(f) > 2 * Wide && f is BinaryFormula { Symbol: "/" } q)
        {
            bool fenced = Level(q) < around;
            Cut(q.Left, Level(q), before + (fenced ? "<mo>(</mo>" : ""), "", pieces);
            Cut(q.Right, Level(q) + 1, "<mo form=\"infix\">/</mo>", (fenced ? "<mo>)</mo>" : "") + after, pieces);
            return;
        }
        pieces.Add(before + Write(f, around) + after);
    }

    // Binding strength from loose to tight; a weaker formula within a stronger one stands in brackets.
    private static int Level(Formula f) => f switch
    {
        BinaryFormula { Symbol: "||" } => 1,
        BinaryFormula { Symbol: "&&" } => 2,
        BinaryFormula { Symbol: "==" or "!=" or "<=" or ">=" or "<" or ">" } => 3,
        BinaryFormula { Symbol: "+" or "-" } => 4,
        UnaryFormula => 5,
        BinaryFormula { Symbol: "*" or "/" or "%" } => 5,
        BinaryFormula { Symbol: "^" } => 7,
        _ => 9,
    };

    private string Write(Formula f, int around)
    {
        string inside = f switch
        {
            NumberFormula n => Number(n),
            NameFormula n => n.Name is "time" ? "<mi>t</mi>" : Name(n.Name),
            UnaryFormula u => (u.Symbol == "-" ? "<mo form=\"prefix\">−</mo>" : Operator("not")) + Write(u.Operand, 6),
            BinaryFormula { Symbol: "/" } b => Width(f) > 2 * Wide ? Write(b.Left, 5) + "<mo>/</mo>" + Write(b.Right, 6) : $"<mfrac><mrow>{Write(b.Left, 0)}</mrow><mrow>{Write(b.Right, 0)}</mrow></mfrac>",
            BinaryFormula { Symbol: "^" } b => $"<msup><mrow>{Write(b.Left, 8)}</mrow><mrow>{Write(b.Right, 0)}</mrow></msup>",
            BinaryFormula b => Write(b.Left, Level(b)) + Operator(b.Symbol) + Write(b.Right, Level(b) + (b.Symbol is "-" ? 1 : 0)),
            CallFormula c => Call(c),
            _ => throw new InvalidOperationException("A formula of an unknown kind."),
        };
        // A drawn fraction needs no brackets but under a power.
        bool drawn = f is BinaryFormula { Symbol: "/" } && Width(f) <= 2 * Wide;
        return Level(f) < around && !(drawn && around <= 6) ? $"<mo>(</mo>{inside}<mo>)</mo>" : inside;
    }

    private string Call(CallFormula c) => (c.Function, c.Arguments.Count) switch
    {
        ("exp", 1) when Width(c.Arguments[0]) <= Wide / 2 => $"<msup><mi>e</mi><mrow>{Write(c.Arguments[0], 0)}</mrow></msup>",
        ("sqrt", 1) => $"<msqrt><mrow>{Write(c.Arguments[0], 0)}</mrow></msqrt>",
        ("abs", 1) => $"<mo>|</mo>{Write(c.Arguments[0], 0)}<mo>|</mo>",
        ("pow" or "power", 2) => $"<msup><mrow>{Write(c.Arguments[0], 8)}</mrow><mrow>{Write(c.Arguments[1], 0)}</mrow></msup>",
        ("piecewise", _) => Cases(c.Arguments),
        _ => $"<mi>{MathNames.Plain(c.Function)}</mi><mo>(</mo>{string.Join("<mo>,</mo>", c.Arguments.Select(a => Write(a, 0)))}<mo>)</mo>",
    };

    /// <summary>piecewise(value, condition, …, otherwise) as rows after a brace.</summary>
    private string Cases(IReadOnlyList<Formula> a)
    {
        List<string> rows = [];
        for (int i = 0; i + 1 < a.Count; i += 2)
            rows.Add($"<mtr><mtd>{Write(a[i], 0)}</mtd><mtd><mtext>if&#160;</mtext>{Write(a[i + 1], 0)}</mtd></mtr>");
        if (a.Count % 2 == 1) rows.Add($"<mtr><mtd>{Write(a[^1], 0)}</mtd><mtd><mtext>otherwise</mtext></mtd></mtr>");
        return $"<mrow><mo>{{</mo><mtable>{string.Concat(rows)}</mtable></mrow>";
    }

    private static string Operator(string symbol) => symbol switch
    {
        "not" or "&&" or "||" => $"<mtext>&#160;{(Signs.TryGetValue(symbol, out string? w) ? w : symbol)}&#160;</mtext>",
        // At the head of a piece a browser would take it for a sign.
        _ => $"<mo form=\"infix\">{Signs.GetValueOrDefault(symbol, symbol)}</mo>",
    };

    private static string Number(NumberFormula n)
    {
        string text = n.Value switch
        {
            System.Math.Tau => "2π",
            System.Math.PI => "π",
            0.6931471805599453 => "ln 2",
            _ => n.Value.ToString("R", CultureInfo.InvariantCulture),
        };
        int e = text.IndexOf('E', StringComparison.Ordinal);
        string number = e < 0 ? $"<mn>{text}</mn>" : $"<mn>{text[..e]}</mn><mo>·</mo><msup><mn>10</mn><mn>{int.Parse(text[(e + 1)..], CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture).Replace('-', '−')}</mn></msup>";
        return n.Unit.Length > 0 ? $"{number}<mtext>&#160;{MathNames.Plain(n.Unit)}</mtext>" : number;
    }

    // About how many characters wide the formula stands on a line.
    private static int Width(Formula f) => f switch
    {
        NumberFormula n => System.Math.Min(6, n.Value.ToString("R", CultureInfo.InvariantCulture).Length) + n.Unit.Length,
        NameFormula n => n.Name.Length,
        UnaryFormula u => 1 + Width(u.Operand),
        BinaryFormula { Symbol: "/" } b => System.Math.Max(Width(b.Left), Width(b.Right)) + 1,
        BinaryFormula { Symbol: "^" } b => Width(b.Left) + (Width(b.Right) * 2 / 3),
        BinaryFormula b => Width(b.Left) + Width(b.Right) + 3,
        CallFormula { Function: "piecewise" } c => 12 + c.Arguments.Chunk(2).Max(pair => pair.Sum(Width)),
        CallFormula c => c.Function.Length + 2 + c.Arguments.Sum(a => Width(a) + 2),
        _ => 10,
    };
}
