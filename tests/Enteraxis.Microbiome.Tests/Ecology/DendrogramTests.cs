using System.Globalization;
using CsCheck;
using Enteraxis.Microbiome.Ecology.Clustering;
using Enteraxis.Microbiome.Ecology.Distances;

namespace Enteraxis.Microbiome.Tests.Ecology;

public sealed class DendrogramTests
{
    // Five points on a line: 0, 1, 4, 6, 12.
    private static readonly double[] Line = [1, 4, 6, 12, 3, 5, 11, 2, 8, 6];

    [Fact]
    public void Small_cases_come_out_as_by_hand()
    {
        Dendrogram average = Dendrogram.Of(Line, 5, Linkage.Average);
        Assert.Equal([new Merge(0, 1, 1, 2), new Merge(2, 3, 2, 2), new Merge(5, 6, 4.5, 4), new Merge(4, 7, 9.25, 5)], average.Merges);
        // Ward: √((2·2·2/4)·4.5²) = 4.5·√2 between means 0.5 and 5.
        Assert.Equal(4.5 * Math.Sqrt(2), Dendrogram.Of(Line, 5, Linkage.Ward).Merges[2].Height, 12);
        Assert.True(average.Order is [0, 1, 2, 3, 4] or [4, 3, 2, 1, 0]);
        Assert.Equal([0], Dendrogram.Of([], 1, Linkage.Average).Order);
    }

    [Fact]
    public void Every_merge_stands_after_what_it_joins_heights_rise_and_branches_do_not_cross() =>
        (from n in Gen.Int[2, 24]
         from d in Gen.Int[0, 6].Select(k => (double)k).Array[n * (n - 1) / 2]
         from linkage in Gen.Bool
         select (n, d, linkage)).Sample(c =>
        {
            Dendrogram t = Dendrogram.Of(c.d, c.n, c.linkage ? Linkage.Average : Linkage.Ward);
            Assert.Equal(Enumerable.Range(0, c.n), t.Order.Order());
            List<HashSet<int>> members = [.. Enumerable.Range(0, c.n).Select(i => new HashSet<int> { i })];
            for (int m = 0; m < t.Merges.Count; m++)
            {
                Assert.True(t.Merges[m].First < c.n + m && t.Merges[m].Second < c.n + m && (m == 0 || t.Merges[m].Height >= t.Merges[m - 1].Height));
                members.Add([.. members[t.Merges[m].First], .. members[t.Merges[m].Second]]);
                Assert.Equal(t.Merges[m].Size, members[^1].Count);
                int[] places = [.. members[^1].Select(leaf => t.Order.ToList().IndexOf(leaf)).Order()];
                Assert.Equal(places.Length - 1, places[^1] - places[0]);
            }
            Assert.Equal(c.n, members[^1].Count);
        }, iter: 300);

    [Fact]
    public void No_turning_of_branches_brings_neighbours_nearer() =>
        (from n in Gen.Int[2, 7]
         from d in Gen.Double[0, 1].Array[n * (n - 1) / 2]
         select (n, d)).Sample(c =>
        {
            Dendrogram t = Dendrogram.Of(c.d, c.n, Linkage.Average);
            double least = Turned(c.n + t.Merges.Count - 1, t).Min(order => Length(order, c.d, c.n));
            Assert.Equal(least, Length([.. t.Order], c.d, c.n), 12);
        }, iter: 100);

