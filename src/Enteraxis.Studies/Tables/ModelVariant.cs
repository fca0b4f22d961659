using Enteraxis.Numerics.Tables;

namespace Enteraxis.Studies.Tables;

/// <summary>Another reading of the mechanism, kept beside the main model: other values of some parameters, or another model file.</summary>
/// <param name="Model">Path below models/; empty for the main model.</param>
/// <param name="Values">By flat name.</param>
public sealed record ModelVariant(string Id, string Label, string Model, IReadOnlyDictionary<string, double> Values, string Note)
{
    public static ModelVariant Main { get; } = new("main", "the model as it stands", "", new Dictionary<string, double>(), "");

    /// <summary>The path of the model to run.</summary>
    public string ModelPath(ScienceLibrary library) => Model.Length > 0 ? Path.Combine(library.Root, "models", Model) : library.AxisPath;

    /// <summary>The variants of an installation; none where it has no such table.</summary>
    /// <exception cref="Numerics.InputException">As <see cref="Read"/>.</exception>
    public static IReadOnlyList<ModelVariant> Of(ScienceLibrary library) =>
        Path.Combine(library.Root, "models", "variants.tsv") is var path && File.Exists(path) ? Read(path, library) : [];

    /// <summary>models/variants.tsv: one row a value; the main model is not in it.</summary>
    /// <exception cref="Numerics.InputException">A parameter that the table of parameters does not know, or a model file that is not there.</exception>
    public static IReadOnlyList<ModelVariant> Read(string path, ScienceLibrary library)
    {
        TsvTable t = TsvTable.Read(path, "variant", "label", "model", "parameter", "value", "note");
        List<ModelVariant> variants = [];
        foreach (IGrouping<string, TsvRow> g in t.Rows.GroupBy(r => r.Required("variant")))
        {
            Dictionary<string, double> values = new(StringComparer.Ordinal);
            foreach (TsvRow r in g.Where(r => r["parameter"].Length > 0))
            {
                if (library.Parameters.Find(r["parameter"]) is null) throw r.Fault("parameter", $"'{r["parameter"]}' is no parameter of models/parameters.tsv.");
                values[r["parameter"]] = r.Number("value");
            }
            TsvRow first = g.First();
            if (first["model"].Length > 0 && !File.Exists(Path.Combine(library.Root, "models", first["model"]))) throw first.Fault("model", $"models/{first["model"]} is not there.");
            variants.Add(new ModelVariant(g.Key, first.Required("label"), first["model"], values, first["note"]));
        }
        return variants;
    }
}
