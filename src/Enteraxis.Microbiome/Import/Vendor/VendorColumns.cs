using System.Globalization;

namespace Enteraxis.Microbiome.Import.Vendor;

/// <summary>Which columns of a stool test's CSV hold what, told by their names alone.</summary>
/// <param name="Name">Column of the taxon.</param>
/// <param name="Value">Column of its amount.</param>
/// <param name="Rank">Column of its rank, or -1.</param>
/// <param name="IsCount">True for reads, false for percent and other amounts.</param>
/// <param name="IsPercent">True where the name of the column says percent.</param>
internal sealed record VendorColumns(int Name, int Value, int Rank, bool IsCount, bool IsPercent)
{
    private static readonly string[] Names = ["taxon", "taxonname", "name", "taxname", "bacteria", "bacterium", "organism", "microbe", "microorganism", "genus", "species", "bacterianame", "organismname", "scientificname"];
    private static readonly string[] Percents = ["percent", "percentage", "%", "relativeabundance(%)", "abundance(%)", "relativeabundance%", "abundance%", "percentoftotal", "resultpercent", "result(%)", "yourpercent"];
    private static readonly string[] Amounts = ["relativeabundance", "abundance", "fraction", "proportion", "result", "value", "yourresult", "amount", "countnorm"];
    private static readonly string[] Counts = ["count", "counts", "reads", "readcount", "numberofreads"];
    private static readonly string[] Ranks = ["rank", "taxrank", "taxonrank", "level", "taxonomiclevel"];

    private static readonly string[] Others = ["taxid", "taxonid", "ncbitaxid", "ncbiid", "id", "parent", "parentid", "reference", "referencerange", "range", "normalrange", "low", "high", "min", "max", "referencelow", "referencehigh", "unit", "units",
        "status", "flag", "interpretation", "comment", "description", "category", "group", "percentile", "avg", "average", "populationaverage", "median", "phylum", "kingdom", "domain", "class", "order", "family", "date", "stdev"];

    /// <summary>Null where the header is not a vendor's: a column that is not known means a table of samples.</summary>
    public static VendorColumns? Of(string[] header)
    {
        string[] words = [.. header.Select(Plain)];
        int name = Array.FindIndex(words, w => Names.Contains(w)), rank = Array.FindIndex(words, w => Ranks.Contains(w));
        if (name < 0 || words.Length < 2) return null;
        if (words.Where((w, i) => i != name && !Percents.Contains(w) && !Amounts.Contains(w) && !Counts.Contains(w) && !Ranks.Contains(w) && !Others.Contains(w) && !Names.Contains(w)).Any()) return null;
        int count = Array.FindIndex(words, w => Counts.Contains(w)), percent = Array.FindIndex(words, w => Percents.Contains(w)), amount = Array.FindIndex(words, w => Amounts.Contains(w));
        // Reads tell the depth as well, so they go before shares of them.
        int value = count >= 0 ? count : percent >= 0 ? percent : amount;
        return value < 0 ? null : new VendorColumns(name, value, rank, count >= 0, count < 0 && percent >= 0);
    }

    private static string Plain(string cell) => string.Concat(cell.Where(c => !char.IsWhiteSpace(c) && c is not ('_' or '-' or '.' or '#' or '"')).Select(c => char.ToLower(c, CultureInfo.InvariantCulture)));
}
