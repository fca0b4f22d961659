using System.Globalization;
using Enteraxis.Numerics;

namespace Enteraxis.Cli;

/// <summary>Reads a span of time as a person types it: 30 min, 8 h, 1d, 2 w, 2 years. A bare number means days.</summary>
internal static class DurationText
{
    private const double DaysPerYear = 365.25;

    /// <summary>Days. Throws <see cref="InputException"/> where the text is no duration.</summary>
    public static double ParseDays(string text, string what)
    {
        string trimmed = text.Trim();
        int split = trimmed.Length;
        while (split > 0 && !char.IsAsciiDigit(trimmed[split - 1]) && trimmed[split - 1] != '.')
            split--;
        string unit = trimmed[split..].Trim().ToLowerInvariant();
        double? factor = unit switch
        {
            "" or "d" or "day" or "days" => 1,
            "min" or "minute" or "minutes" => 1.0 / 1440,
            "h" or "hour" or "hours" => 1.0 / 24,
            "w" or "week" or "weeks" => 7,
            "y" or "year" or "years" => DaysPerYear,
            _ => null,
        };
        if (factor is null || !double.TryParse(trimmed[..split], NumberStyles.Float, CultureInfo.InvariantCulture, out double number) || !double.IsFinite(number) || number < 0)
            throw new InputException($"{what}: '{text}' is no duration; write a number and min, h, d, w or years, for example 8 h or 730 d.");
        return number * factor.Value;
    }
}
