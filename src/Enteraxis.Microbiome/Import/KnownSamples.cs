namespace Enteraxis.Microbiome.Import;

/// <summary>Samples that are known to be in a table before it is read: they tell rows from columns where nothing else does.</summary>
/// <param name="One">A single sample that the user named, or null.</param>
/// <param name="Ids">All ids of the metadata; empty where none are given.</param>
/// <param name="Source">What sentences call the metadata.</param>
internal sealed record KnownSamples(string? One, IReadOnlySet<string> Ids, string Source)
{
    public static KnownSamples None { get; } = new(null, new HashSet<string>(), "");

    public bool Has(string id) => Ids.Contains(id);
}
