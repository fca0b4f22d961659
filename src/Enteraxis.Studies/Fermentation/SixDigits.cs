using System.Globalization;

namespace Enteraxis.Studies.Fermentation;

/// <summary>A number rounded to six significant digits: far below what an estimate is worth, and above what processors differ in.</summary>
internal static class SixDigits
{
    public static double Of(double x) => double.Parse(x.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
