using System.Globalization;
using System.Text;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Phylogeny;

/// <summary>The words of Newick text with their places; white space and comments in square brackets are skipped.</summary>
internal sealed class NewickScanner(TextReader text, string source, TreeLimits limits)
{
    private const string Marks = "(),:;[]'";

    private readonly StringBuilder _word = new();
    private readonly char[] _buffer = new char[1 << 14];
    private int _at, _filled, _line = 1, _column;

    /// <summary>The next character that is neither white space nor comment, not taken; -1 at the end.</summary>
    public int Peek()
    {
        while (true)
        {
            int c = Look();
            if (c >= 0 && char.IsWhiteSpace((char)c)) Take();
            else if (c == '[') SkipComment();
            else return c;
        }
    }

    public int Take()
    {
        int c = Look();
        if (c < 0) return c;
        _at++;
        if (c == '\n') (_line, _column) = (_line + 1, 0);
        else _column++;
        return c;
    }

    /// <summary>A label, plain or in quotes (a doubled quote stands for one).</summary>
    public string Label()
    {
        _word.Clear();
        if (Look() == '\'')
        {
            Take();
            while (true)
            {
                int c = Take();
                if (c < 0) throw Fault("a quoted label does not end; the file may be cut short");
                if (c == '\'')
                {
                    if (Look() != '\'') return _word.ToString();
                    Take();
                }
                Append((char)c);
            }
        }
        while (Look() is >= 0 and var c && !char.IsWhiteSpace((char)c) && !Marks.Contains((char)c, StringComparison.Ordinal)) Append((char)Take());
        if (_word.Length == 0) throw Fault($"'{(char)Look()}' was not expected here");
        return _word.ToString();
    }

    public double Length()
    {
        Peek();
        string word = Look() is >= 0 and var c && Marks.Contains((char)c, StringComparison.Ordinal) || Look() < 0 ? "" : Label();
        if (!double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double length) || !double.IsFinite(length))
            throw Fault($"'{Numerics.Text.Echo.Of(word)}' is no branch length; expected a number after the colon");
        return length;
    }

    public InputException Fault(string what) => InputException.At(source, _line, Math.Max(1, _column), what + "; expected one tree in Newick form.");

    private void Append(char c)
    {
        if (c == '\0') throw Fault("the text holds binary data");
        if (_word.Append(c).Length > limits.LabelCharacters) throw Fault(string.Create(CultureInfo.InvariantCulture, $"a label has more than {limits.LabelCharacters} characters"));
    }

    private void SkipComment()
    {
        int open = 0, length = 0;
        do
        {
            int c = Take();
            if (c < 0) throw Fault("a comment in square brackets does not end; the file may be cut short");
            if (++length > limits.CommentCharacters) throw Fault(string.Create(CultureInfo.InvariantCulture, $"a comment has more than {limits.CommentCharacters} characters"));
            open += c == '[' ? 1 : c == ']' ? -1 : 0;
        }
        while (open > 0);
    }

    private int Look()
    {
        if (_at < _filled) return _buffer[_at];
        try
        {
            (_at, _filled) = (0, text.Read(_buffer, 0, _buffer.Length));
        }
        catch (DecoderFallbackException e)
        {
            throw new InputException($"{source}, near line {_line.ToString(CultureInfo.InvariantCulture)}: the text is not UTF-8; expected a tree in Newick form.", e);
        }
        return _filled > 0 ? _buffer[0] : -1;
    }
}
