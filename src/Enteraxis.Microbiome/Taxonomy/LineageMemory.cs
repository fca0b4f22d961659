namespace Enteraxis.Microbiome.Taxonomy;

/// <summary>Parses each lineage of a file once: thousands of features share a few hundred.</summary>
internal sealed class LineageMemory
{
    private readonly Dictionary<string, Lineage> _known = new(StringComparer.Ordinal);

    public Lineage Of(string text)
    {
        if (!_known.TryGetValue(text, out Lineage? lineage)) _known.Add(text, lineage = LineageParser.Parse(text));
        return lineage;
    }
}
