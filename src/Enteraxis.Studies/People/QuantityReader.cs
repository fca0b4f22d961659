using System.Globalization;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Text;
using Enteraxis.Studies.Tables;
using Enteraxis.Studies.Yaml;

namespace Enteraxis.Studies.People;

/// <summary>Reads one measured answer, "48 nmol/L", into the unit of the table of traits.</summary>
internal sealed class QuantityReader(YamlMap map, TraitRow trait, string answer)
{
    private const string Confirmation = "confirmed";

    private readonly bool _confirmed = answer.EndsWith(" " + Confirmation, StringComparison.Ordinal);

    /// <exception cref="InputException">No number, an unknown or missing unit, an unusual value without confirmation, an impossible value.</exception>
    internal double Read()
    {
        string text = _confirmed ? answer[..^Confirmation.Length].Trim() : answer;
        int split = 0;
        while (split < text.Length && (char.IsAsciiDigit(text[split]) || text[split] is '.' or '-' or '+')) split++;
        string unit = text[split..].Trim();
        if (!double.TryParse(text.AsSpan(0, split), NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
            throw Fault($"does not begin with a number; write for example {Example()}.");
        if (unit.Length > 0 && (unit[0] == ',' || char.IsAsciiDigit(unit[0]))) throw Fault($"is not clear; write the number with a point and without blanks or commas, for example {Example()}.");
        double value = InTableUnit(number, unit);
        if (value < trait.Low || value > trait.High || !double.IsFinite(value))
            throw Fault($"is impossible; {trait.Label} lies between {Show(trait.Low)} and {Show(trait.High)}{Space(trait.Unit)}.");
        if (trait.Step is double step && (Math.Abs(value / step - Math.Round(value / step)) > 1e-9 || trait.Excluded.Contains(value)))
            throw Fault($"does not exist; {trait.Label} goes from {Show(trait.Low)} to {Show(trait.High)} in steps of {Show(step)}"
                + (trait.Excluded.Count > 0 ? $", without {string.Join(", ", trait.Excluded.Select(e => Show(e)))}." : "."));
        return value;
    }

    private double InTableUnit(double number, string unit)
    {
        // Nothing is nothing in any unit.
        if (number == 0 && unit.Length == 0) return 0;
        if (unit.Length == 0 && trait.UnitNeeded)
            throw Fault($"has no unit. Is it {string.Join(" or ", trait.Units.Select(u => u.Name))}? Write the number with its unit, for example {Example()}.");
        TraitUnit? known = trait.Units.FirstOrDefault(u => unit.Length > 0 ? u.Name == unit : u.ToTable == 1);
        if (known is null)
        {
            if (unit.Length == 0 || unit == trait.Unit) return number;
            throw Fault(trait.Units.Count > 0 ? $"has the unknown unit '{Echo.Of(unit)}'; write {string.Join(" or ", trait.Units.Select(u => u.Name))}."
                : $"has the unknown unit '{Echo.Of(unit)}'; write {(trait.Unit.Length > 0 ? $"{trait.Unit} or " : "")}no unit.");
        }
        double value = number * known.ToTable;
        bool possible = !(value < trait.Low || value > trait.High);
        bool unusual = number != 0 && (number < known.PlausibleLow || number > known.PlausibleHigh);
        if (!unusual || (_confirmed && possible)) return value;
        TraitUnit? other = trait.Units.FirstOrDefault(u => u != known && number >= u.PlausibleLow && number <= u.PlausibleHigh);
        // What is impossible and fits no other unit gets the sentence about its limits.
        if (!possible && other is null) return value;
        string asks = other is not null ? $" Was {Show(number)} {other.Name} meant?" : " Check number and unit.";
        string remedy = possible ? $" If it is right, write '{trait.Key}: {Show(number)} {known.Name} {Confirmation}'." : "";
        throw Fault($"is unusual for {trait.Label}.{asks}{remedy}");
    }

    private InputException Fault(string what) => map.Fault(trait.Key, $"'{trait.Key}: {Echo.Of(answer)}' {what}");

    /// <summary>An ordinary answer, so that nobody copies an extreme one.</summary>
    private string Example()
    {
        TraitUnit? unit = trait.Units.Count > 0 ? trait.Units[0] : null;
        double low = unit?.PlausibleLow ?? trait.Low ?? 0, high = unit?.PlausibleHigh ?? trait.High ?? 1, grain = trait.Step ?? 1;
        double middle = low > 0 ? Math.Sqrt(low * high) : 0.25 * high;
        return $"'{trait.Key}: {Show(Math.Round(middle / grain) * grain)}{Space(unit?.Name ?? trait.Unit)}'";
    }

    private static string Space(string unit) => unit.Length > 0 ? " " + unit : "";

    private static string Show(double? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "any";
}
