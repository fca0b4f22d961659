using Enteraxis.Numerics;
using Enteraxis.Numerics.Text;
using Enteraxis.Studies.Calibration.Measures.Between;
using Enteraxis.Studies.Tables;
using Enteraxis.Studies.Yaml;

namespace Enteraxis.Studies.Calibration;

/// <summary>The part of a stage file that compares groups, and what sources add to figures by the way they look.</summary>
public static partial class CalibrationStageReader
{
    private static CalibrationContrast Contrast(YamlMap m, IReadOnlyList<CalibrationExperiment> experiments, ScienceLibrary library, IReadOnlyDictionary<string, CalibrationTarget> targets)
    {
        string target = Target(m, targets);
        GroupPlace group = Place(m, "group", experiments), against = Place(m, "against", experiments);
        if (group == against) throw m.Fault("against", "a group is compared with itself; name another experiment or arm.");
        return new CalibrationContrast(target, ContrastKinds.Read(new ContrastText(m, experiments[group.Experiment].Design, library)), group, against);
    }

    // EXPERIMENT for its first arm, or EXPERIMENT/ARM.
    private static GroupPlace Place(YamlMap m, string key, IReadOnlyList<CalibrationExperiment> experiments)
    {
        string[] parts = m.Required(key).Split('/');
        int e = experiments.ToList().FindIndex(x => x.Id == parts[0]);
        if (e < 0) throw m.Fault(key, $"'{Echo.Of(parts[0])}' is no experiment of this stage; there are {string.Join(", ", experiments.Select(x => x.Id))}.");
        string arm = parts.Length > 1 ? parts[1] : experiments[e].Design.Arms[0].Id;
        return parts.Length <= 2 && experiments[e].Design.Arms.Any(a => a.Id == arm) ? new GroupPlace(e, arm)
            : throw m.Fault(key, $"'{Echo.Of(m.Required(key))}' is no arm of '{parts[0]}'; there are {string.Join(", ", experiments[e].Design.Arms.Select(a => parts[0] + "/" + a.Id))}.");
    }

    private static BiasTerm Bias(YamlMap m, IReadOnlyList<CalibrationTarget> aimed, ScienceLibrary library)
    {
        m.AllowOnly("name", "prior", "added_to");
        string name = m.Required("name"), target = m.Required("added_to"), text = m.Required("prior");
        if (library.Parameters.Find(name) is not null) throw m.Fault("name", $"'{Echo.Of(name)}' is a parameter of the model; a bias needs a name of its own.");
        int place = aimed.ToList().FindIndex(t => t.Id == target);
        if (place < 0) throw m.Fault("added_to", $"'{Echo.Of(target)}' is not measured in this stage.{NearestName.Hint(target, aimed.Select(t => t.Id))}");
        SpreadLaw prior = Prior(m, "prior", text);
        if (prior.Kind != SpreadKind.Normal || prior.A <= 0) throw m.Fault("prior", "a bias lies about 0; write normal(s) with s in the unit of the target.");
        return new BiasTerm(new FreeParameter(name, 0, prior, text), place);
    }
}
