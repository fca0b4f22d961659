using System.Globalization;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Enteraxis.Studies.Yaml;

/// <summary>One mapping of a YAML file.</summary>
public sealed class YamlMap
{
    private readonly string _file;
    private readonly Dictionary<string, (YamlNode Node, int Line)> _entries = new(StringComparer.Ordinal);

    internal YamlMap(string file, YamlMappingNode node)
    {
        (_file, Line) = (file, (int)node.Start.Line);
        // That keys are words and stand once was checked when the file was read.
        foreach ((YamlNode key, YamlNode value) in node.Children) _entries.Add(((YamlScalarNode)key).Value!, (value, (int)key.Start.Line));
    }

    public int Line { get; }

    public IEnumerable<string> Keys => _entries.Keys;

    public bool Has(string key) => _entries.ContainsKey(key);

    /// <summary>Whether keys stand below the key, and not a value or a list.</summary>
    public bool IsGroup(string key) => _entries.TryGetValue(key, out var e) && e.Node is YamlMappingNode;

    /// <summary>Refuses any key that is not in the list.</summary>
    public void AllowOnly(params string[] keys)
    {
        foreach ((string key, (YamlNode _, int line)) in _entries)
            if (Array.IndexOf(keys, key) < 0)
                throw InputException.At(_file, line, 0, $"the key '{Echo.Of(key)}' is unknown; known are {string.Join(", ", keys)}.{NearestName.Hint(key, keys)}");
    }

    public InputException Fault(string key, string what) => InputException.At(_file, _entries.TryGetValue(key, out var e) ? e.Line : Line, 0, what);

    /// <summary>The text of a scalar; null where the key is missing or its value empty.</summary>
    public string? Text(string key)
    {
        if (!_entries.TryGetValue(key, out var e)) return null;
        if (e.Node is not YamlScalarNode scalar) throw Fault(key, $"'{key}' takes one value, not a list or a group; write '{key}: value'.");
        string text = (scalar.Value ?? "").Trim();
        return text.Length == 0 || (scalar.Style == ScalarStyle.Plain && text is "~" or "null") ? null : text;
    }

    public string Required(string key) => Text(key) ?? throw Fault(key, $"'{key}' is missing; write '{key}: value'.");

    public double? Number(string key)
    {
        string? text = Text(key);
        if (text is null) return null;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double v) && double.IsFinite(v) ? v : throw Fault(key, $"'{key}: {Echo.Of(text)}' is no number; write it with a point, for example 0.5.");
    }

    public int Count(string key, int fallback)
    {
        double? v = Number(key);
        if (v is null) return fallback;
        return v >= 0 && v == Math.Floor(v.Value) && v < int.MaxValue ? (int)v.Value : throw Fault(key, $"'{key}: {Echo.Of(Text(key)!)}' is no whole number; write for example '{key}: 10'.");
    }

    public bool Flag(string key)
    {
        string? text = Text(key);
        return text switch { null or "no" or "false" => false, "yes" or "true" => true, _ => throw Fault(key, $"'{key}: {Echo.Of(text)}' is neither yes nor no; write one of them.") };
    }

    /// <summary>True where the key has no value behind it; an empty list is one.</summary>
    public bool IsEmpty(string key) => !_entries.TryGetValue(key, out var e) || (e.Node is YamlScalarNode && Text(key) is null or "unknown");

    /// <summary>Words of a list; a single word counts as a list of one.</summary>
    public IReadOnlyList<string> Words(string key)
    {
        if (!_entries.TryGetValue(key, out var e)) return [];
        if (e.Node is YamlScalarNode) return Text(key) is string one and not ("none" or "[]") ? [one] : [];
        if (e.Node is not YamlSequenceNode list) throw Fault(key, $"'{key}' takes a list.");
        return [.. list.Children.Select(c => (c as YamlScalarNode)?.Value?.Trim() ?? throw Fault(key, $"'{key}' takes a list of words."))];
    }

    public YamlMap? Map(string key)
    {
        if (!_entries.TryGetValue(key, out var e)) return null;
        return e.Node is YamlMappingNode map ? new YamlMap(_file, map) : throw Fault(key, $"'{key}' takes a group of keys.");
    }

    public IReadOnlyList<YamlMap> Maps(string key)
    {
        if (!_entries.TryGetValue(key, out var e)) return [];
        if (e.Node is not YamlSequenceNode list) throw Fault(key, $"'{key}' takes a list.");
        return [.. list.Children.Select(c => c is YamlMappingNode m ? new YamlMap(_file, m) : throw Fault(key, $"each entry of '{key}' is a group of keys."))];
    }
}
