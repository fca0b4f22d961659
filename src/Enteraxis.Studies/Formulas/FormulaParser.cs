using System.Globalization;
using Enteraxis.Numerics;

namespace Enteraxis.Studies.Formulas;

/// <summary>Recursive descent, weakest first: or, and, not, comparison, sum, product, sign, power.</summary>
internal sealed class FormulaParser(string text)
{
    // Far beyond any table; bounds the recursion of reading and of evaluating.
    private const int LongestText = 4000, DeepestNesting = 100;

    private static readonly string[] Comparisons = ["<=", ">=", "!=", "<", ">", "="];
    private int _at, _depth;

    internal FormulaNode Parse()
    {
        if (text.Length > LongestText) throw new InputException($"the formula '{text[..40]}…' is longer than {LongestText.ToString(CultureInfo.InvariantCulture)} characters; split it.");
        FormulaNode node = Or();
        Skip();
        return _at == text.Length ? node : throw Fault("an operator is expected");
    }

    private FormulaNode Or()
    {
        FormulaNode left = And();
        while (TakeWord("or")) left = new BinaryNode("or", left, And());
        return left;
    }

    private FormulaNode And()
    {
        FormulaNode left = Not();
        while (TakeWord("and")) left = new BinaryNode("and", left, Not());
        return left;
    }

    private FormulaNode Not() => TakeWord("not") ? new UnaryNode("not", Nested(Not)) : Comparison();

    private FormulaNode Comparison()
    {
        FormulaNode left = Sum();
        foreach (string op in Comparisons)
        {
            if (!Take(op)) continue;
            int before = _at;
            if (op is "=" or "!=" && left is NameNode name)
            {
                // A bare word on the right is a word, unless something is done with it.
                string word = TakeName();
                if (word.Length > 0 && (AtEnd() || PeekWord("and") || PeekWord("or") || text[_at] == ')')) return new WordNode(name.Name, word, op == "=");
                _at = before;
            }
            return new BinaryNode(op, left, Sum());
        }
        return left;
    }

    private FormulaNode Sum()
    {
        FormulaNode left = Product();
        while (true)
        {
            if (Take("+")) left = new BinaryNode("+", left, Product());
            else if (Take("-")) left = new BinaryNode("-", left, Product());
            else return left;
        }
    }

    private FormulaNode Product()
    {
        FormulaNode left = Sign();
        while (true)
        {
            if (Take("*")) left = new BinaryNode("*", left, Sign());
            else if (Take("/")) left = new BinaryNode("/", left, Sign());
            else return left;
        }
    }

    private FormulaNode Sign() => Take("-") ? new UnaryNode("-", Nested(Sign)) : Power();

    private FormulaNode Power()
    {
        FormulaNode left = Atom();
        return Take("^") ? new BinaryNode("^", left, Nested(Sign)) : left;
    }

    private FormulaNode Atom()
    {
        if (Take("("))
        {
            FormulaNode inside = Nested(Or);
            return Take(")") ? inside : throw Fault("a closing bracket is expected");
        }
        Skip();
        if (_at < text.Length && (char.IsAsciiDigit(text[_at]) || text[_at] == '.')) return Number();
        string name = TakeName();
        if (name.Length == 0) throw Fault("a number, a name or a bracket is expected");
        return Take("(") ? Nested(() => Call(name)) : new NameNode(name);
    }

    private FormulaNode Nested(Func<FormulaNode> part)
    {
        if (++_depth > DeepestNesting) throw Fault("this is nested too deeply");
        FormulaNode node = part();
        _depth--;
        return node;
    }

    private FormulaNode Call(string function)
    {
        FormulaNode result;
        if (function is "has" or "lever" or "amount")
        {
            string word = TakeName();
            result = word.Length > 0 ? new AskNode(function, word) : throw Fault($"{function}(…) takes one word");
        }
        else if (function is "min" or "max")
        {
            FormulaNode first = Sum();
            if (!Take(",")) throw Fault($"{function}(…, …) takes two values");
            result = new BinaryNode(function, first, Sum());
        }
        else if (function is "exp" or "log" or "sqrt") result = new UnaryNode(function, Sum());
        else throw Fault($"there is no function '{function}'");
        return Take(")") ? result : throw Fault("a closing bracket is expected");
    }

    private NumberNode Number()
    {
        int start = _at;
        while (_at < text.Length && (char.IsAsciiDigit(text[_at]) || text[_at] == '.')) _at++;
        int power = _at + 1;
        if (power < text.Length && text[_at] is 'e' or 'E' && text[power] is '-' or '+') power++;
        if (power < text.Length && text[_at] is 'e' or 'E' && char.IsAsciiDigit(text[power]))
            for (_at = power; _at < text.Length && char.IsAsciiDigit(text[_at]);) _at++;
        if (double.TryParse(text.AsSpan(start, _at - start), NumberStyles.Float, CultureInfo.InvariantCulture, out double v) && double.IsFinite(v)) return new NumberNode(v);
        string wrong = text[start.._at];
        _at = start;
        throw Fault($"'{wrong}' is no number");
    }

    private string TakeName()
    {
        Skip();
        int start = _at;
        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] is '_' or '.') && !(_at == start && char.IsAsciiDigit(text[_at]))) _at++;
        return text[start.._at];
    }

    private bool PeekWord(string word)
    {
        Skip();
        int end = _at + word.Length;
        return end <= text.Length && text.AsSpan(_at, word.Length).SequenceEqual(word) && (end == text.Length || !(char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '.'));
    }

    private bool TakeWord(string word)
    {
        if (!PeekWord(word)) return false;
        _at += word.Length;
        return true;
    }

    private bool Take(string symbol)
    {
        Skip();
        if (_at + symbol.Length > text.Length || !text.AsSpan(_at, symbol.Length).SequenceEqual(symbol)) return false;
        _at += symbol.Length;
        return true;
    }

    private bool AtEnd()
    {
        Skip();
        return _at == text.Length;
    }

    private void Skip()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at])) _at++;
    }

    private InputException Fault(string what) => new($"the formula '{text}', column {(_at + 1).ToString(CultureInfo.InvariantCulture)}: {what}.");
}
