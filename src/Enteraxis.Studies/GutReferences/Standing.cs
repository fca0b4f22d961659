using Enteraxis.Numerics.Distributions;

namespace Enteraxis.Studies.GutReferences;

/// <summary>Where one share of one sample stands in a reference.</summary>
/// <param name="Percentile">Mid-rank, 0 to 100. <paramref name="Low"/> and <paramref name="High"/>: 90 % interval from depth and the reference's own size together.</param>
/// <param name="DepthLow">What counting the sample's reads alone moves.</param>
/// <param name="SiteLow">Lowest and highest percentile if each site of the reference alone were the reference; null where there are no sites.</param>
/// <param name="CohortLow">The same with cohorts of other laboratories.</param>
public sealed record Standing(string Sample, ReferenceItem Item, ItemShare Share, ReferenceSet Reference, int ReferenceCount, double Percentile, double Low, double High,
    double DepthLow, double DepthHigh, double? SiteLow, double? SiteHigh, double? CohortLow, double? CohortHigh)
{
    /// <summary>All standings of a table, sample by sample.</summary>
    public static IReadOnlyList<Standing> Of(ItemShares shares, ReferenceSet reference)
    {
        List<Standing> all = [];
        for (int s = 0; s < shares.Samples.Count; s++)
            for (int i = 0; i < shares.Items.Count; i++)
                if (shares[s, i] is { } share && reference.Laws.TryGetValue(shares.Items[i], out IReferenceLaw? law) && Alone(law, reference, shares.Samples[s], share.Share) is { Count: > 0 } others)
                    all.Add(One(shares.Samples[s], shares.Items[i], share, reference, others));
        return all;
    }

    private static Standing One(string sample, ReferenceItem item, ItemShare share, ReferenceSet reference, IReferenceLaw law)
    {
        double p = law.PercentileOf(share.Share), depthLow = Math.Min(p, law.PercentileOf(share.Low)), depthHigh = Math.Max(p, law.PercentileOf(share.High));
        double below = p / 100 * law.Count, above = law.Count - below;
        double sizeLow = Math.Min(p, 100 * BetaLaw.Quantile(0.05, below + 0.5, above + 0.5)), sizeHigh = Math.Max(p, 100 * BetaLaw.Quantile(0.95, below + 0.5, above + 0.5));
        // Two independent distances from the estimate, added as squares (Zou and Donner 2008).
        double low = Math.Max(0, p - Hypotenuse(p - depthLow, p - sizeLow)), high = Math.Min(100, p + Hypotenuse(depthHigh - p, sizeHigh - p));
        (double? siteLow, double? siteHigh) = Range(reference.Sites, item, share.Share);
        (double? cohortLow, double? cohortHigh) = Range(reference.Cohorts, item, share.Share);
        return new Standing(sample, item, share, reference, law.Count, p, low, high, depthLow, depthHigh, siteLow, siteHigh, cohortLow, cohortHigh);
    }

    private static IReferenceLaw Alone(IReferenceLaw law, ReferenceSet reference, string sample, double share) =>
        law is ReferenceValues values && reference.Members.Contains(sample) ? values.Without(share) : law;

    private static (double?, double?) Range(IReadOnlyList<ReferencePart> parts, ReferenceItem item, double share)
    {
        double? low = null, high = null;
        foreach (ReferencePart part in parts)
        {
            if (!part.Laws.TryGetValue(item, out IReferenceLaw? law)) continue;
            double p = law.PercentileOf(share);
            (low, high) = (Math.Min(low ?? p, p), Math.Max(high ?? p, p));
        }
        return (low, high);
    }

    private static double Hypotenuse(double a, double b) => Math.Sqrt(a * a + b * b);
}
