using Enteraxis.Numerics;
using Enteraxis.Numerics.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Enteraxis.Studies.Yaml;

/// <summary>
/// What a file of ours never needs is refused before anything is built from it: references that multiply a text, nesting that exhausts the
/// stack, doubled keys, keys that are no words, several documents.
/// </summary>
internal static class YamlShape
{
    private const int DeepestNesting = 20;

    /// <exception cref="YamlException">The text is no YAML; with its place.</exception>
    /// <exception cref="InputException">The text is YAML of a kind that is not read.</exception>
    internal static void Check(string name, string text)
    {
        Parser parser = new(new StringReader(text));
        Stack<Level> levels = new();
        int documents = 0;
        while (Next(name, parser))
        {
            ParsingEvent now = parser.Current!;
            int line = (int)now.Start.Line;
            if (now is DocumentStart && ++documents > 1) throw InputException.At(name, line, 0, "a second document begins here; keep one a file.");
            if (now is AnchorAlias || now is NodeEvent { Anchor.IsEmpty: false }) throw InputException.At(name, line, 0, "references (& and *) are not read; write the value out, or put it in quotes.");
            if (now is Scalar or MappingStart or SequenceStart && levels.TryPeek(out Level? inside)) inside.Take(name, line, now as Scalar);
            if (now is MappingStart or SequenceStart)
            {
                if (levels.Count == DeepestNesting) throw InputException.At(name, line, 0, "this is nested too deeply; write 'key: value' lines.");
                levels.Push(new Level(now is MappingStart));
            }
            else if (now is MappingEnd or SequenceEnd) levels.Pop();
        }
    }

    /// <summary>The library's own faults on broken text come as exceptions of many kinds.</summary>
    private static bool Next(string name, Parser parser)
    {
        int line = (int)(parser.Current?.End.Line ?? 1);
        try
        {
            return parser.MoveNext();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or IndexOutOfRangeException or FormatException or OverflowException)
        {
            throw InputException.At(name, line, 0, "this or the next line is no valid YAML; write one 'key: value' a line, and close every bracket and quote.");
        }
    }

    private sealed class Level(bool isMapping)
    {
        private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
        private bool _valueIsNext;

        internal void Take(string name, int line, Scalar? scalar)
        {
            if (!isMapping) return;
            if (!_valueIsNext)
            {
                if (scalar is null || scalar.Value.Length == 0) throw InputException.At(name, line, 0, "a key is one word; write 'key: value'.");
                if (!_keys.Add(scalar.Value)) throw InputException.At(name, line, 0, $"the key '{Echo.Of(scalar.Value)}' stands twice; keep one.");
            }
            _valueIsNext = !_valueIsNext;
        }
    }
}
