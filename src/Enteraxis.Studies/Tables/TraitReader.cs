using Enteraxis.Numerics.Tables;
using System.Globalization;
using Enteraxis.Studies.Formulas;

namespace Enteraxis.Studies.Tables;

/// <summary>Turns one line into a trait.</summary>
internal sealed class TraitReader(TsvRow row)
{
    internal TraitRow Read()
    {
        TraitKind kind = Enum.Parse<TraitKind>(row.Choice("kind", "number", "choice", "list", "derived"), ignoreCase: true);
        TraitRole role = Enum.Parse<TraitRole>(row.Choice("role", "exposure", "preset", "treatment", "history", "safety"), ignoreCase: true);
        string[] parameters = Split(row["parameter"], ';'), transforms = Split(row["transform"], ';');
        bool derived = kind == TraitKind.Derived;
        string sd = row["measurement_sd"];
        (double? step, double[] excluded) = Steps();
        try
        {
            Formula? derivation = derived ? Formula.Parse(row.Required("derivation")) : null;
            if (parameters.Length != transforms.Length && transforms.Length > 0) throw row.Fault("transform", "one transform for each parameter is expected, separated by semicolons.");
            TraitRow trait = new()
            {
                Key = row["key"], Label = row.Required("label"), Unit = row["unit"], Kind = kind, Role = role, Low = row.Optional("low"), High = row.Optional("high"),
                Step = step, Excluded = excluded, Units = Units(), UnitNeeded = row["unit_needed"] == "yes", Choices = Choices(),
                Targets = [.. parameters.Select((p, i) => new TraitTarget(p, Formula.Parse(transforms.Length > 0 ? transforms[i] : "x")))],
                Derivation = derivation, Population = PopulationLaw.Parse(row["population"]), Amount = row["amount"],
                MeasurementSd = sd.Length == 0 ? 0 : Number("measurement_sd", sd.TrimEnd('%')) * (sd.EndsWith('%') ? 0.01 : 1), MeasurementIsRelative = sd.EndsWith('%'),
                Evidence = row["evidence"], Note = row["note"],
            };
            return Checked(trait);
        }
        catch (FormatException e)
        {
            throw row.Fault("population", e.Message);
        }
    }

    /// <summary>What a missing answer is drawn from must be an answer.</summary>
    private TraitRow Checked(TraitRow trait)
    {
        PopulationLaw law = trait.Population;
        if (trait.Kind == TraitKind.Number && law.IsWords) throw row.Fault("population", "a number is drawn from a law of numbers, not of words.");
        if (trait.Kind == TraitKind.Choice && !law.IsNone && !law.IsWords) throw row.Fault("population", "a choice is drawn from words; write categorical(word:weight,…) or fixed(word).");
        if (trait.Kind == TraitKind.Choice && law.Possible.FirstOrDefault(w => trait.Choices.All(c => c.Word != w)) is { } stranger)
            throw row.Fault("population", $"'{stranger}' is not among the choices.");
        if (trait.Role is TraitRole.Preset or TraitRole.Treatment && law.IsNone) throw row.Fault("population", "a law is needed: every simulated person has one of these.");
        return trait;
    }

    /// <summary>"0.5 without 0.5,1.5".</summary>
    private (double?, double[]) Steps()
    {
        string[] parts = row["step"].Split(" without ");
        return parts[0].Length == 0 ? (null, []) : (Number("step", parts[0]), parts.Length == 1 ? [] : [.. parts[1].Split(',').Select(p => Number("step", p))]);
    }

    /// <summary>"nmol/L=1[20..375]; ng/mL=2.496[4..60]".</summary>
    private TraitUnit[] Units() => [.. Split(row["units"], ';').Select(u =>
    {
        int equals = u.IndexOf('=', StringComparison.Ordinal), open = u.IndexOf('[', StringComparison.Ordinal);
        if (equals < 0) throw row.Fault("units", $"'{u}' lacks its factor; write unit=factor.");
        string name = u[..equals].Trim();
        if (open < 0) return new TraitUnit(name, Number("units", u[(equals + 1)..]), null, null);
        string[] range = u[(open + 1)..].TrimEnd(']', ' ').Split("..");
        if (range.Length != 2) throw row.Fault("units", $"'{u}': a plausible range is written [low..high].");
        return new TraitUnit(name, Number("units", u[(equals + 1)..open]), Number("units", range[0]), Number("units", range[1]));
    })];

    /// <summary>"none(untreated); class_a(on class A)=1@intervention": label, number and intervention may be missing.</summary>
    private TraitChoice[] Choices() => [.. Split(row["choices"], ';').Select(c =>
    {
        string[] at = c.Split('@'), equals = at[0].Split('=');
        int open = equals[0].IndexOf('(', StringComparison.Ordinal);
        string word = (open < 0 ? equals[0] : equals[0][..open]).Trim();
        string label = open < 0 ? word : equals[0][(open + 1)..].TrimEnd(')', ' ');
        return new TraitChoice(word, label, equals.Length > 1 ? Number("choices", equals[1]) : double.NaN, at.Length > 1 ? at[1].Trim() : "");
    })];

    private double Number(string column, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double v) && double.IsFinite(v) ? v : throw row.Fault(column, $"'{text}' is no number.");

    private static string[] Split(string text, char by) => [.. text.Split(by).Select(p => p.Trim()).Where(p => p.Length > 0)];
}