    [Theory]
    [InlineData("average", Linkage.Average)]
    [InlineData("ward", Linkage.Ward)]
    public void Trees_are_those_of_scipy_and_the_order_is_no_longer(string method, Linkage linkage)
    {
        double[] distances = BrayCurtis.OfProportions(Expected.Table("dietswap")).Condensed;
        int n = Expected.Table("dietswap").SampleIds.Count;
        using ScratchFolder scratch = new();
        string file = scratch.Write("d.txt", string.Join('\n', distances.Select(d => d.ToString("R", CultureInfo.InvariantCulture))));
        string[] lines = Peer.Python("scipy", """
            import sys, numpy as np
            from scipy.cluster.hierarchy import linkage, optimal_leaf_ordering, leaves_list
            from scipy.spatial.distance import squareform
            d = np.loadtxt(sys.argv[1]); z = linkage(d, sys.argv[2]); o = leaves_list(optimal_leaf_ordering(z, d)); s = squareform(d)
            for r in z: print(repr(float(r[2])), int(r[3]))
            print(repr(float(sum(s[a, b] for a, b in zip(o[:-1], o[1:])))))
            """, file, method);
        Dendrogram t = Dendrogram.Of(distances, n, linkage);
        for (int m = 0; m < n - 1; m++)
        {
            string[] cells = lines[m].Split(' ');
            Expected.Close(Expected.Number(cells[0]), t.Merges[m].Height, 1e-12);
            Assert.Equal(int.Parse(cells[1], CultureInfo.InvariantCulture), t.Merges[m].Size);
        }
        // scipy 1.10 misses the optimum at times, as going through all orders of eight leaves shows; ours never (the test above).
        Assert.True(Length([.. t.Order], distances, n) <= Expected.Number(lines[n - 1]) + 1e-9);
    }

    [Theory]
    [InlineData("average", Linkage.Average)]
    [InlineData("ward.D2", Linkage.Ward)]
    public void Cuts_of_the_tree_are_those_of_R(string method, Linkage linkage)
    {
        double[] distances = BrayCurtis.OfProportions(Expected.Table("dietswap")).Condensed;
        int n = Expected.Table("dietswap").SampleIds.Count;
        using ScratchFolder scratch = new();
        string file = scratch.Write("d.txt", string.Join('\n', distances.Select(d => d.ToString("R", CultureInfo.InvariantCulture))));
        string[] lines = Peer.R("stats", """
            a <- commandArgs(TRUE); d <- structure(scan(a[1], quiet = TRUE), class = "dist", Size = as.integer(a[3]), Diag = FALSE, Upper = FALSE)
            h <- hclust(d, a[2]); cat(formatC(h$height, digits = 17), sep = " "); cat("\n"); cat(cutree(h, 7), sep = " "); cat("\n")
            """, file, method, n.ToString(CultureInfo.InvariantCulture));
        Dendrogram t = Dendrogram.Of(distances, n, linkage);
        double[] heights = [.. lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Expected.Number)];
        for (int m = 0; m < n - 1; m++) Expected.Close(heights[m], t.Merges[m].Height, 1e-12);
        int[] theirs = [.. lines[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(x => int.Parse(x, CultureInfo.InvariantCulture))], ours = Cut(t, 7);
        for (int i = 0; i < n; i++)
            for (int j = 0; j < i; j++) Assert.Equal(theirs[i] == theirs[j], ours[i] == ours[j]);
    }

    private static int[] Cut(Dendrogram t, int clusters)
    {
        List<int[]> members = [.. Enumerable.Range(0, t.Leaves).Select(i => new[] { i })];
        int[] of = [.. Enumerable.Range(0, t.Leaves)];
        for (int m = 0; m < t.Merges.Count; m++)
        {
            members.Add([.. members[t.Merges[m].First], .. members[t.Merges[m].Second]]);
            if (m < t.Leaves - clusters)
                foreach (int leaf in members[^1]) of[leaf] = t.Leaves + m;
        }
        return of;
    }

    private static IEnumerable<int[]> Turned(int cluster, Dendrogram t)
    {
        if (cluster < t.Leaves) return [[cluster]];
        Merge m = t.Merges[cluster - t.Leaves];
        return from a in Turned(m.First, t) from b in Turned(m.Second, t) from order in new int[][] { [.. a, .. b], [.. b, .. a] } select order;
    }

    private static double Length(int[] order, double[] condensed, int n)
    {
        double sum = 0;
        for (int k = 1; k < order.Length; k++)
        {
            (int i, int j) = (Math.Min(order[k - 1], order[k]), Math.Max(order[k - 1], order[k]));
            sum += condensed[i * (2 * n - i - 1) / 2 + j - i - 1];
        }
        return sum;
    }
}
