namespace Enteraxis.Reporting.Text;

/// <summary>How sure, as one sign and a word.</summary>
internal static class EvidenceMarks
{
    public static string Sign(string mark) => mark switch
    {
        "high" => "●", "moderate" => "◕", "low" => "◑", "very low" => "○", _ => "—",
    };

    public static string WithWord(string mark) => $"{Sign(mark)} {(mark.Length == 0 ? "hypothesis" : mark)}";
}
