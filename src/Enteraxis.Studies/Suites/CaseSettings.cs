using System.Globalization;
using Enteraxis.Numerics;

namespace Enteraxis.Studies.Suites;

/// <summary>What a case of the SBML Test Suite asks for: its settings file.</summary>
public sealed record CaseSettings(double Start, double Duration, int Steps, IReadOnlyList<string> Variables, double Absolute, double Relative,
    IReadOnlySet<string> Amounts, IReadOnlySet<string> Concentrations, IReadOnlyList<string> Output, (double Low, double High) MeanRange, (double Low, double High) DeviationRange)
{
    /// <exception cref="InputException">A line that is not "name: value", or a value that is no number.</exception>
    public static CaseSettings Read(string path)
    {
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        foreach (string line in File.ReadLines(path))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0) values[line[..colon].Trim()] = line[(colon + 1)..].Trim();
        }
        double Number(string name, double otherwise) =>
            !values.TryGetValue(name, out string? text) || text.Length == 0 ? otherwise
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double v) ? v
            : throw new InputException($"{path}: '{text}' is no number for '{name}'.");
        string[] List(string name) => values.TryGetValue(name, out string? text) ? text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [];
        (double, double) Range(string name, double half)
        {
            if (!values.TryGetValue(name, out string? text) || text.Length == 0) return (-half, half);
            string[] ends = text.Trim('(', ')', ' ').Split(',', StringSplitOptions.TrimEntries);
            return ends.Length == 2 && double.TryParse(ends[0], CultureInfo.InvariantCulture, out double low) && double.TryParse(ends[1], CultureInfo.InvariantCulture, out double high)
                ? (low, high) : throw new InputException($"{path}: '{text}' is no range for '{name}'; it should look like (-3, 3).");
        }
        return new CaseSettings(Number("start", 0), Number("duration", 0), (int)Number("steps", 0), List("variables"), Number("absolute", 0), Number("relative", 0),
            List("amount").ToHashSet(StringComparer.Ordinal), List("concentration").ToHashSet(StringComparer.Ordinal), List("output"), Range("meanRange", 3), Range("sdRange", 5));
    }

    /// <summary>Steps + 1 times, evenly spaced.</summary>
    public double[] Times => [.. Enumerable.Range(0, Steps + 1).Select(i => Start + Duration * i / Math.Max(1, Steps))];
}
