using Enteraxis.Numerics;
using Enteraxis.Numerics.Random;
using Enteraxis.Numerics.Text;
using Enteraxis.Studies.Calibration;
using Enteraxis.Studies.Sensitivity.Levers;
using Enteraxis.Studies.Tables;
using Enteraxis.Studies.Yaml;

namespace Enteraxis.Studies.Sensitivity;

/// <summary>Reads a study of studies/sensitivity and checks it against the tables and the stage that it names.</summary>
public static class SensitivityFileReader
{
    /// <summary>As many inputs as two designs of Sobol's points have room for.</summary>
    public const int MostEmulated = SobolPoints.MostDimensions / 2;

    public static SensitivityFile Read(string path, ScienceLibrary library) => Read(YamlFile.Read(path), library);

    public static SensitivityFile Read(YamlMap m, ScienceLibrary library)
    {
        m.AllowOnly("title", "seed", "parameters", "outputs", "levers", "notes");
        OutputPlan? outputs = m.Map("outputs") is YamlMap o ? Outputs(o, library) : null;
        YamlMap chosen = m.Map("parameters") ?? throw m.Fault("parameters", "a group of of_stage, also and except is expected.");
        IReadOnlyList<FreeParameter> parameters = ParameterSelection.Read(chosen, library, outputs?.Stage);
        LeverPlan? levers = m.Map("levers") is YamlMap l ? LeverPlanReader.Read(l, library, parameters) : null;
        if (outputs is null && levers is null) throw m.Fault("title", "nothing is looked at; write outputs (of a calibration stage) or levers.");
        return new SensitivityFile { Title = m.Required("title"), Seed = (ulong)m.Count("seed", 1), Parameters = parameters, Outputs = outputs, Levers = levers, Notes = m.Words("notes") };
    }

    /// <summary>File of a stage of studies/calibration.</summary>
    internal static string StagePath(ScienceLibrary library, string stage) => Path.Combine(library.Root, "studies", "calibration", stage + ".yaml");

    private static OutputPlan Outputs(YamlMap m, ScienceLibrary library)
    {
        m.AllowOnly("stage", "people", "groups", "trajectories", "levels", "keep", "points", "sobol_rows", "sobol_draws", "step");
        string stage = m.Required("stage"), folder = Path.Combine(library.Root, "studies", "calibration");
        string[] files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.yaml") : [], stages = [.. files.Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];
        if (!stages.Contains(stage)) throw m.Fault("stage", $"'{Echo.Of(stage)}' is no stage of studies/calibration; there are {string.Join(", ", stages)}.");
        int levels = Within(m, "levels", 4, 2, 20), keep = Within(m, "keep", 8, 0, MostEmulated), groups = Within(m, "groups", 10, 2, 100);
        if (levels % 2 != 0) throw m.Fault("levels", "an even number is needed, so that all levels are met as often.");
        double step = m.Number("step") ?? 0.7;
        if (step is < 0 or > 2) throw m.Fault("step", "0 to 2 standard deviations are possible.");
        int points = Within(m, "points", 10 * Math.Max(1, keep), 0, 5000);
        if (keep > 0 && points < 5 * keep) throw m.Fault("points", FormattableString.Invariant($"{points} points for {keep} parameters are too few; write at least {5 * keep}."));
        int rows = Within(m, "sobol_rows", 1024, 16, 65_536);
        if ((rows & (rows - 1)) != 0) throw m.Fault("sobol_rows", "a power of 2 is needed, for example 1024.");
        return new OutputPlan(stage, CalibrationStageReader.Read(StagePath(library, stage), library), Within(m, "people", 160, 2 * groups, 1_000_000), groups, Within(m, "trajectories", 4, 0, 1000), levels, keep, points, rows, Within(m, "sobol_draws", 100, 2, 1000), step);
    }

    internal static int Within(YamlMap m, string key, int fallback, int least, int most)
    {
        int value = m.Count(key, fallback);
        return value >= least && value <= most ? value : throw m.Fault(key, FormattableString.Invariant($"'{key}: {value}' lies outside {least} to {most}."));
    }
}
