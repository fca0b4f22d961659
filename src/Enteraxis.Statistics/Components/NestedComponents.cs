namespace Enteraxis.Statistics.Components;

/// <summary>One value of a nested design: under a set, of a group of people within it, one repeat of chance.</summary>
public readonly record struct NestedValue(int Set, int People, double Value);

/// <summary>Variance between sets, between groups of people within a set and by chance within a group, where no two sets share their people; sizes may differ.</summary>
/// <remarks>
/// y = μ + S + P(S) + C(P), all random and independent. Analysis-of-variance (Searle) estimators for unequal numbers, unbiased whatever the laws: the sums of squares between sets, between groups
/// within sets and within groups are set equal to their expectations
///   E SSC = (N − b) σC²,  E SSP = (b − a) σC² + (N − Σ_s Σ_p n²/n_s) σP²,  E SSS = (a − 1) σC² + (Σ_s Σ_p n²/n_s − Σ n²/N) σP² + (N − Σ_s n_s²/N) σS²,
/// N values, a sets, b groups. Errors: the jackknife over sets. When not: the same people in every set (<see cref="CrossedComponents"/>).
/// Source: Searle, Casella and McCulloch, Variance Components (1992), section 5.6 and appendix F.
/// </remarks>
/// <example><code>NestedComponents c = NestedComponents.Of([new(0, 0, 1), new(0, 0, 2), new(0, 1, 4), new(1, 0, 3), new(1, 0, 5), new(1, 1, 2)]);</code></example>
public sealed record NestedComponents(VarianceComponent Sets, VarianceComponent People, VarianceComponent Chance)
{
    /// <param name="values">In any order; those that are not finite are left out. Numbers of groups need only differ within a set.</param>
    /// <returns>A component is unknown where nothing repeats on its level.</returns>
    public static NestedComponents Of(IReadOnlyList<NestedValue> values)
    {
        double[][][] sets = [.. values.Where(v => double.IsFinite(v.Value)).GroupBy(v => v.Set).Select(s => s.GroupBy(v => v.People).Select(p => p.Select(v => v.Value).ToArray()).ToArray())];
        double[] of = Estimate(sets);
        double[][] without = [.. sets.Select((_, k) => Estimate([.. sets.Where((_, i) => i != k)]))];
        VarianceComponent Component(int c) => new(of[c], Math.Sqrt(Jackknife.Variance(without.Length, k => without[k][c])));
        return new(Component(0), Component(1), Component(2));
    }

    private static double[] Estimate(double[][][] sets)
    {
        double n = 0, groups = 0, sum = 0, perSet = 0, squares = 0, setSquares = 0;
        foreach (double[][] set in sets)
        {
            double inSet = set.Sum(p => p.Length), own = set.Sum(p => (double)p.Length * p.Length);
            (n, groups, sum) = (n + inSet, groups + set.Length, sum + set.Sum(p => p.Sum()));
            (perSet, squares, setSquares) = (perSet + own / inSet, squares + own, setSquares + inSet * inSet);
        }
        double grand = sum / n, ofSets = 0, ofPeople = 0, ofChance = 0;
        foreach (double[][] set in sets)
        {
            double mean = set.Sum(p => p.Sum()) / set.Sum(p => p.Length);
            ofSets += set.Sum(p => p.Length) * (mean - grand) * (mean - grand);
            foreach (double[] group in set)
            {
                double middle = group.Average();
                ofPeople += group.Length * (middle - mean) * (middle - mean);
                ofChance += group.Sum(y => (y - middle) * (y - middle));
            }
        }
        double chance = n > groups ? ofChance / (n - groups) : double.NaN;
        double people = n > perSet && groups > sets.Length ? (ofPeople - (groups - sets.Length) * chance) / (n - perSet) : double.NaN;
        double between = sets.Length > 1 ? (ofSets - (sets.Length - 1) * chance - (perSet - squares / n) * people) / (n - setSquares / n) : double.NaN;
        return [between, people, chance];
    }
}
