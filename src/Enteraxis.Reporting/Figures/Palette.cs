namespace Enteraxis.Reporting.Figures;

/// <summary>Hues for groups and taxa that no organ system has: Okabe and Ito's, told apart by the colour-blind too. A sign or a label stands beside them.</summary>
internal static class Palette
{
    private static readonly string[] Hues = ["#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00"];

    /// <summary>How many can be told apart.</summary>
    public static int Count => Hues.Length;

    public const string Others = "#9AA3AF", NoName = "#D9D6CD";

    public static string Of(int place) => place < Hues.Length ? Hues[place] : Others;
}
