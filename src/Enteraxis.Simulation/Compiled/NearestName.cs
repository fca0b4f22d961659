namespace Enteraxis.Simulation.Compiled;

/// <summary>"Did you mean": the known name with the fewest edits to a mistyped one.</summary>
internal static class NearestName
{
    /// <summary>" Did you mean 'x'?" or an empty text where nothing is near.</summary>
    internal static string Hint(string wrong, IEnumerable<string> known)
    {
        string? best = null;
        int least = Math.Max(2, wrong.Length / 3) + 1;
        foreach (string name in known)
        {
            if (Math.Abs(name.Length - wrong.Length) >= least) continue;
            int distance = Distance(wrong, name);
            if (distance < least) (least, best) = (distance, name);
        }
        return best is null ? "" : $" Did you mean '{best}'?";
    }

    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int cost = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1;
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + cost));
            }
        }
        return row[b.Length];
    }
}
