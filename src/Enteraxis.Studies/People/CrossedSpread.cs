using Enteraxis.Numerics.Summaries;

namespace Enteraxis.Studies.People;

/// <summary>The same people under several draws of the parameters: how far the draws move the mean, with chance taken out.</summary>
/// <remarks>
/// Two-way layout without replication. Var(set means) holds the variance between sets and, divided by the people, that of the residual (chance and
/// the way a draw meets a person). Deviations are shrunk so that their variance is the first alone (method of moments; none left where it is not
/// above the second). Source: textbook analysis of variance with random effects.
/// </remarks>
public sealed class CrossedSpread
{
    /// <param name="values">[set][person]; NaN where there is no value: that person is then left out of every set.</param>
    public CrossedSpread(double[][] values)
    {
        int[] people = values.Length == 0 ? [] : [.. Enumerable.Range(0, values[0].Length).Where(p => values.All(s => double.IsFinite(s[p])))];
        if (values.Length < 2 || people.Length < 2) return;
        double[] setMeans = [.. values.Select(s => Moments.Mean([.. people.Select(p => s[p])]))];
        double[] personMeans = [.. people.Select(p => Moments.Mean([.. values.Select(s => s[p])]))];
        double grand = Moments.Mean(setMeans), residual = 0, between = 0, within = 0;
        for (int k = 0; k < values.Length; k++)
        {
            between += (setMeans[k] - grand) * (setMeans[k] - grand);
            for (int j = 0; j < people.Length; j++)
            {
                double d = values[k][people[j]] - setMeans[k], r = d - personMeans[j] + grand;
                residual += r * r;
                within += d * d;
            }
        }
        between /= values.Length - 1;
        residual /= (values.Length - 1.0) * (people.Length - 1);
        within /= values.Length * (people.Length - 1.0);
        double ofSets = Math.Max(0, between - residual / people.Length), share = between > 0 ? Math.Sqrt(ofSets / between) : 0;
        SetDeviations = [.. setMeans.Select(m => share * (m - grand))];
        WithinShare = within + ofSets > 0 ? within / (within + ofSets) : 1;
    }

    /// <summary>Shrunk deviation of each set's mean from the grand mean; null with fewer than two sets or people.</summary>
    public double[]? SetDeviations { get; }

    /// <summary>Of the variance of people who have each their own set: the share that is left among people of one set. 1 with fewer than two sets or people.</summary>
    public double WithinShare { get; } = 1;
}
