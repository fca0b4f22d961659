using Enteraxis.Numerics;
using Enteraxis.Numerics.Tables;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Fermentation;

/// <param name="Intervention">Of models/interventions.tsv.</param>
/// <param name="Label">As pages name it.</param>
public sealed record ListedDiet(string Intervention, string Label);

/// <summary>models/gut/diets.tsv: the changes of diet whose effect on fermentation every profile is asked for.</summary>
public static class DietList
{
    /// <summary>Days after the change begins on which it is looked at: after 1, 2, 4, 8 and 12 weeks.</summary>
    public static IReadOnlyList<double> Days { get; } = [7, 14, 28, 56, 84];

    /// <exception cref="InputException">The table is missing or names an intervention that is not there.</exception>
    public static IReadOnlyList<ListedDiet> Read(string path, InterventionTable interventions) =>
        [.. TsvTable.Read(path, "intervention").Rows.Select(r => interventions.Rows.FirstOrDefault(i => i.Intervention == r.Required("intervention")) is { } known
            ? new ListedDiet(known.Intervention, known.Label) : throw r.Fault("intervention", "no such intervention stands in models/interventions.tsv."))];
}
