using System.Globalization;
using Enteraxis.Studies.Formulas;
using Enteraxis.Studies.Safety;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.People;

/// <summary>What is known of the person for sure: for levers that apply, alerts and the line at the head of the page.</summary>
public sealed class KnownPerson
{
    private readonly TraitTable _traits;
    private readonly Questionnaire _answers;

    public KnownPerson(TraitTable traits, Questionnaire answers)
    {
        (_traits, _answers) = (traits, answers);
        foreach ((string key, double value) in answers.Numbers) Scope.Numbers[key] = value;
        foreach ((string key, string word) in answers.Words) Scope.Words[key] = word;
        Scope.Conditions.UnionWith(answers.Conditions);
        foreach (TraitRow derived in traits.Rows.Where(t => t.Kind == TraitKind.Derived)) Scope.Numbers[derived.Key] = derived.Derivation!.Value(Scope);
    }

    /// <summary>Without levers.</summary>
    public SafetyScope Scope { get; } = new();

    /// <summary>The study's levers that fit this person, in its order; a lever whose condition turns on an unknown trait is left out.</summary>
    public IReadOnlyList<Lever> Levers(StudyFile study, bool all) => [.. study.Levers.Where(l => all || l.Applies is null || l.Applies.IsTrue(Scope))];

    /// <summary>Alerts of a page with these arms. What an intervention brings comes from the installation's table; a study's tags and amounts only add.</summary>
    public IReadOnlyList<Alert> Alerts(ScienceLibrary library, IReadOnlyList<Arm> arms)
    {
        SafetyScope scope = new();
        foreach ((string key, double value) in Scope.Numbers) scope.Numbers[key] = value;
        foreach ((string key, string word) in Scope.Words) scope.Words[key] = word;
        scope.Conditions.UnionWith(Scope.Conditions);
        foreach (Arm arm in arms)
        {
            library.Risks.AddTo(scope, arm.Interventions);
            if (arm.Lever is not { } lever) continue;
            scope.Levers.Add(lever.Id);
            scope.Levers.UnionWith(lever.Tags);
            foreach ((string name, double amount) in lever.Amounts) scope.AtLeast(name, amount);
        }
        // What the person takes already comes on top.
        foreach (TraitRow trait in _traits.Rows.Where(t => t.Amount.Length > 0))
            if (_answers.Numbers.TryGetValue(trait.Key, out double taken)) scope.Amounts[trait.Amount] = scope.Amounts.GetValueOrDefault(trait.Amount) + taken;
        return SafetyRules.Fire(library.Safety, scope);
    }

    /// <summary>Fills "{key}" with the answer as a page says it.</summary>
    public string Line(string template)
    {
        string line = template;
        foreach (TraitRow trait in _traits.Rows)
        {
            string value = _answers.Words.TryGetValue(trait.Key, out string? word) ? trait.Choices.First(c => c.Word == word).Label
                : _answers.Numbers.TryGetValue(trait.Key, out double number) ? number.ToString(trait.Step is not null and < 1 ? "0.0" : "0.##", CultureInfo.InvariantCulture)
                : $"{trait.Label} not given";
            line = line.Replace("{" + trait.Key + "}", value, StringComparison.Ordinal);
        }
        return line.Length > 0 ? char.ToUpperInvariant(line[0]) + line[1..] : line;
    }

    /// <summary>Answers that were not given, with what was done instead.</summary>
    public IReadOnlyList<DrawnTrait> Drawn(StudyFile study) =>
        [.. _traits.Rows.Where(t => t.Kind == TraitKind.List ? !_answers.ConditionsGiven : t.Kind != TraitKind.Derived && !_answers.Has(t.Key))
            .Select(t => new DrawnTrait(t.Label, "not given: " + Instead(t, study)))];

    private static string Instead(TraitRow t, StudyFile study) =>
        t.Kind == TraitKind.List ? "alerts that depend on them cannot appear"
        : study.History.Any(h => h.Trait == t.Key) ? "the past was not conditioned on it"
        : t.Population.IsNone ? "left at the model's own spread between people"
        : t.Population.Fixed is { } value ? $"taken as {t.Choices.FirstOrDefault(c => c.Word == value)?.Label ?? $"{value} {t.Unit}".Trim()}"
        : "drawn from the population" + (t.Evidence.Length > 0 && t.Evidence != "assumed" ? $" ({t.Evidence})" : "");
}
