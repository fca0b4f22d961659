using Enteraxis.Studies.Runs;

namespace Enteraxis.Studies.Fermentation;

/// <summary>scfa.tsv: sample, acid, measure, estimate, low, high; the measure names the unit.</summary>
public static class ScfaTable
{
    /// <summary>What every page with these figures has to say, and the list of what was read beside the table.</summary>
    public static IReadOnlyList<string> Cautions { get; } =
    [
        "Faecal concentration is not production: most of what is made is absorbed on the way, and slow transit leaves less in the stool whatever was made.",
        "Serum hardly follows: in the calibration cohort faecal and serum levels of the same person correlate with |r| below 0.07.",
        "Production and absorption come from a model of guilds on a usual diet and were held against no measurement in these people; no stool can confirm them.",
        "Branched acids followed no measured stool (r −0.14), and lactate and succinate could be held against none: their levels are the model's alone.",
        "For stools of adults on a usual diet: not for infants, after antibiotics or laxatives, nor for other sites than stool.",
        "Research and education, not a medical device.",
    ];

    public static ResultTable Of(FermentationResult result)
    {
        ResultTable table = new("scfa", ("sample", typeof(string)), ("acid", typeof(string)), ("measure", typeof(string)), ("estimate", typeof(double)), ("low", typeof(double)), ("high", typeof(double)));
        foreach (AcidEstimate r in result.Rows) table.Add(r.Sample, r.Acid, r.Measure, SixDigits.Of(r.Estimate), SixDigits.Of(r.Low), SixDigits.Of(r.High));
        return table;
    }
}
