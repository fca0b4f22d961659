using Enteraxis.Numerics.Tables;
namespace Enteraxis.Studies.Tables;

/// <summary>models/traits.tsv: the questionnaire.</summary>
public sealed class TraitTable
{
    private readonly Dictionary<string, TraitRow> _byKey;

    private TraitTable(IReadOnlyList<TraitRow> rows) => (Rows, _byKey) = (rows, rows.ToDictionary(r => r.Key, StringComparer.Ordinal));

    public IReadOnlyList<TraitRow> Rows { get; }

    public TraitRow? Find(string key) => _byKey.GetValueOrDefault(key);

    public static TraitTable Read(string path)
    {
        TsvTable t = TsvTable.Read(path, "key", "label", "unit", "units", "kind", "role", "low", "high", "step", "choices", "parameter", "transform", "population", "measurement_sd");
        List<TraitRow> rows = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (TsvRow r in t.Rows)
        {
            if (!seen.Add(r.Required("key"))) throw r.Fault("key", $"'{r["key"]}' stands twice.");
            rows.Add(new TraitReader(r).Read());
        }
        return new TraitTable(rows);
    }
}
