using Enteraxis.Numerics.Tables;
using Enteraxis.Numerics;

namespace Enteraxis.Studies.Tables;

/// <param name="Better">lower, higher or none.</param>
public sealed record ReadoutRow(string Id, string Label, string Unit, string Hue, string Better, string Group, string Definition);

/// <summary>models/readouts.tsv: the quantities of the model that pages show.</summary>
public sealed class ReadoutTable
{
    private readonly string _name;

    private ReadoutTable(string name, IReadOnlyList<ReadoutRow> rows) => (_name, Rows) = (name, rows);

    public IReadOnlyList<ReadoutRow> Rows { get; }

    public static ReadoutTable Read(string path)
    {
        TsvTable t = TsvTable.Read(path, "readout", "label", "unit", "hue", "better");
        return new ReadoutTable(t.Name, [.. t.Rows.Select(r => new ReadoutRow(r.Required("readout"), r.Required("label"), r.Required("unit"), r["hue"],
            r.Choice("better", "lower", "higher", "none"), r["group"], r["definition"]))]);
    }

    public ReadoutRow Find(string id) => Rows.FirstOrDefault(r => r.Id == id)
        ?? throw new InputException($"'{id}' is no read-out of {_name}; there are {string.Join(", ", Rows.Select(r => r.Id))}.");
}
