namespace Enteraxis.Modelling.Antimony;

/// <summary>FNV-1a of a flat name: a stream number that does not change when another jump or drive is added.</summary>
internal static class StableHash
{
    public static int Of(string name)
    {
        uint hash = 2166136261;
        foreach (char c in name) hash = (hash ^ c) * 16777619;
        return (int)(hash & 0x7FFFFFFF);
    }
}
