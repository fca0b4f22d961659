using System.Globalization;

namespace Enteraxis.Reporting.Figures;

/// <summary>Shares as lightness: every tenfold is one step darker, so that the scale holds in grey and for any colour vision; absence is white.</summary>
internal static class ShareScale
{
    private const double Least = 1e-4;
    private static readonly (int R, int G, int B)[] Steps = [(0xf2, 0xee, 0xdf), (0xb9, 0xd8, 0xc2), (0x62, 0xa9, 0xa8), (0x2a, 0x6b, 0x8a), (0x14, 0x27, 0x4e)];

    public static string Of(double share)
    {
        if (!(share > 0)) return "#ffffff";
        double at = Math.Clamp(Math.Log10(share / Least), 0, Steps.Length - 1);
        int low = Math.Min((int)at, Steps.Length - 2);
        double part = at - low;
        (int R, int G, int B) a = Steps[low], b = Steps[low + 1];
        int Mix(int x, int y) => (int)Math.Round(x + (y - x) * part);
        return string.Create(CultureInfo.InvariantCulture, $"#{Mix(a.R, b.R):x2}{Mix(a.G, b.G):x2}{Mix(a.B, b.B):x2}");
    }
}
