using Enteraxis.Numerics.Summaries;

namespace Enteraxis.Studies.People;

/// <summary>The same people under several draws of the parameters: how far the draws move the mean, with chance taken out.</summary>
/// <remarks>
/// Two-way layout without replication. Var(set means) holds the variance between sets and, divided by the people, that of the residual (chance and
/// the way a draw meets a person). Deviations are shrunk so that their variance is the first alone (method of moments; none left where it is not
/// above the second). Source: textbook analysis of variance with random effects.
/// </remarks>
/// <param name="values">[set][person]; NaN where there is no value: that person is then left out of every set.</param>
public sealed class CrossedSpread(double[][] values)
{
    /// <summary>Shrunk deviation of each set's mean from the grand mean; null with fewer than two sets or people.</summary>
    public double[]? SetDeviations()
    {
        int[] people = values.Length == 0 ? [] : [.. Enumerable.Range(0, values[0].Length).Where(p => values.All(s => double.IsFinite(s[p])))];
        if (values.Length < 2 || people.Length < 2) return null;
        double[] setMeans = [.. values.Select(s => Moments.Mean([.. people.Select(p => s[p])]))];
        double[] personMeans = [.. people.Select(p => Moments.Mean([.. values.Select(s => s[p])]))];
        double grand = Moments.Mean(setMeans), residual = 0, between = 0;
        for (int k = 0; k < values.Length; k++)
        {
            between += (setMeans[k] - grand) * (setMeans[k] - grand);
            for (int j = 0; j < people.Length; j++)
            {
                double r = values[k][people[j]] - setMeans[k] - personMeans[j] + grand;
                residual += r * r;
            }
        }
        between /= values.Length - 1;
        residual /= (values.Length - 1.0) * (people.Length - 1);
        double share = between > 0 ? Math.Sqrt(Math.Max(0, between - residual / people.Length) / between) : 0;
        return [.. setMeans.Select(m => share * (m - grand))];
    }
}
