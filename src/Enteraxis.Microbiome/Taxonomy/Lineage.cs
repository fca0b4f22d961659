namespace Enteraxis.Microbiome.Taxonomy;

/// <summary>Names of one feature by rank, as its source writes them; a rank that is not given or only a placeholder is null.</summary>
public sealed class Lineage
{
    public const int RankCount = 7;

    private readonly string?[] _names;

    internal Lineage(string?[] names, string? unranked = null)
    {
        _names = names;
        Unranked = unranked;
    }

    /// <summary>No taxonomy at all.</summary>
    public static Lineage None { get; } = new(new string?[RankCount]);

    /// <summary>A single name whose rank is not said; looked up at every rank.</summary>
    public string? Unranked { get; }

    public string? this[TaxonRank rank] => _names[(int)rank];

    public bool IsEmpty => Unranked is null && Array.TrueForAll(_names, n => n is null);

    /// <summary>The narrowest name given, for display: "family X" or "genus Y"; null where nothing is known.</summary>
    public string? Narrowest
    {
        get
        {
            for (int r = RankCount - 1; r >= 0; r--)
                if (_names[r] is { } name)
                    return $"{((TaxonRank)r).ToString().ToLowerInvariant()} {name.Replace('_', ' ')}";
            return Unranked;
        }
    }

    public override string ToString() => string.Join("; ", _names.Where(n => n is not null));
}
