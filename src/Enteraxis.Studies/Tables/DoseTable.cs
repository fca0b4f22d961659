using Enteraxis.Numerics.Tables;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Text;

namespace Enteraxis.Studies.Tables;

/// <param name="PerUnit">Units of the target state for one unit of the dose.</param>
public sealed record DoseRow(string Id, string Label, string Unit, string Target, double PerUnit, string Evidence);

/// <summary>models/doses.tsv: what a swallowed or injected unit adds to which state.</summary>
public sealed class DoseTable
{
    private readonly string _name;

    private DoseTable(string name, IReadOnlyList<DoseRow> rows) => (_name, Rows) = (name, rows);

    public IReadOnlyList<DoseRow> Rows { get; }

    public static DoseTable Read(string path)
    {
        TsvTable t = TsvTable.Read(path, "dose", "unit", "target", "per_unit");
        return new DoseTable(t.Name, [.. t.Rows.Select(r => new DoseRow(r.Required("dose"), r["label"], r.Required("unit"), r.Required("target"), r.Number("per_unit"), r["evidence"]))]);
    }

    /// <param name="unit">Empty: the first unit listed for the dose.</param>
    public DoseRow Find(string dose, string unit)
    {
        DoseRow[] named = [.. Rows.Where(r => r.Id == dose)];
        if (named.Length == 0) throw new InputException($"'{dose}' is no dose of {_name}; there are {string.Join(", ", Rows.Select(r => r.Id).Distinct())}.{NearestName.Hint(dose, Rows.Select(r => r.Id))}");
        if (unit.Length == 0) return named[0];
        return Array.Find(named, r => r.Unit == unit)
            ?? throw new InputException($"'{dose}' is dosed in {string.Join(" or ", named.Select(r => r.Unit))}, not in {unit} ({_name}).");
    }
}
