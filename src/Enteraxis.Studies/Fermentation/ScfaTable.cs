using System.Globalization;
using System.Text;

namespace Enteraxis.Studies.Fermentation;

/// <summary>scfa.tsv: sample, acid, measure, estimate, low, high.</summary>
public static class ScfaTable
{
    /// <summary>What every page and table with these figures has to say.</summary>
    public static IReadOnlyList<string> Cautions { get; } =
    [
        "Faecal concentration is not production: most of what is made is absorbed on the way, and slow transit leaves less in the stool whatever was made.",
        "Serum hardly follows: in the calibration cohort faecal and serum levels of the same person correlate with |r| below 0.07.",
        "Production and absorption come from a model of guilds on a usual diet and were held against no measurement in these people; no stool can confirm them.",
        "Research and education, not a medical device.",
    ];

    public static string Text(FermentationResult result)
    {
        StringBuilder text = new();
        foreach (string line in Cautions.Concat(result.Notes)) text.Append("# ").Append(line).Append('\n');
        text.Append("sample\tacid\tmeasure\testimate\tlow\thigh\n");
        foreach (AcidEstimate r in result.Rows)
            text.Append(CultureInfo.InvariantCulture, $"{r.Sample}\t{r.Acid}\t{r.Measure}\t{r.Estimate:G6}\t{r.Low:G6}\t{r.High:G6}\n");
        return text.ToString();
    }
}
