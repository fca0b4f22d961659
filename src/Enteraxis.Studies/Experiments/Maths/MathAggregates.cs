namespace Enteraxis.Studies.Experiments.Maths;

/// <summary>Functions over all values of a variable, as SED-ML has them; values that are no numbers are left out.</summary>
public static class MathAggregates
{
    private const string Prefix = "all ";

    private static readonly Dictionary<string, Func<IReadOnlyList<double>, double>> Known = new(StringComparer.Ordinal)
    {
        ["min"] = v => v.Count == 0 ? double.NaN : v.Min(), ["max"] = v => v.Count == 0 ? double.NaN : v.Max(), ["sum"] = v => v.Sum(), ["product"] = v => v.Aggregate(1.0, (a, b) => a * b), ["count"] = v => v.Count,
        ["mean"] = v => v.Count == 0 ? double.NaN : v.Average(), ["stdev"] = v => Math.Sqrt(Variance(v)), ["variance"] = Variance,
    };

    /// <summary>True for min, max, sum, product, count, mean, stdev and variance.</summary>
    public static bool Has(string name) => Known.ContainsKey(name);

    /// <summary>The name of the function in calls, where min and max also are functions of several numbers.</summary>
    public static string NameOf(string name) => Prefix + name;

    public static bool Is(string function) => function.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The bare name of a call's function.</summary>
    public static string BareName(string function) => function[Prefix.Length..];

    /// <param name="name">Bare name.</param>
    public static double Apply(string name, IEnumerable<double> values) => Known[name]([.. values.Where(v => !double.IsNaN(v))]);

    // Of a sample: by n − 1.
    private static double Variance(IReadOnlyList<double> v)
    {
        if (v.Count < 2) return double.NaN;
        double mean = v.Average();
        return v.Sum(x => (x - mean) * (x - mean)) / (v.Count - 1);
    }
}
