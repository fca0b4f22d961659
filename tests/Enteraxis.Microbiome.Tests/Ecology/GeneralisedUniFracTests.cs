using Enteraxis.Microbiome.Ecology.Distances;
using Enteraxis.Microbiome.Phylogeny;
using Enteraxis.Numerics.Random;

namespace Enteraxis.Microbiome.Tests.Ecology;

/// <summary>More samples than lanes, on a tree of forty tips, against the sum as it is written.</summary>
public sealed class GeneralisedUniFracTests
{
    private const int Samples = 37, Tips = 40;

    private static readonly double[][] Counts = MadeUp();

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.3)]
    [InlineData(0)]
    public void Lanes_give_what_the_formula_gives(double alpha)
    {
        TableTree tree = Tree(Counts);
        DistanceMatrix actual = new UniFrac(tree).Generalised(alpha);
        double[][] shares = [.. Counts.Select(row => Below(tree, row))];
        for (int i = 0; i < Samples; i++)
            for (int j = i + 1; j < Samples; j++)
            {
                double apart = 0, all = 0;
                for (int b = 0; b < tree.BranchCount; b++)
                {
                    double p = shares[i][b], q = shares[j][b];
                    if (p + q == 0) continue;
                    double weight = tree.Length(b) * Math.Pow(p + q, alpha);
                    apart += weight * Math.Abs(p - q) / (p + q);
                    all += weight;
                }
                Expected.Close(apart / all, actual[i, j], 1e-13);
            }
    }

    [Fact]
    public void Bits_do_not_depend_on_the_order_of_the_samples_and_equal_samples_are_0_apart()
    {
        double[][] rows = [.. Counts, Counts[3]];
        DistanceMatrix one = new UniFrac(Tree(rows)).Generalised(), turned = new UniFrac(Tree([.. rows.Reverse()])).Generalised();
        Assert.Equal(0, one[3, Samples]);
        for (int i = 0; i < rows.Length; i++)
            for (int j = i + 1; j < rows.Length; j++) Assert.True(one[i, j] == turned[rows.Length - 1 - i, rows.Length - 1 - j]);
    }

    private static double[] Below(TableTree tree, double[] row)
    {
        double[] share = new double[tree.BranchCount];
        for (int f = 0; f < row.Length; f++)
            for (int b = tree.BranchOf(f); b >= 0; b = tree.Parent(b)) share[b] += row[f] / row.Sum();
        return share;
    }

    // A comb of pairs: branches that many samples share and branches that few do.
    private static TableTree Tree(double[][] rows)
    {
        string newick = "t0:0.5";
        for (int f = 1; f < Tips; f++) newick = FormattableString.Invariant($"({newick},t{f}:{0.1 + f % 7}):{0.05 * (f % 3)}");
        return TableTree.Join(NewickReader.Read(new StringReader(newick + ";"), "comb.nwk"), SmallTable.Of(rows, [.. Enumerable.Range(0, Tips).Select(f => $"t{f}")]));
    }

    private static double[][] MadeUp()
    {
        KeyedStream stream = new(11, 0, 1);
        return [.. Enumerable.Range(0, Samples).Select(s => Enumerable.Range(0, Tips).Select(f => f == s ? 5 : Math.Floor(Math.Max(0, 30 * (stream.Uniform((ulong)(s * Tips + f)) - 0.7)))).ToArray())];
    }
}
