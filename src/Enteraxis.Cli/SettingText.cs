using System.Globalization;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Text;

namespace Enteraxis.Cli;

/// <summary>Reads --set name=value.</summary>
internal static class SettingText
{
    /// <exception cref="InputException">No setting, or one name twice.</exception>
    public static IReadOnlyList<(string Name, double Value)> ParseAll(IEnumerable<string> texts)
    {
        List<(string, double)> settings = [];
        HashSet<string> set = new(StringComparer.Ordinal);
        foreach (string text in texts)
        {
            (string name, double value) = Parse(text);
            if (!set.Add(name)) throw new InputException($"--set: '{name}' is set twice; keep one.");
            settings.Add((name, value));
        }
        return settings;
    }

    private static (string Name, double Value) Parse(string text)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 1 || !double.TryParse(text[(equals + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || !double.IsFinite(value))
            throw new InputException($"--set: '{Echo.Of(text)}' was not understood; write name=number, for example fibre=30.");
        return (text[..equals].Trim(), value);
    }
}
