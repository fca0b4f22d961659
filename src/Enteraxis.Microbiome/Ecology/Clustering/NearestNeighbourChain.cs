namespace Enteraxis.Microbiome.Ecology.Clustering;

/// <summary>Follows nearest neighbours until two are each other's nearest, joins them, and goes on from what is left of the chain.</summary>
internal static class NearestNeighbourChain
{
    /// <param name="distance">Square; is overwritten.</param>
    /// <returns>Merges by rising height.</returns>
    public static Merge[] Run(double[,] distance, Linkage linkage)
    {
        int n = distance.GetLength(0);
        int[] size = new int[n];
        Array.Fill(size, 1);
        List<(int A, int B, double Height)> found = [];
        Stack<int> chain = new();
        while (found.Count < n - 1)
        {
            if (chain.Count == 0) chain.Push(Array.FindIndex(size, s => s > 0));
            int top = chain.Pop();
            int previous = chain.Count > 0 ? chain.Peek() : -1, nearest = previous;
            // The one before wins where it is as near: a chain would run in circles otherwise.
            double least = previous >= 0 ? distance[top, previous] : double.PositiveInfinity;
            for (int k = 0; k < n; k++)
                if (k != top && size[k] > 0 && distance[top, k] < least) (least, nearest) = (distance[top, k], k);
            if (nearest != previous || previous < 0)
            {
                chain.Push(top);
                chain.Push(nearest);
                continue;
            }
            chain.Pop();
            (int a, int b) = (Math.Min(top, previous), Math.Max(top, previous));
            found.Add((a, b, least));
            for (int k = 0; k < n; k++)
                if (size[k] > 0 && k != a && k != b) distance[b, k] = distance[k, b] = Joined(linkage, distance[a, k], distance[b, k], least, size[a], size[b], size[k]);
            size[b] += size[a];
            size[a] = 0;
        }
        return Numbered(found, n);
    }

    // Lance and Williams: the distance of a third cluster from two that were joined.
    private static double Joined(Linkage linkage, double a, double b, double between, double sizeA, double sizeB, double third) => linkage == Linkage.Average
        ? (sizeA * a + sizeB * b) / (sizeA + sizeB)
        : Math.Sqrt(Math.Max(0, ((third + sizeA) * a * a + (third + sizeB) * b * b - third * between * between) / (third + sizeA + sizeB)));

    // Clusters are known by one of their leaves until here.
    private static Merge[] Numbered(List<(int A, int B, double Height)> found, int n)
    {
        int[] parent = [.. Enumerable.Range(0, n)], name = [.. Enumerable.Range(0, n)], size = new int[n];
        Array.Fill(size, 1);
        Merge[] merges = new Merge[found.Count];
        int at = 0;
        // Stable: of equal heights the one found first stays first, so that no merge stands before what it joins.
        foreach ((int a, int b, double height) in found.OrderBy(f => f.Height))
        {
            (int x, int y) = (Root(parent, a), Root(parent, b));
            if (name[x] > name[y]) (x, y) = (y, x);
            merges[at] = new Merge(name[x], name[y], height, size[x] + size[y]);
            parent[x] = y;
            size[y] += size[x];
            name[y] = n + at++;
        }
        return merges;
    }

    private static int Root(int[] parent, int leaf)
    {
        while (parent[leaf] != leaf) leaf = parent[leaf] = parent[parent[leaf]];
        return leaf;
    }
}
