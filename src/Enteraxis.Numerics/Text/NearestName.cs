namespace Enteraxis.Numerics.Text;

/// <summary>"Did you mean": the known names with the fewest edits to a mistyped one, without regard to case.</summary>
public static class NearestName
{
    private const int Longest = 200;

    /// <summary>" Did you mean 'x'?" or an empty text where nothing is near.</summary>
    public static string Hint(string wrong, IEnumerable<string> known)
    {
        int most = Math.Max(2, wrong.Length / 3);
        (string? best, int distance) = known.Where(n => Math.Abs(n.Length - wrong.Length) <= most).Select(n => ((string?)n, Distance(wrong, n))).DefaultIfEmpty((null, int.MaxValue)).MinBy(x => x.Item2);
        return best is null || distance > most ? "" : $" Did you mean '{best}'?";
    }

    /// <summary>The nearest ones, near or not; equally near ones in ordinal order.</summary>
    public static IReadOnlyList<string> Of(string wanted, IEnumerable<string> names, int count) =>
        [.. names.Select(n => (Name: n, Distance: Distance(wanted, n))).OrderBy(c => c.Distance).ThenBy(c => c.Name, StringComparer.Ordinal).Take(count).Select(c => c.Name)];

    // Levenshtein 1966 with the swap of two neighbours as one edit (Damerau 1964), which is how fingers slip; three rows of the table at a time.
    private static int Distance(string first, string second)
    {
        string a = Cut(first), b = Cut(second);
        int[] before = [], last = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int[] row = new int[b.Length + 1];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
            }
            (before, last) = (last, row);
        }
        return last[^1];
    }

    private static string Cut(string text) => (text.Length > Longest ? text[..Longest] : text).ToUpperInvariant();
}
