using Enteraxis.Numerics.Tables;

namespace Enteraxis.Microbiome.Profiles;

/// <summary>Summary of a share in a reference group: values at 5, 10, 25, 50, 75, 90 and 95 %.</summary>
/// <param name="Values">Ascending, in the order of <see cref="Levels"/>.</param>
/// <param name="Mean">Null where the table gives none.</param>
public sealed record ReferencePercentiles(IReadOnlyList<double> Values, double? Mean)
{
    public static IReadOnlyList<double> Levels { get; } = [5, 10, 25, 50, 75, 90, 95];

    /// <summary>People behind it; null where the table does not say.</summary>
    public int? Count { get; private init; }

    public double P05 => Values[0];

    public double Median => Values[3];

    public double P95 => Values[6];

    /// <summary>Percentile of a share, linear between the levels; 2.5 below the lowest and 97.5 above the highest, as nothing is known beyond.</summary>
    /// <remarks>Where several levels hold the same value (a taxon that many people lack) the middle of them is given.</remarks>
    public double PercentileOf(double share)
    {
        if (share < Values[0]) return 2.5;
        if (share > Values[^1]) return 97.5;
        int low = 0, high = Values.Count - 1;
        while (low < high && Values[low + 1] <= share) low++;
        while (high > 0 && Values[high - 1] >= share) high--;
        if (low > high) return share == Values[0] ? (0 + Levels[low]) / 2 : (Levels[low] + Levels[high]) / 2;
        if (low == high) return Levels[low];
        return Levels[low] + (Levels[high] - Levels[low]) * (share - Values[low]) / (Values[high] - Values[low]);
    }

    /// <summary>From the columns p05 … p95, perhaps mean and reference_n, of one line; null where all are empty.</summary>
    /// <exception cref="Numerics.InputException">Some are missing, or they do not ascend.</exception>
    public static ReferencePercentiles? From(TsvRow line)
    {
        string[] columns = ["p05", "p10", "p25", "p50", "p75", "p90", "p95"];
        double?[] values = [.. columns.Select(c => line.Optional(c))];
        if (Array.TrueForAll(values, v => v is null)) return null;
        if (Array.Exists(values, v => v is null)) throw line.Fault("some percentiles are missing; give all seven or none.");
        double[] known = [.. values.Select(v => v!.Value)];
        for (int i = 1; i < known.Length; i++)
            if (known[i] < known[i - 1]) throw line.Fault($"percentile {columns[i]} is below {columns[i - 1]}.");
        return new ReferencePercentiles(known, line.Optional("mean")) { Count = line.Optional("reference_n") is { } n ? (int)n : null };
    }
}
