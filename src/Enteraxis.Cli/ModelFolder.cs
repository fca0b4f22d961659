using Enteraxis.Modelling;
using Enteraxis.Modelling.Antimony;
using Enteraxis.Modelling.Models;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Text;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Cli;

/// <summary>The texts and tables of models/, read as the commands need them.</summary>
internal static class ModelFolder
{
    private static readonly CalibratedTables Tables = CalibratedTables.Read(Installation.PathOf("models"));

    public static ParameterTable Parameters => Tables.Parameters;

    public static PresetTable Presets => Tables.Presets;

    public static DoseTable Doses => DoseTable.Read(Installation.PathOf("models", "doses.tsv"));

    public static ReadoutTable Readouts => ReadoutTable.Read(Installation.PathOf("models", "readouts.tsv"));

    public static EvidenceTable Evidence => EvidenceTable.Read(Installation.PathOf("evidence", "evidence.tsv"));

    /// <summary>A model of models/ by its name, not a file of the user's.</summary>
    public static bool IsOwn(string name) => !name.Contains('.', StringComparison.Ordinal) && File.Exists(Installation.PathOf("models", name + ".ant"));

    /// <param name="name">A model of models/ ("axis") or the path of a model file.</param>
    /// <param name="variant">day or hour: which clock the model of models/ runs on.</param>
    public static Model Read(string name, string variant)
    {
        string suffix = variant switch
        {
            "day" => "",
            "hour" => "-hours",
            _ => throw new InputException($"--variant: '{variant}' is no clock; write day (months to decades) or hour (days)."),
        };
        string own = Installation.PathOf("models", name + suffix + ".ant");
        if (IsOwn(name) && File.Exists(own))
            return AntimonyReader.ReadFile(own, new ReadOptions { ParameterValues = Parameters.Values });
        if (!File.Exists(name))
            throw new InputException($"{name}: there is no such model; write axis or the path of a model file (.ant, .xml).{NearestName.Hint(name, ["axis"])}");
        return ModelFile.Read(name);
    }
}
