using Enteraxis.Numerics;
using Enteraxis.Numerics.Tables;

namespace Enteraxis.Studies.GenomeScale;

/// <param name="Acid">Id in models/gut/acids.tsv.</param>
/// <param name="Exchange">In the spelling of <see cref="ExchangeName"/>.</param>
public sealed record AcidExchange(string Acid, string Exchange);

/// <summary>models/gut/acid_exchanges.tsv: what genome-scale models call the acids.</summary>
public static class AcidExchangeTable
{
    /// <param name="acids">Ids that may stand in it.</param>
    /// <exception cref="InputException">The table is missing or faulty.</exception>
    public static IReadOnlyList<AcidExchange> Read(string path, IReadOnlyCollection<string> acids)
    {
        TsvTable t = TsvTable.Read(path, "acid", "exchange", "collection");
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<AcidExchange> rows = [];
        foreach (TsvRow r in t.Rows)
        {
            string acid = r.Required("acid"), exchange = r.Required("exchange");
            if (!acids.Contains(acid)) throw r.Fault("acid", $"'{acid}' is no acid of acids.tsv.");
            if (ExchangeName.Of(exchange) != exchange) throw r.Fault("exchange", $"'{exchange}' is not in the one spelling; write {ExchangeName.OfText(exchange)}.");
            if (!seen.Add(exchange)) throw r.Fault("exchange", $"'{exchange}' stands twice.");
            rows.Add(new AcidExchange(acid, exchange));
        }
        return rows;
    }
}
