using Enteraxis.Numerics;
using Enteraxis.Numerics.Text;
using Enteraxis.Studies.Calibration;
using Enteraxis.Studies.Cohorts;
using Enteraxis.Studies.Tables;
using Enteraxis.Studies.Trials;
using Enteraxis.Studies.Yaml;

namespace Enteraxis.Studies.Sensitivity.Levers;

/// <summary>Reads the part of a study that compares levers.</summary>
internal static class LeverPlanReader
{
    public static LeverPlan Read(YamlMap m, ScienceLibrary library, IReadOnlyList<FreeParameter> parameters)
    {
        m.AllowOnly("presets", "people", "run_in_days", "competitiveness_days", "years", "outcomes", "arms", "compare", "at", "points", "refine", "pairs", "switches", "variants", "saturation");
        CohortArm[] arms = [.. m.Maps("arms").Select(a => Arm(a, library))];
        LeverOutcome[] outcomes = [.. m.Maps("outcomes").Select(o => Outcome(o, library))];
        if (arms.Length < 2 || outcomes.Length == 0) throw m.Fault("arms", "at least two arms, of which the first is the control, and one outcome are expected.");
        if (arms.GroupBy(a => a.Id).FirstOrDefault(g => g.Count() > 1) is { } twice) throw m.Fault("arms", $"the arm '{Echo.Of(twice.Key)}' stands twice; keep one.");
        YamlMap compare = m.Map("compare") ?? throw m.Fault("compare", "two arms are expected, for example 'compare: {first: a, second: b}'.");
        compare.AllowOnly("first", "second");
        double years = m.Number("years") ?? 2;
        if (years is not (> 0 and <= 50)) throw m.Fault("years", "more than 0 and at most 50 years are possible.");
        IReadOnlyList<ModelVariant> variants = m.Flag("variants") ? ModelVariant.Read(Path.Combine(library.Root, "models", "variants.tsv"), library) : [];
        return new LeverPlan(CohortFileReader.Presets(m, library), SensitivityFileReader.Within(m, "people", 100, 20, 100_000), Days(m, "run_in_days", 240), Days(m, "competitiveness_days", 0), years, outcomes, arms,
            Known(compare, "first", arms), Known(compare, "second", arms), Places(m, parameters), SensitivityFileReader.Within(m, "points", 3, 2, 21), SensitivityFileReader.Within(m, "refine", 2, 0, 20), SensitivityFileReader.Within(m, "pairs", 3, 0, 20),
            ParameterSelection.Switches(m, library), variants, [.. m.Maps("saturation").Select(s => Saturation(s, arms, parameters))]);
    }

    private static CohortArm Arm(YamlMap m, ScienceLibrary library)
    {
        m.AllowOnly("id", "label", "interventions");
        foreach (string i in m.Words("interventions"))
            if (!library.Interventions.Has(i)) throw m.Fault("interventions", $"'{Echo.Of(i)}' is no intervention of models/interventions.tsv.{NearestName.Hint(i, library.Interventions.Rows.Select(r => r.Intervention).Distinct())}");
        return new CohortArm(m.Required("id"), m.Text("label") ?? m.Required("id"), m.Words("interventions"), 0);
    }

    private static LeverOutcome Outcome(YamlMap m, ScienceLibrary library)
    {
        m.AllowOnly("id", "label", "readout", "over");
        ReadoutRow readout = library.Readouts.Find(m.Required("readout"));
        string over = m.Text("over") ?? "change";
        if (over is not ("change" or "end")) throw m.Fault("over", $"'{Echo.Of(over)}' is unknown; write change (from the day the arms part) or end (the level then).");
        return new LeverOutcome(m.Text("id") ?? readout.Id, m.Text("label") ?? readout.Label, readout.Id, over == "change", readout.Better != "higher");
    }

    private static SaturationPlan Saturation(YamlMap m, CohortArm[] arms, IReadOnlyList<FreeParameter> parameters)
    {
        m.AllowOnly("label", "first", "second", "both", "at");
        return new SaturationPlan(m.Text("label") ?? "at the centre", Known(m, "first", arms), Known(m, "second", arms), Known(m, "both", arms), Places(m, parameters));
    }

    private static Dictionary<string, double> Places(YamlMap m, IReadOnlyList<FreeParameter> parameters)
    {
        Dictionary<string, double> at = new(StringComparer.Ordinal);
        if (m.Map("at") is not YamlMap places) return at;
        foreach (string name in places.Keys)
        {
            if (parameters.All(p => p.Name != name)) throw places.Fault(name, $"'{Echo.Of(name)}' is none of the parameters of this study.{NearestName.Hint(name, parameters.Select(p => p.Name))}");
            at[name] = places.Number(name) is double z and >= -3 and <= 3 ? z : throw places.Fault(name, "a place from -3 to 3, in standard deviations of the prior, is expected.");
        }
        return at;
    }

    private static string Known(YamlMap m, string key, CohortArm[] arms)
    {
        string id = m.Required(key);
        return arms.Any(a => a.Id == id) ? id : throw m.Fault(key, $"'{Echo.Of(id)}' is no arm of this study; there are {string.Join(", ", arms.Select(a => a.Id))}.");
    }

    private static double Days(YamlMap m, string key, double fallback)
    {
        double days = m.Number(key) ?? fallback;
        return days is >= 0 and <= 36_525 ? days : throw m.Fault(key, "0 to 36,525 days are possible.");
    }
}
