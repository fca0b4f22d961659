using System.Globalization;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Text;

namespace Enteraxis.Studies.Experiments.Maths;

/// <summary>Reads a formula as PEtab's tables write it: 2 * A / (k + A), piecewise(1, time &gt; 5, 0).</summary>
/// <remarks>
/// From tight to loose: call and bracket; ^ (from the right); sign and !; * /; + −; comparisons; &amp;&amp; and ||, which PEtab gives one precedence.
/// Grammar: PEtab data format 2.0, "Math expressions syntax".
/// </remarks>
public sealed class MathParser
{
    // Far beyond any table; bounds the recursion of reading and of evaluating.
    private const int LongestText = 20_000, DeepestNesting = 200;

    private static readonly (string Symbol, string Function)[] Logic = [("&&", "and"), ("||", "or")],
        Comparisons = [("<=", "leq"), (">=", "geq"), ("==", "eq"), ("!=", "neq"), ("<", "lt"), (">", "gt")], Sums = [("+", "plus"), ("-", "minus")], Products = [("*", "times"), ("/", "divide")];

    private static readonly Dictionary<string, string> Spellings = new(StringComparer.Ordinal) { ["pow"] = "power" };

    private readonly string _text;
    private int _at, _depth;

    private MathParser(string text) => _text = text;

    /// <exception cref="InputException">No formula; the sentence gives the column and fits behind the place of the cell.</exception>
    public static MathNode Parse(string text)
    {
        if (text.Length > LongestText) throw new InputException(string.Create(CultureInfo.InvariantCulture, $"the formula '{Echo.Of(text, 40)}' is longer than {LongestText} characters; split it."));
        MathParser parser = new(text);
        MathNode node = parser.Level(0);
        parser.Skip();
        return parser._at == text.Length ? node : throw parser.Fault("an operator is expected");
    }

    private MathNode Level(int level)
    {
        if (level == 4) return Sign();
        (string, string)[] operators = level switch { 0 => Logic, 1 => Comparisons, 2 => Sums, _ => Products };
        MathNode left = Level(level + 1);
        // Long chains of one operator grow to the left, which is as deep for the evaluation as brackets are.
        for (int chain = 0; ; chain++)
        {
            string? function = TakeOne(operators);
            if (function is null) return left;
            if (chain > LongestText / 10) throw Fault("this chain of operators is too long");
            MathNode right = Level(level + 1);
            left = left is MathCall { Function: "plus" or "times" or "and" or "or" } c && c.Function == function && !ReferenceEquals(left, _bracketed)
                ? new MathCall(function, [.. c.Arguments, right]) : new MathCall(function, [left, right]);
        }
    }

    private MathNode? _bracketed;

    private MathNode Sign()
    {
        if (Take("+")) return Nested(Sign);
        if (Take("-")) return new MathCall("minus", [Nested(Sign)]);
        if (!Peek("!=") && Take("!")) return new MathCall("not", [Nested(Sign)]);
        return Power();
    }

    private MathNode Power()
    {
        MathNode left = Atom();
        return Take("^") ? new MathCall("power", [left, Nested(Sign)]) : left;
    }

    private MathNode Atom()
    {
        if (Take("("))
        {
            MathNode inside = Nested(() => Level(0));
            if (!Take(")")) throw Fault("a closing bracket is expected");
            return _bracketed = inside;
        }
        Skip();
        if (_at < _text.Length && (char.IsAsciiDigit(_text[_at]) || _text[_at] == '.')) return Number();
        string name = TakeName();
        if (name.Length == 0) throw Fault("a number, a name or a bracket is expected");
        if (Take("(")) return Nested(() => Call(name));
        return name switch { "true" => new MathNumber(1), "false" => new MathNumber(0), "inf" => new MathNumber(double.PositiveInfinity), _ => new MathName(name) };
    }

    private MathCall Call(string name)
    {
        List<MathNode> arguments = [];
        if (!Take(")"))
        {
            do arguments.Add(Level(0));
            while (Take(","));
            if (!Take(")")) throw Fault("a comma or a closing bracket is expected");
        }
        string function = Spellings.GetValueOrDefault(name, name);
        if (!MathFunctions.Has(function)) throw Fault($"there is no function '{Echo.Of(name)}'.{NearestName.Hint(name, MathFunctions.Names)}".TrimEnd('.'));
        if (function == MathFunctions.Piecewise && arguments.Count % 2 == 0) throw Fault("piecewise(…) takes values and conditions in turn and a last value for otherwise");
        return MathFunctions.Takes(function, arguments.Count) ? new MathCall(function, arguments) : throw Fault($"{name}(…) does not take {arguments.Count.ToString(CultureInfo.InvariantCulture)} arguments");
    }

    private MathNumber Number()
    {
        int start = _at;
        while (_at < _text.Length && (char.IsAsciiDigit(_text[_at]) || _text[_at] == '.')) _at++;
        int power = _at + 1;
        if (power < _text.Length && _text[_at] is 'e' or 'E' && _text[power] is '-' or '+') power++;
        if (power < _text.Length && _text[_at] is 'e' or 'E' && char.IsAsciiDigit(_text[power]))
            for (_at = power; _at < _text.Length && char.IsAsciiDigit(_text[_at]);) _at++;
        if (double.TryParse(_text.AsSpan(start, _at - start), NumberStyles.Float, CultureInfo.InvariantCulture, out double v)) return new MathNumber(v);
        string wrong = _text[start.._at];
        _at = start;
        throw Fault($"'{Echo.Of(wrong)}' is no number");
    }

    private MathNode Nested(Func<MathNode> part)
    {
        if (++_depth > DeepestNesting) throw Fault("this is nested too deeply");
        MathNode node = part();
        _depth--;
        return node;
    }

    private string TakeName()
    {
        Skip();
        int start = _at;
        while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] == '_') && !(_at == start && char.IsAsciiDigit(_text[_at]))) _at++;
        return _text[start.._at];
    }

    private string? TakeOne((string Symbol, string Function)[] operators)
    {
        foreach ((string symbol, string function) in operators)
            if (Take(symbol)) return function;
        return null;
    }

    private bool Take(string symbol)
    {
        if (!Peek(symbol)) return false;
        _at += symbol.Length;
        return true;
    }

    private bool Peek(string symbol)
    {
        Skip();
        return _text.AsSpan(_at).StartsWith(symbol, StringComparison.Ordinal);
    }

    private void Skip()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at])) _at++;
    }

    private InputException Fault(string what) => new(string.Create(CultureInfo.InvariantCulture, $"the formula '{Echo.Of(_text)}', character {_at + 1}: {what}."));
}
