using Enteraxis.Numerics.Random;
using Enteraxis.Studies.Formulas;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.People;

/// <summary>One simulated person: what the model is given in place of its own values.</summary>
/// <param name="Values">By flat name.</param>
/// <param name="Treatments">Interventions that the person is on, in every arm.</param>
public sealed record DrawnPerson(IReadOnlyDictionary<string, double> Values, IReadOnlyList<string> Treatments);

/// <summary>
/// Draws people who share a person's answers: measured traits set with their measurement error, missing ones from the population, all else from
/// the spreads of the parameter table.
/// </summary>
public sealed class PersonDraw(ScienceLibrary library, Questionnaire answers, ulong seed, double historyYears)
{
    private const uint TraitStream = 0xE0000003;

    /// <param name="set">Number of the draw of uncertain parameters.</param>
    public DrawnPerson Draw(ulong set, ulong person)
    {
        KeyedStream stream = new(seed, person, TraitStream);
        TraitScope scope = new(library.Parameters) { Numbers = { ["history_years"] = historyYears } };
        foreach (TraitRow trait in library.Traits.Rows) Answer(trait, stream, scope);

        TraitRow? regime = library.Traits.Rows.FirstOrDefault(t => t.Role == TraitRole.Preset);
        IReadOnlyDictionary<string, double> centre = regime is null ? new Dictionary<string, double>() : library.Presets[scope.Words[regime.Key]];
        Dictionary<string, double> values = library.Parameters.Draw(seed, set, person, centre, preset: regime is null ? "" : scope.Words[regime.Key]);
        scope.Values = values;
        foreach (TraitRow trait in library.Traits.Rows)
        {
            double x = scope.Numbers.GetValueOrDefault(trait.Key, double.NaN);
            if (trait.Targets.Count == 0 || double.IsNaN(x)) continue;
            scope.Numbers["x"] = x;
            foreach (TraitTarget target in trait.Targets)
            {
                double value = target.Transform.Value(scope);
                if (double.IsFinite(value)) values[target.Parameter] = value;
            }
        }
        string[] treatments = [.. library.Traits.Rows.Where(t => t.Role == TraitRole.Treatment)
            .Select(t => t.Choices.First(c => c.Word == scope.Words[t.Key]).Intervention).Where(i => i.Length > 0)];
        return new DrawnPerson(values, treatments);
    }

    private void Answer(TraitRow trait, KeyedStream stream, TraitScope scope)
    {
        ulong place = StableHash.Of(trait.Key);
        switch (trait.Kind)
        {
            case TraitKind.Derived:
                scope.Numbers[trait.Key] = trait.Derivation!.Value(scope);
                break;
            case TraitKind.Choice:
                string? word = answers.Words.GetValueOrDefault(trait.Key) ?? (trait.Population.IsNone ? null : trait.Population.Word(stream.Uniform(place)));
                if (word is null) break;
                scope.Words[trait.Key] = word;
                scope.Numbers[trait.Key] = trait.Choices.First(c => c.Word == word).Number;
                break;
            case TraitKind.Number:
                double value;
                if (answers.Numbers.TryGetValue(trait.Key, out double given))
                {
                    double sd = trait.MeasurementIsRelative ? trait.MeasurementSd * Math.Abs(given) : trait.MeasurementSd;
                    // What conditions a history is compared with the simulated value there; its error stands in the kernel.
                    value = trait.Role == TraitRole.History ? given : given + sd * stream.Normal(place);
                }
                else if (!trait.Population.IsNone) value = trait.Population.Number(stream.Uniform(place));
                else break;
                scope.Numbers[trait.Key] = Math.Clamp(value, trait.Low ?? double.MinValue, trait.High ?? double.MaxValue);
                break;
            default:
                break;
        }
    }

    private sealed class TraitScope(ParameterTable parameters) : IFormulaScope
    {
        internal Dictionary<string, double> Numbers { get; } = new(StringComparer.Ordinal);
        internal Dictionary<string, string> Words { get; } = new(StringComparer.Ordinal);
        internal IReadOnlyDictionary<string, double>? Values { get; set; }

        public double Number(string name) =>
            Numbers.TryGetValue(name, out double trait) ? trait
            : Values is not null && Values.TryGetValue(name, out double drawn) ? drawn
            : parameters.Values.TryGetValue(name, out double centre) ? centre : double.NaN;

        public string? Word(string name) => Words.GetValueOrDefault(name);

        public double Ask(string function, string word) => double.NaN;
    }
}
