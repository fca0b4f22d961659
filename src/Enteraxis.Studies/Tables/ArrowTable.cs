using Enteraxis.Numerics.Tables;
namespace Enteraxis.Studies.Tables;

/// <param name="Id">Assigned quantity of the model whose course the arrow is.</param>
/// <param name="Switch">Parameter that is 1 where the arrow acts.</param>
/// <param name="Status">What the arrow rests on, as an evidence mark.</param>
public sealed record ArrowRow(string Id, string Switch, string From, string To, string Label, string Hue, string Readout, string Status, string Evidence, string ArticleRow, string Probe);

/// <summary>models/arrows.tsv: every cause that has a switch.</summary>
public sealed class ArrowTable
{
    private ArrowTable(IReadOnlyList<ArrowRow> rows) => Rows = rows;

    public IReadOnlyList<ArrowRow> Rows { get; }

    public static ArrowTable Read(string path)
    {
        TsvTable t = TsvTable.Read(path, "arrow", "switch", "from", "to", "label");
        return new ArrowTable([.. t.Rows.Select(r => new ArrowRow(r.Required("arrow"), r["switch"], r["from"], r["to"], r["label"], r["hue"], r["readout"], r["status"],
            r["evidence"], r["article_row"], r["probe"]))]);
    }
}
