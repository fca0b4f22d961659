namespace Enteraxis.Reporting.Text;

/// <summary>How sure, as one sign and a word.</summary>
internal static class EvidenceMarks
{
    public static string Sign(string mark) => mark switch
    {
        "high" => "●", "moderate" => "◕", "low" => "◑", "very low" => "○", _ => "—",
    };

    /// <summary>The word alone where it is no mark of certainty but the status of a number or an arrow.</summary>
    public static string WithWord(string mark) => mark is "literature" or "calibrated" or "assumed" ? mark : $"{Sign(mark)} {(mark.Length == 0 ? "hypothesis" : mark)}";
}
