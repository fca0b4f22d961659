using Enteraxis.Numerics.Tables;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Text;

namespace Enteraxis.Studies.Tables;

/// <summary>models/presets.tsv: regimes as parameter sets.</summary>
public sealed class PresetTable
{
    private const string As = "as ";

    private readonly Dictionary<string, Dictionary<string, double>> _presets = new(StringComparer.Ordinal);
    private readonly string _name;

    private PresetTable(string name) => _name = name;

    public IEnumerable<string> Names => _presets.Keys;

    public static PresetTable Read(string path)
    {
        TsvTable table = TsvTable.Read(path, "preset", "parameter", "value");
        PresetTable presets = new(table.Name);
        foreach (TsvRow r in table.Rows)
        {
            string preset = r.Required("preset");
            if (!presets._presets.TryGetValue(preset, out Dictionary<string, double>? values))
                presets._presets[preset] = values = new(StringComparer.Ordinal);
            // A regime that is all defaults has one row without a parameter; one that rests on another says so first ("as onset").
            if (r["parameter"].StartsWith(As, StringComparison.Ordinal))
            {
                string other = r["parameter"][As.Length..].Trim();
                if (!presets._presets.TryGetValue(other, out Dictionary<string, double>? given) || values.Count > 0) throw r.Fault("parameter", $"'{other}' must stand above, and 'as {other}' must be the first row of its preset.");
                foreach ((string name, double value) in given) values[name] = value;
            }
            else if (r["parameter"].Length > 0) values[r["parameter"]] = r.Number("value");
        }
        return presets;
    }

    /// <summary>The same regimes with other values in them.</summary>
    /// <param name="value">Of preset, parameter and value.</param>
    internal PresetTable Each(Func<string, string, double, double> value)
    {
        PresetTable moved = new(_name);
        foreach ((string preset, Dictionary<string, double> values) in _presets) moved._presets[preset] = values.ToDictionary(v => v.Key, v => value(preset, v.Key, v.Value), StringComparer.Ordinal);
        return moved;
    }

    /// <summary>The same regimes, one of them with a value of its own.</summary>
    internal PresetTable With(string preset, string parameter, double value)
    {
        PresetTable other = Each((_, _, v) => v);
        other._presets[preset][parameter] = value;
        return other;
    }

    /// <summary>Values that replace the central ones.</summary>
    public IReadOnlyDictionary<string, double> this[string preset] => _presets.TryGetValue(preset, out Dictionary<string, double>? values)
        ? values
        : throw new InputException($"'{preset}' is no preset of {_name}; there are {string.Join(", ", _presets.Keys.Order(StringComparer.Ordinal))}.{NearestName.Hint(preset, _presets.Keys)}");
}
