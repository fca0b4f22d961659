using System.Globalization;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Text;
using Enteraxis.Studies.Safety;
using Enteraxis.Studies.Tables;
using Enteraxis.Studies.Yaml;

namespace Enteraxis.Studies.People;

/// <summary>Reads a person's answers from YAML by the table of traits. It guesses nothing: a doubtful unit or value is asked about.</summary>
/// <remarks>A missing, empty or "unknown" answer is not given. What is unusual but right is written with the word "confirmed" behind it.</remarks>
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
        bool conditionsGiven = false;
        foreach (TraitRow trait in asked)
        {
            if (!map.Has(trait.Key)) continue;
            if (trait.Kind == TraitKind.List)
            {
                if (map.IsEmpty(trait.Key)) continue;
                conditionsGiven = true;
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
            else numbers[trait.Key] = new QuantityReader(map, trait, text).Read();
        }
        CheckDerived(map, traits, numbers);
        return new Questionnaire { Numbers = numbers, Words = words, Conditions = conditions, ConditionsGiven = conditionsGiven };
    }

    private static string Word(YamlMap map, TraitRow trait, string word) => trait.Choices.Any(c => c.Word == word)
        ? word
        : throw map.Fault(trait.Key, $"'{trait.Key}: {Echo.Of(word)}' is unknown; write one of {string.Join(", ", trait.Choices.Select(c => c.Word))}.{NearestName.Hint(word, trait.Choices.Select(c => c.Word))}");

    /// <summary>Answers that are each possible may be impossible together.</summary>
    private static void CheckDerived(YamlMap map, TraitTable traits, Dictionary<string, double> numbers)
    {
        SafetyScope scope = new();
        foreach ((string key, double value) in numbers) scope.Numbers[key] = value;
        foreach (TraitRow derived in traits.Rows.Where(t => t.Kind == TraitKind.Derived))
        {
            double value = derived.Derivation!.Value(scope);
            if (!(value < derived.Low || value > derived.High)) continue;
            string[] from = [.. derived.Derivation.Names.Where(map.Has).Distinct()];
            throw map.Fault(from[^1], string.Create(CultureInfo.InvariantCulture,
                $"{string.Join(" and ", from)} give a {derived.Label} of {value:0.#}, which is impossible; it lies between {derived.Low:0.####} and {derived.High:0.####}. Check the units of both."));
        }
    }
}
