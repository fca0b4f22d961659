namespace Enteraxis.Modelling.Antimony.Flattening;

/// <summary>Which names mean one quantity: inner names point to outer ones.</summary>
internal sealed class Synonyms
{
    private readonly Dictionary<string, string> _outer = new(StringComparer.Ordinal);

    /// <summary>Makes both names one quantity, called by the outer name.</summary>
    public void Join(string inner, string outer)
    {
        string a = Canonical(inner), b = Canonical(outer);
        if (a != b) _outer[a] = b;
    }

    public string Canonical(string name)
    {
        while (_outer.TryGetValue(name, out string? next)) name = next;
        return name;
    }
}
