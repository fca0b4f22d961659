namespace Enteraxis.Microbiome.Ecology.Clustering;

/// <summary>The order of leaves with the least sum of distances between neighbours among all that turning branches can give.</summary>
/// <remarks>
/// For each pair of leaves the least way through the smallest cluster that holds both, from one to the other; every pair has one such cluster, so one square table holds all.
/// Of equal ways the lower place wins.
/// </remarks>
internal static class LeafOrder
{
    public static int[] Optimal(double[,] distance, Merge[] merges)
    {
        int n = distance.GetLength(0);
        if (n == 1) return [0];
        double[,] way = new double[n, n];
        // Between which leaves the way from one to the other crosses from the first half to the second.
        (int Leave, int Enter)[,] crossing = new (int, int)[n, n];
        int[][] members = [.. Enumerable.Range(0, n).Select(i => new[] { i }), .. new int[merges.Length][]];
        for (int m = 0; m < merges.Length; m++)
        {
            int left = merges[m].First, right = merges[m].Second;
            Join(distance, way, crossing, members, merges, left, right);
            members[n + m] = [.. members[left], .. members[right]];
        }
        Merge root = merges[^1];
        (int Start, int End) best = (-1, -1);
        foreach (int u in members[root.First].Order())
            foreach (int w in members[root.Second].Order())
                if (best.Start < 0 || way[u, w] < way[best.Start, best.End]) best = (u, w);
        List<int> order = new(n);
        Walk(best.Start, best.End, crossing, order);
        return [.. order];
    }

    private static void Join(double[,] distance, double[,] way, (int, int)[,] crossing, int[][] members, Merge[] merges, int left, int right)
    {
        int n = distance.GetLength(0);
        double[] reach = new double[n];
        int[] from = new int[n];
        foreach (int u in members[left])
        {
            int[] ends = Far(u, left, members, merges, n);
            foreach (int k in members[right])
            {
                reach[k] = double.PositiveInfinity;
                foreach (int m in ends)
                    if (way[u, m] + distance[m, k] is var total && (total < reach[k] || (total == reach[k] && m < from[k]))) (reach[k], from[k]) = (total, m);
            }
            foreach (int w in members[right])
            {
                double least = double.PositiveInfinity;
                int enter = -1;
                foreach (int k in Far(w, right, members, merges, n))
                    if (reach[k] + way[k, w] is var total && (total < least || (total == least && k < enter))) (least, enter) = (total, k);
                way[u, w] = way[w, u] = least;
                crossing[u, w] = (from[enter], enter);
                crossing[w, u] = (enter, from[enter]);
            }
        }
    }

    // Where a way through a cluster may end that begins at a leaf of it: in its other half.
    private static int[] Far(int leaf, int cluster, int[][] members, Merge[] merges, int n)
    {
        if (cluster < n) return members[cluster];
        Merge m = merges[cluster - n];
        return Array.IndexOf(members[m.First], leaf) >= 0 ? members[m.Second] : members[m.First];
    }

    // Without recursion: a hierarchy may be a comb as deep as it has leaves.
    private static void Walk(int start, int end, (int Leave, int Enter)[,] crossing, List<int> order)
    {
        Stack<(int Start, int End)> open = new([(start, end)]);
        while (open.Count > 0)
        {
            (int u, int w) = open.Pop();
            if (u == w)
            {
                order.Add(u);
                continue;
            }
            (int leave, int enter) = crossing[u, w];
            open.Push((enter, w));
            open.Push((u, leave));
        }
    }
}
