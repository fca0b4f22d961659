using Enteraxis.Numerics.Tables;
using Enteraxis.Numerics;

namespace Enteraxis.Studies.Tables;

/// <param name="Biomass">State of the model.</param>
/// <param name="Share">Assigned quantity of the model.</param>
/// <param name="Competitiveness">Parameter of the model that is solved from a profile.</param>
public sealed record GuildRow(string Id, string Label, string Biomass, string Share, string Competitiveness, string Description);

/// <summary>models/gut/guilds.tsv.</summary>
public sealed class GuildTable
{
    private GuildTable(IReadOnlyList<GuildRow> rows) => Rows = rows;

    public IReadOnlyList<GuildRow> Rows { get; }

    public static GuildTable Read(string path)
    {
        TsvTable t = TsvTable.Read(path, "guild", "label", "biomass", "share", "competitiveness");
        GuildTable guilds = new([.. t.Rows.Select(r => new GuildRow(r.Required("guild"), r.Required("label"), r.Required("biomass"), r.Required("share"), r.Required("competitiveness"), r["description"]))]);
        return guilds.Rows.Count > 0 ? guilds : throw new InputException($"{t.Name}: no guild is listed.");
    }
}
