using Enteraxis.Studies.Runs;

namespace Enteraxis.Studies.GutReferences;

/// <summary>reference.tsv: one line for each sample, item and reference.</summary>
public static class StandingTable
{
    /// <summary>What every page with percentiles has to say.</summary>
    public static IReadOnlyList<string> Cautions { get; } =
    [
        "Shares sum to one: a taxon can stand low only because another one grew.",
        "Intervals hold counting of reads and the reference's size. Copying and extraction of DNA, season and yesterday's meal scatter beyond them.",
        "Another site or another laboratory alone moves a percentile as far as the columns site and cohort say; a percentile is no reason to act.",
    ];

    public static ResultTable Of(IReadOnlyList<Standing> standings)
    {
        ResultTable table = new("reference", ("sample", typeof(string)), ("kind", typeof(string)), ("item", typeof(string)), ("share", typeof(double)), ("share_low", typeof(double)), ("share_high", typeof(double)),
            ("reference", typeof(string)), ("reference_samples", typeof(int)), ("percentile_0_to_100", typeof(double)), ("low", typeof(double)), ("high", typeof(double)), ("depth_low", typeof(double)), ("depth_high", typeof(double)),
            ("site_low", typeof(double)), ("site_high", typeof(double)), ("cohort_low", typeof(double)), ("cohort_high", typeof(double)));
        foreach (Standing s in standings)
            table.Add(s.Sample, s.Item.Kind, s.Item.Name, s.Share.Share, s.Share.Low, s.Share.High, s.Reference.Id, s.ReferenceCount, Tenth(s.Percentile), Tenth(s.Low), Tenth(s.High), Tenth(s.DepthLow), Tenth(s.DepthHigh),
                Tenth(s.SiteLow), Tenth(s.SiteHigh), Tenth(s.CohortLow), Tenth(s.CohortHigh));
        return table;
    }

    private static object? Tenth(double? percentile) => percentile is { } p ? Math.Round(p, 1) : null;
}
