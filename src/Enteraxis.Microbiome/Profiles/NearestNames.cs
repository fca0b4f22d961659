namespace Enteraxis.Microbiome.Profiles;

/// <summary>The names most like one that was not found, by edit distance without case.</summary>
internal static class NearestNames
{
    private const int Longest = 200;

    public static IReadOnlyList<string> Of(string wanted, IEnumerable<string> names, int count) =>
        [.. names.Select(n => (Name: n, Distance: Distance(Cut(wanted), Cut(n)))).OrderBy(c => c.Distance).ThenBy(c => c.Name, StringComparer.Ordinal).Take(count).Select(c => c.Name)];

    private static string Cut(string text) => (text.Length > Longest ? text[..Longest] : text).ToUpperInvariant();

    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[^1];
    }
}
