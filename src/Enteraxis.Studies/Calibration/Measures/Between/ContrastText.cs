using Enteraxis.Numerics;
using Enteraxis.Studies.Tables;
using Enteraxis.Studies.Trials;
using Enteraxis.Studies.Yaml;

namespace Enteraxis.Studies.Calibration.Measures.Between;

/// <summary>The keys of one comparison of a stage file.</summary>
internal sealed class ContrastText(YamlMap map, TrialFile group, ScienceLibrary library)
{
    internal string Of => map.Required("of");

    /// <summary>Refuses any key but those that every comparison has and these.</summary>
    internal void AllowOnly(params string[] keys) => map.AllowOnly(["target", "of", "group", "against", .. keys]);

    /// <summary>The measure that is taken of each group.</summary>
    internal IMeasure Each(string key = "each")
    {
        YamlMap each = map.Map(key) ?? throw map.Fault(key, $"a measure is expected, for example '{key}: {{of: mean_level, readout: edss, days: [0]}}'.");
        return each.Has("arm") ? throw each.Fault("arm", "a group's arm stands behind its experiment; write EXPERIMENT/ARM.") : MeasureKinds.Read(each, group, library);
    }

    /// <summary>For kinds that read a read-out themselves.</summary>
    internal MeasureText Own() => new(map, group, library);

    internal double Step() => map.Number("step") is double step and not 0 ? step : throw map.Fault("step", "the step of the exposure is expected, a number that is not 0.");

    internal InputException Fault(string key, string what) => map.Fault(key, what);
}
