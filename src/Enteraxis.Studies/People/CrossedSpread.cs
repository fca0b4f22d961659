using Enteraxis.Numerics.Summaries;
using Enteraxis.Statistics.Components;

namespace Enteraxis.Studies.People;

/// <summary>The same people with the same repeats of chance under several draws of the parameters: how far the draws move the mean, with chance taken out.</summary>
/// <remarks>
/// Components by <see cref="CrossedComponents"/>. Deviations of the draws' means are shrunk so that their variance is that between draws alone (none left where it is not told above 0).
/// </remarks>
public sealed class CrossedSpread
{
    /// <param name="values">[set][person][repeat]; a person with a value that is not finite is left out of every set.</param>
    public CrossedSpread(double[][][] values)
    {
        Components = CrossedComponents.Of(values);
        if (!Components.Sets.IsKnown) return;
        int[] people = [.. Enumerable.Range(0, values[0].Length).Where(p => values.All(s => s[p].All(double.IsFinite)))];
        double[] setMeans = [.. values.Select(s => Moments.Mean([.. people.SelectMany(p => s[p])]))];
        double grand = Moments.Mean(setMeans), between = Moments.Variance(setMeans), rounding = 1e-12 * setMeans.Max(Math.Abs);
        // Where nobody differs, what is left is rounding, and no share of it is anything's.
        Components = new(Components.Sets.Beyond(rounding), Components.People.Beyond(rounding), Components.Chance.Beyond(rounding));
        double ofSets = Math.Max(0, Components.Sets.Value);
        double share = between > 0 ? Math.Min(1, Math.Sqrt(ofSets / between)) : 0, within = Math.Max(0, Components.People.Value) + (Components.Chance.IsKnown ? Math.Max(0, Components.Chance.Value) : 0);
        SetDeviations = [.. setMeans.Select(m => share * (m - grand))];
        WithinShare = within + ofSets > 0 ? within / (within + ofSets) : 1;
    }

    public CrossedComponents Components { get; }

    /// <summary>Shrunk deviation of each set's mean from the grand mean; null with fewer than two sets or people.</summary>
    public double[]? SetDeviations { get; }

    /// <summary>Of the variance of people who have each their own set: the share that is left among people of one set. 1 with fewer than two sets or people.</summary>
    public double WithinShare { get; } = 1;
}
