namespace Enteraxis.Studies.Tables;

/// <summary>FNV-1a over UTF-16: a name's place in a random stream, so that a new row of a table moves no other row's draw.</summary>
public static class StableHash
{
    public static ulong Of(string text)
    {
        ulong hash = 14695981039346656037UL;
        foreach (char c in text) hash = (hash ^ c) * 1099511628211UL;
        return hash;
    }
}
