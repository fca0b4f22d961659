using Enteraxis.Numerics.Tables;
using System.Text.RegularExpressions;

namespace Enteraxis.Studies.Tables;

/// <param name="Status">VERIFIED, RECALLED or DERIVED.</param>
public sealed record EvidenceRow(string Id, string Claim, string Arrow, string Value, string Low, string High, string Unit, string Population, string Kind, string Source,
    string Doi, string Status)
{
    /// <summary>up, down, none, mixed, level (a quantity, no effect) or unknown.</summary>
    public string Direction { get; init; } = "";

    /// <summary>How the figure was found; with <see cref="Down"/> and <see cref="Up"/> it gives <see cref="Certainty"/> by evidence/certainty.tsv.</summary>
    public string Design { get; init; } = "";

    public string Down { get; init; } = "";

    public string Up { get; init; } = "";

    /// <summary>high, moderate, low, very low or hypothesis.</summary>
    public string Certainty { get; init; } = "";

    /// <summary>Ids of rows that say otherwise.</summary>
    public IReadOnlyList<string> Contradicts { get; init; } = [];

    public string Pmid { get; init; } = "";


    /// <summary>Value with its range and unit as one reads them.</summary>
    public string ValueText => string.Join(' ', new[] { Value, Low.Length > 0 && High.Length > 0 ? $"({Low} to {High})" : "", Unit }.Where(s => s.Length > 0));
}

/// <summary>evidence/evidence.tsv: published figures.</summary>
public sealed partial class EvidenceTable
{
    private readonly Dictionary<string, EvidenceRow> _byId;

    private EvidenceTable(IReadOnlyList<EvidenceRow> rows) => (Rows, _byId) = (rows, rows.ToDictionary(r => r.Id, StringComparer.Ordinal));

    public IReadOnlyList<EvidenceRow> Rows { get; }

    public EvidenceRow? Find(string id) => _byId.GetValueOrDefault(id);

    public static EvidenceTable Read(string path)
    {
        TsvTable t = TsvTable.Read(path, "id", "claim", "arrow", "value", "unit", "kind", "source", "doi", "status");
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<EvidenceRow> rows = [];
        foreach (TsvRow r in t.Rows)
        {
            if (!seen.Add(r.Required("id"))) throw r.Fault("id", $"'{r["id"]}' stands twice; ids are unique.");
            rows.Add(new EvidenceRow(r["id"], r.Required("claim"), r["arrow"], r["value"], r["low"], r["high"], r["unit"], r["population"], r["kind"], r["source"], r["doi"],
                r.Choice("status", "VERIFIED", "RECALLED", "DERIVED"))
            {
                Direction = r["direction"], Design = r["design"], Down = Given(r["down"]), Up = Given(r["up"]), Certainty = r["certainty"],
                Contradicts = [.. IdsIn(r["contradicts"])], Pmid = r["pmid"],
            });
        }
        return new EvidenceTable(rows);
    }

    /// <summary>The ids that a text mentions.</summary>
    public static IEnumerable<string> IdsIn(string text) => Id().Matches(text).Select(m => m.Value);

    private static string Given(string cell) => cell == "-" ? "" : cell;

    [GeneratedRegex(@"EV-[A-Z]+-\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
