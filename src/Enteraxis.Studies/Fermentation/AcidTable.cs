using Enteraxis.Numerics;
using Enteraxis.Numerics.Tables;

namespace Enteraxis.Studies.Fermentation;

/// <param name="Inside">Quantity of the control model that holds the acid in the vessel, as carbon (mM C).</param>
/// <param name="Carbons">To the mole.</param>
/// <param name="Absorb">Parameter of the control model: rate of absorption in the vessel, a day.</param>
/// <param name="Stool">What the stool model calls it; empty where nothing was measured to calibrate it on.</param>
/// <param name="TiltGuild">Guild whose share tilts its concentration; empty for none.</param>
/// <param name="ShapesTransit">Whether its measurements help to weigh the transit markers.</param>
public sealed record AcidRow(string Id, string Label, double GramsPerMole, string Inside, double Carbons, string Absorb, string Stool, string TiltGuild, bool ShapesTransit)
{
    public bool HasStool => Stool.Length > 0;
}

/// <summary>models/gut/acids.tsv: what fermentation makes, and what the models call it.</summary>
public static class AcidTable
{
    /// <exception cref="InputException">The table is missing or faulty.</exception>
    public static IReadOnlyList<AcidRow> Read(string path)
    {
        TsvTable t = TsvTable.Read(path, "acid", "label", "grams_per_mole", "inside", "carbons", "absorb", "stool", "tilt_guild", "shapes_transit");
        AcidRow[] rows = [.. t.Rows.Select(r => new AcidRow(r.Required("acid"), r.Required("label"), r.Number("grams_per_mole"), r.Required("inside"), r.Number("carbons"),
            r.Required("absorb"), r["stool"], r["tilt_guild"], r.Choice("shapes_transit", "yes", "no") == "yes"))];
        return rows.Length > 0 ? rows : throw new InputException($"{t.Name}: no acid is listed.");
    }
}
