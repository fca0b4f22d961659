namespace Enteraxis.Statistics.Samples;

/// <summary>Wilcoxon's rank-sum test (Mann and Whitney's U): normal approximation with tied ranks and, unless told, half a rank for continuity, as R's wilcox.test for large samples.</summary>
/// <remarks>Tests whether a value of one sample is likelier above one of the other; it compares medians only where the shapes are alike. For n below about 10 an arm exact tables differ.</remarks>
/// <param name="U">Pairs in which the first sample's value is above, ties a half.</param>
/// <param name="Share">U over all pairs: the probability that the first is above.</param>
/// <param name="P">Two-sided; NaN where all values are equal or a sample is empty.</param>
public readonly record struct RankSum(double U, double Share, double Z, double P)
{
    public static RankSum Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second, bool corrected = true)
    {
        double n = first.Length, m = second.Length, all = n + m;
        (double[] ranks, double ties) = Ranks.Of([.. first, .. second]);
        double u = -n * (n + 1) / 2;
        for (int i = 0; i < first.Length; i++) u += ranks[i];
        double off = u - n * m / 2, sigma = Math.Sqrt(n * m / 12 * (all + 1 - ties / (all * (all - 1))));
        if (corrected) off -= Math.Sign(off) * 0.5;
        double z = sigma > 0 ? off / sigma : double.NaN;
        return new(u, u / (n * m), z, NormalTails.TwoSided(z));
    }
}
