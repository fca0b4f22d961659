namespace Enteraxis.Microbiome.Ecology.Rarefaction;

/// <summary>A number for an id that is the same on every machine and in every run: FNV-1a of its UTF-16 units.</summary>
internal static class IdKey
{
    public static ulong Of(string id)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in id) hash = (hash ^ c) * 1099511628211;
        return hash;
    }
}
