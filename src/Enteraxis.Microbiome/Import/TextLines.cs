using System.Globalization;
using System.Text;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Import;

/// <summary>Lines of a text file with their numbers, none longer than the limit (a file without line ends must not fill the memory).</summary>
internal sealed class TextLines(Stream stream, string name, int longest) : IDisposable
{
    private readonly StreamReader _reader = new(stream, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true, 1 << 16);
    private readonly char[] _buffer = new char[1 << 16];
    private readonly StringBuilder _line = new();
    private int _at, _filled;

    /// <summary>Of the line last returned, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>True where the last line has no line end: some programs write files so, and a file that was cut short looks so.</summary>
    public bool EndsOpen { get; private set; }

    public string? Next()
    {
        _line.Clear();
        bool any = false;
        while (true)
        {
            if (_at == _filled)
            {
                (_at, _filled) = (0, Fill());
                if (_filled == 0)
                {
                    EndsOpen |= any;
                    return any ? Done() : null;
                }
            }
            any = true;
            int end = Array.IndexOf(_buffer, '\n', _at, _filled - _at);
            int stop = end < 0 ? _filled : end;
            _line.Append(_buffer, _at, stop - _at);
            if (_line.Length > longest) throw InputException.At(name, Number + 1, 0, string.Create(CultureInfo.InvariantCulture, $"the line has more than {longest} characters; this is no table."));
            _at = end < 0 ? _filled : end + 1;
            if (end >= 0) return Done();
        }
    }

    public void Dispose() => _reader.Dispose();

    private string Done()
    {
        Number++;
        if (_line.Length > 0 && _line[^1] == '\r') _line.Length--;
        string line = _line.ToString();
        return line.Contains('\0', StringComparison.Ordinal) ? throw InputException.At(name, Number, 0, "the line holds binary data; expected a text table, a BIOM file or a gzip of one.") : line;
    }

    private int Fill()
    {
        try
        {
            return _reader.Read(_buffer, 0, _buffer.Length);
        }
        catch (DecoderFallbackException e)
        {
            throw new InputException($"{name}, near line {(Number + 1).ToString(CultureInfo.InvariantCulture)}: the text is not UTF-8; save the table as UTF-8 text.", e);
        }
    }
}
