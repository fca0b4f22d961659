using System.Text.RegularExpressions;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Text;
using Enteraxis.Studies.Calibration;
using Enteraxis.Studies.Tables;
using Enteraxis.Studies.Yaml;

namespace Enteraxis.Studies.Sensitivity;

/// <summary>Names and patterns of parameters (lesion.*) turned into parameters with their laws.</summary>
internal static class ParameterSelection
{
    /// <summary>Those of the stage first, with the stage's laws; then what the table holds of the names, by its own uncertainty.</summary>
    public static IReadOnlyList<FreeParameter> Read(YamlMap m, ScienceLibrary library, CalibrationStage? stage)
    {
        m.AllowOnly("of_stage", "also", "except");
        List<FreeParameter> chosen = [];
        if (m.Flag("of_stage")) chosen.AddRange((stage ?? throw m.Fault("of_stage", "there is no stage in this study; write 'stage: course' under outputs, or name the parameters under 'also'.")).Parameters);
        foreach (string word in m.Words("also"))
        {
            ParameterRow[] found = [.. Matching(m, "also", word, library)];
            ParameterRow[] uncertain = [.. found.Where(r => !r.Uncertainty.IsNone)];
            if (uncertain.Length == 0) throw m.Fault("also", $"'{Echo.Of(word)}' has no uncertainty in models/parameters.tsv; write one there, or give it a prior in a stage.");
            chosen.AddRange(uncertain.Where(r => chosen.All(c => c.Name != r.Name)).Select(r => new FreeParameter(r.Name, r.Value, r.Uncertainty, r.UncertaintyText)));
        }
        foreach (string word in m.Words("except"))
            if (chosen.RemoveAll(c => Pattern(word).IsMatch(c.Name)) == 0) throw m.Fault("except", $"'{Echo.Of(word)}' leaves out nothing of what was chosen.");
        return chosen.Count > 0 ? chosen : throw m.Fault("also", "at least one parameter is expected.");
    }

    /// <summary>Switches of arrows: parameters whose value is 0 or 1 and that are in the table of arrows, or any by its full name.</summary>
    public static IReadOnlyList<string> Switches(YamlMap m, ScienceLibrary library)
    {
        HashSet<string> arrows = new(library.Arrows.Rows.Select(a => a.Switch), StringComparer.Ordinal);
        List<string> chosen = [];
        foreach (string word in m.Words("switches"))
        {
            string[] found = [.. Matching(m, "switches", word, library).Where(r => arrows.Contains(r.Name) && r.Value is 0 or 1).Select(r => r.Name)];
            if (found.Length == 0) throw m.Fault("switches", $"'{Echo.Of(word)}' is no switch of an arrow (models/arrows.tsv).");
            chosen.AddRange(found.Except(chosen));
        }
        return chosen;
    }

    private static IEnumerable<ParameterRow> Matching(YamlMap m, string key, string word, ScienceLibrary library)
    {
        Regex pattern = Pattern(word);
        ParameterRow[] found = [.. library.Parameters.Rows.Where(r => pattern.IsMatch(r.Name))];
        return found.Length > 0 ? found : throw m.Fault(key, $"'{Echo.Of(word)}' is no parameter of models/parameters.tsv.{NearestName.Hint(word, library.Parameters.Rows.Select(r => r.Name))}");
    }

    private static Regex Pattern(string word) => new("^" + Regex.Escape(word).Replace("\\*", ".*", StringComparison.Ordinal) + "$", RegexOptions.CultureInvariant);
}
