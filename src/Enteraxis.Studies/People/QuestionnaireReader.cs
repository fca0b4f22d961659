using System.Globalization;
using Enteraxis.Numerics;
using Enteraxis.Studies.Tables;
using Enteraxis.Studies.Yaml;

namespace Enteraxis.Studies.People;

/// <summary>Reads a person's answers from YAML by the table of traits. It guesses nothing: a doubtful unit or value is asked about.</summary>
public static class QuestionnaireReader
{
    /// <exception cref="InputException">Unknown key or unit, an impossible value, a bare number where the unit decides, an implausible value.</exception>
    public static Questionnaire Read(string path, TraitTable traits) => Read(YamlFile.Read(path), traits);

    public static Questionnaire Read(YamlMap map, TraitTable traits)
    {
        TraitRow[] asked = [.. traits.Rows.Where(t => t.Kind != TraitKind.Derived)];
        map.AllowOnly([.. asked.Select(t => t.Key)]);
        Dictionary<string, double> numbers = new(StringComparer.Ordinal);
        Dictionary<string, string> words = new(StringComparer.Ordinal);
        List<string> conditions = [];
        foreach (TraitRow trait in asked)
        {
            if (!map.Has(trait.Key)) continue;
            if (trait.Kind == TraitKind.List)
            {
                foreach (string word in map.Words(trait.Key)) conditions.Add(Word(map, trait, word));
                continue;
            }
            if (map.Text(trait.Key) is not string text || text == "unknown") continue;
            if (trait.Kind == TraitKind.Choice)
            {
                string word = Word(map, trait, text);
                words[trait.Key] = word;
                double number = trait.Choices.First(c => c.Word == word).Number;
                if (!double.IsNaN(number)) numbers[trait.Key] = number;
            }
            else numbers[trait.Key] = Quantity(map, trait, text);
        }
        return new Questionnaire { Numbers = numbers, Words = words, Conditions = conditions };
    }

    private static string Word(YamlMap map, TraitRow trait, string word) => trait.Choices.Any(c => c.Word == word)
        ? word
        : throw map.Fault(trait.Key, $"'{trait.Key}: {word}' is unknown; write one of {string.Join(", ", trait.Choices.Select(c => c.Word))}.");

    private static double Quantity(YamlMap map, TraitRow trait, string text)
    {
        int split = 0;
        while (split < text.Length && (char.IsAsciiDigit(text[split]) || text[split] is '.' or '-' or '+')) split++;
        string unit = text[split..].Trim();
        if (!double.TryParse(text.AsSpan(0, split), NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
            throw map.Fault(trait.Key, $"'{trait.Key}: {text}' does not begin with a number; write for example {Example(trait)}.");
        double value = InTableUnit(map, trait, text, number, unit);
        if (value < trait.Low || value > trait.High || !double.IsFinite(value))
            throw map.Fault(trait.Key, $"'{trait.Key}: {text}' is impossible; {trait.Label} lies between {Show(trait.Low)} and {Show(trait.High)}{Space(trait.Unit)}.");
        if (trait.Step is double step && (Math.Abs(value / step - Math.Round(value / step)) > 1e-9 || trait.Excluded.Contains(value)))
            throw map.Fault(trait.Key, $"'{trait.Key}: {text}' does not exist; {trait.Label} goes from {Show(trait.Low)} to {Show(trait.High)} in steps of {Show(step)}"
                + (trait.Excluded.Count > 0 ? $", without {string.Join(", ", trait.Excluded.Select(e => Show(e)))}." : "."));
        return value;
    }

    private static double InTableUnit(YamlMap map, TraitRow trait, string text, double number, string unit)
    {
        if (unit.Length == 0)
        {
            if (trait.UnitNeeded)
                throw map.Fault(trait.Key, $"'{trait.Key}: {text}' has no unit. Is it {string.Join(" or ", trait.Units.Select(u => u.Name))}? Write the number with its unit, for example {Example(trait)}.");
            return number;
        }
        TraitUnit? known = trait.Units.FirstOrDefault(u => u.Name == unit);
        if (known is null)
        {
            if (unit == trait.Unit) return number;
            throw map.Fault(trait.Key, trait.Units.Count > 0
                ? $"'{trait.Key}: {text}' has the unknown unit '{unit}'; write {string.Join(" or ", trait.Units.Select(u => u.Name))}."
                : $"'{trait.Key}: {text}' has the unknown unit '{unit}'; write {(trait.Unit.Length > 0 ? $"{trait.Unit} or " : "")}no unit.");
        }
        double value = number * known.ToTable;
        if (number < known.PlausibleLow || number > known.PlausibleHigh)
        {
            TraitUnit? other = trait.Units.FirstOrDefault(u => u != known && number >= u.PlausibleLow && number <= u.PlausibleHigh);
            TraitUnit? same = trait.Units.FirstOrDefault(u => u != known);
            string asks = other is not null ? $" Was {Show(number)} {other.Name} meant?" : " Which unit stands on the laboratory sheet?";
            string remedy = same is not null ? $" If the value is right, write it as {Show(Math.Round(value / same.ToTable, 1))} {same.Name}." : "";
            throw map.Fault(trait.Key, $"'{trait.Key}: {text}' is unusual for {trait.Label}.{asks}{remedy}");
        }
        return value;
    }

    private static string Example(TraitRow trait)
    {
        double low = trait.Units.Count > 0 ? trait.Units[0].PlausibleLow ?? trait.Low ?? 0 : trait.Low ?? 0, high = trait.Units.Count > 0 ? trait.Units[0].PlausibleHigh ?? trait.High ?? 1 : trait.High ?? 1;
        return $"'{trait.Key}: {Show(Math.Round(low + 0.25 * (high - low)))}{Space(trait.Units.Count > 0 ? trait.Units[0].Name : trait.Unit)}'";
    }

    private static string Space(string unit) => unit.Length > 0 ? " " + unit : "";

    private static string Show(double? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "any";
}
