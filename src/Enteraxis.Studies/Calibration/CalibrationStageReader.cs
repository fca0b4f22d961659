using Enteraxis.Numerics;
using Enteraxis.Numerics.Text;
using Enteraxis.Studies.Calibration.Measures;
using Enteraxis.Studies.Calibration.Screening;
using Enteraxis.Studies.Tables;
using Enteraxis.Studies.Trials;
using Enteraxis.Studies.Yaml;

namespace Enteraxis.Studies.Calibration;

/// <summary>Reads a stage of studies/calibration and checks it against the tables.</summary>
public static partial class CalibrationStageReader
{
    public static CalibrationStage Read(string path, ScienceLibrary library) => Read(YamlFile.Read(path), library, CalibrationTarget.Read(Path.Combine(library.Root, "evidence", "calibration_targets.tsv")));

    public static CalibrationStage Read(YamlMap m, ScienceLibrary library, IReadOnlyDictionary<string, CalibrationTarget> targets)
    {
        m.AllowOnly("stage", "title", "after", "members", "steps", "seed", "screen", "parameters", "bias", "experiments", "between");
        CalibrationExperiment[] experiments = [.. m.Maps("experiments").Select(e => Experiment(e, library, targets))];
        if (experiments.GroupBy(e => e.Id).FirstOrDefault(g => g.Count() > 1) is { } same) throw m.Fault("experiments", $"the experiment '{same.Key}' stands twice; ids are unique.");
        CalibrationContrast[] contrasts = [.. m.Maps("between").Select(b => Contrast(b, experiments, library, targets))];
        CalibrationTarget[] aimed = [.. experiments.SelectMany(e => e.Measures).Select(x => targets[x.Target]), .. contrasts.Select(c => targets[c.Target])];
        FreeParameter[] free = m.Map("parameters") is YamlMap p ? [.. p.Keys.Select(k => Free(p, k, library))] : [];
        BiasTerm[] biases = [.. m.Maps("bias").Select(b => Bias(b, aimed, library))];
        CalibrationStage stage = new()
        {
            Id = m.Required("stage"), Title = m.Required("title"), Members = m.Count("members", 48), Steps = m.Count("steps", 4), Seed = (ulong)m.Count("seed", 1), Parameters = free, Biases = biases,
            Experiments = experiments, Contrasts = contrasts, Targets = aimed, After = m.Text("after") ?? "", Screening = m.Map("screen") is YamlMap s ? Screen(s) : null,
        };
        if (stage.Members is < 8 or > 1000 || stage.Steps is < 1 or > 20) throw m.Fault("members", "8 to 1000 members and 1 to 20 steps are possible.");
        int sharp = aimed.Count(t => t.Error > 0);
        int moving = Math.Min(free.Length, stage.Screening?.Keep ?? free.Length) + biases.Length;
        if (moving > sharp) throw m.Fault(stage.Screening is null ? "parameters" : "screen", FormattableString.Invariant($"{moving} parameters may move for {sharp} targets with an error; free parameters never outnumber targets."));
        if (aimed.GroupBy(t => t.Id).FirstOrDefault(g => g.Count() > 1) is { } twice) throw m.Fault("experiments", $"the target '{twice.Key}' is measured twice; keep one.");
        return stage;
    }

    private static FreeParameter Free(YamlMap m, string name, ScienceLibrary library)
    {
        string plain = ParameterEnsemble.Plain(name), text = m.Required(name);
        ParameterRow row = library.Parameters.Find(plain) ?? throw m.Fault(name, $"'{Echo.Of(plain)}' is no parameter of models/parameters.tsv.{NearestName.Hint(plain, library.Parameters.Rows.Select(r => r.Name))}");
        bool spread = ParameterEnsemble.IsSpread(name);
        if (ParameterEnsemble.PresetOf(name) is { Length: > 0 } preset) _ = library.Presets[preset];
        if (spread && row.BetweenPeople.IsNone) throw m.Fault(name, $"'{plain}' does not vary between people.");
        double centre = new CalibratedTables(library.Parameters, library.Presets).Of(name);
        if (text == "table")
        {
            if (spread || row.Uncertainty.IsNone) throw m.Fault(name, $"models/parameters.tsv has no uncertainty for '{name}'; write a prior, for example lognormal(0.2).");
            return new FreeParameter(name, centre, row.Uncertainty, row.UncertaintyText) { IsWithinTable = true };
        }
        // A value of the literature moves within its published error and no further.
        if (!spread && row.Status == "literature") throw m.Fault(name, $"'{name}' comes from the literature; write 'table' so that it moves within its published error only.");
        return new FreeParameter(name, centre, Prior(m, name, text), text);
    }

    private static ScreeningPlan Screen(YamlMap m)
    {
        m.AllowOnly("keep", "trajectories", "levels", "people");
        ScreeningPlan plan = new(m.Count("keep", 0), m.Count("trajectories", 4), m.Count("levels", 4), m.Count("people", 0));
        if (plan.Keep < 1) throw m.Fault("keep", "how many parameters stay after the screening is expected.");
        if (plan.Trajectories is < 2 or > 1000) throw m.Fault("trajectories", "2 to 1000 are possible.");
        if (plan.Levels is < 2 or > 20 || plan.Levels % 2 != 0) throw m.Fault("levels", "an even number up to 20 is needed, so that all levels are met as often.");
        return plan.People is >= 0 and <= 1_000_000 ? plan : throw m.Fault("people", "0 (all of the stage) to 1,000,000 are possible.");
    }

    private static SpreadLaw Prior(YamlMap m, string key, string text)
    {
        try
        {
            return SpreadLaw.Parse(text);
        }
        catch (FormatException e)
        {
            throw m.Fault(key, e.Message);
        }
    }

    private static CalibrationExperiment Experiment(YamlMap m, ScienceLibrary library, IReadOnlyDictionary<string, CalibrationTarget> targets)
    {
        m.AllowOnly("id", "design", "measures");
        TrialFile design = TrialFileReader.Read(m.Map("design") ?? throw m.Fault("design", "a group of keys as of a trial is expected."), library);
        return new CalibrationExperiment(m.Required("id"), design, [.. m.Maps("measures").Select(x => Measure(x, design, library, targets))]);
    }

    private static CalibrationMeasure Measure(YamlMap m, TrialFile design, ScienceLibrary library, IReadOnlyDictionary<string, CalibrationTarget> targets) =>
        new(Target(m, targets), MeasureKinds.Read(m, design, library));

    private static string Target(YamlMap m, IReadOnlyDictionary<string, CalibrationTarget> targets) => m.Required("target") is var target && targets.ContainsKey(target)
        ? target
        : throw m.Fault("target", $"'{Echo.Of(target)}' is no row of evidence/calibration_targets.tsv.{NearestName.Hint(target, targets.Keys)}");
}
