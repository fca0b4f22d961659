using System.Globalization;
using Enteraxis.Numerics;

namespace Enteraxis.Modelling.Antimony;

/// <summary>Cuts a model text into names, numbers, texts and symbols. A statement ends with a line or a semicolon, but not inside brackets or after an operator.</summary>
internal sealed class Lexer(string text, string file)
{
    public const int LargestFileBytes = 16 * 1024 * 1024;

    private static readonly string[] Symbols =
        ["-->", "<=>", "<->", ":=", "->", "=>", "-o", "-|", "-(", "==", "!=", "<=", ">=", "&&", "||", "+", "-", "*", "/", "^", "%", "(", ")", "{", "}", "[", "]", ",", ":", "=", "<", ">", "!", ".", "'", "$", "~", "?", "|", "&"];

    private readonly List<Token> _tokens = [];
    private int _at, _line = 1, _lineStart, _depth;
    private bool _space;

    public List<Token> Tokens()
    {
        if (text.Length > LargestFileBytes) throw new InputException($"{file}: the text is larger than 16 MB; split the model into several files.");
        while (_at < text.Length) Next();
        Add(TokenKind.EndOfStatement, "end of line");
        Add(TokenKind.EndOfFile, "end of file");
        return _tokens;
    }

    private SourcePosition Here => new(file, _line, _at - _lineStart + 1);

    private void Add(TokenKind kind, string what, double value = 0)
    {
        _tokens.Add(new Token(kind, what, value, Here, _space));
        _space = false;
    }

    private void Next()
    {
        char c = text[_at];
        if (c == '\n') { Line(); return; }
        if (char.IsWhiteSpace(c) || c == '\uFEFF') { _at++; _space = true; return; }
        if (c == '\\' && Rest().StartsWith("\\\n", StringComparison.Ordinal)) { _at += 2; NewLine(); return; }
        if (c == '#' || Rest().StartsWith("//", StringComparison.Ordinal)) { while (_at < text.Length && text[_at] != '\n') _at++; return; }
        if (Rest().StartsWith("/*", StringComparison.Ordinal)) { Comment(); return; }
        if (c == ';') { Add(TokenKind.EndOfStatement, ";"); _at++; return; }
        if (c is '"') { Text(c); return; }
        if (char.IsLetter(c) || c == '_') { Name(); return; }
        if (char.IsAsciiDigit(c) || c == '.' && _at + 1 < text.Length && char.IsAsciiDigit(text[_at + 1])) { Number(); return; }
        Symbol();
    }

    private ReadOnlySpan<char> Rest() => text.AsSpan(_at);

    private void NewLine()
    {
        _line++;
        _lineStart = _at;
        _space = true;
    }

    /// <summary>A line ends a statement unless a bracket is open or the line stops at an operator, a comma or a colon.</summary>
    private void Line()
    {
        bool goesOn = _depth > 0 || _tokens.Count > 0 && _tokens[^1] is { Kind: TokenKind.Symbol, Text: "+" or "*" or "/" or "^" or "," or "&&" or "||" or ":=" or "=" };
        if (!goesOn) Add(TokenKind.EndOfStatement, "end of line");
        _at++;
        NewLine();
    }

    private void Comment()
    {
        SourcePosition start = Here;
        int end = text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
        if (end < 0) throw InputException.At(file, start.Line, start.Column, "the comment /* is never closed; write */ where it ends.");
        for (int i = _at; i < end; i++)
            if (text[i] == '\n') { _line++; _lineStart = i + 1; }
        _at = end + 2;
        _space = true;
    }

    private void Text(char quote)
    {
        SourcePosition start = Here;
        int from = _at;
        bool triple = Rest().StartsWith("\"\"\"", StringComparison.Ordinal) || Rest().StartsWith("```", StringComparison.Ordinal);
        int open = triple ? 3 : 1, end = _at + open;
        while (end < text.Length && !(triple ? text.AsSpan(end).StartsWith("\"\"\"", StringComparison.Ordinal) : text[end] == quote && text[end - 1] != '\\'))
        {
            if (text[end] == '\n') { if (!triple) break; _line++; _lineStart = end + 1; }
            end++;
        }
        if (end >= text.Length || text[end] == '\n') throw InputException.At(file, start.Line, start.Column, "the text in quotes is never closed; write \" where it ends.");
        _tokens.Add(new Token(TokenKind.Text, text[(from + open)..end], 0, start, _space));
        _space = false;
        _at = end + open;
    }

    private void Name()
    {
        int from = _at;
        int to = _at;
        while (to < text.Length && (char.IsLetterOrDigit(text[to]) || text[to] == '_')) to++;
        Add(TokenKind.Name, text[from..to]);
        _at = to;
    }

    private void Number()
    {
        int to = _at;
        while (to < text.Length && char.IsAsciiDigit(text[to])) to++;
        if (to < text.Length && text[to] == '.') { to++; while (to < text.Length && char.IsAsciiDigit(text[to])) to++; }
        if (to < text.Length && text[to] is 'e' or 'E')
        {
            int exponent = to + 1;
            if (exponent < text.Length && text[exponent] is '+' or '-') exponent++;
            if (exponent < text.Length && char.IsAsciiDigit(text[exponent]))
            {
                while (exponent < text.Length && char.IsAsciiDigit(text[exponent])) exponent++;
                to = exponent;
            }
        }
        string literal = text[_at..to];
        Add(TokenKind.Number, literal, double.Parse(literal, NumberStyles.Float, CultureInfo.InvariantCulture));
        _at = to;
    }

    private void Symbol()
    {
        if (Rest().StartsWith("! =", StringComparison.Ordinal) && !Rest().StartsWith("! ==", StringComparison.Ordinal))
        {
            Add(TokenKind.Symbol, "!=");
            _at += 3;
            return;
        }
        foreach (string symbol in Symbols)
        {
            if (!Rest().StartsWith(symbol, StringComparison.Ordinal)) continue;
            // "a -o" is an interaction only where a space follows; "-(" only directly after a name list, which the parser asks for: keep it a minus here.
            if (symbol is "-o" && (_at + 2 < text.Length && (char.IsLetterOrDigit(text[_at + 2]) || text[_at + 2] == '_') || _depth > 0) || symbol is "-(") continue;
            if (symbol is "(" or "{" or "[") _depth++;
            if (symbol is ")" or "}" or "]") _depth = Math.Max(0, _depth - 1);
            Add(TokenKind.Symbol, symbol);
            _at += symbol.Length;
            return;
        }
        throw InputException.At(file, _line, _at - _lineStart + 1, $"the character '{text[_at]}' has no meaning in a model text; remove it.");
    }
}
