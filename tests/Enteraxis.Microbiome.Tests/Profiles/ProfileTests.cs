using CsCheck;
using Enteraxis.Microbiome.Import;
using Enteraxis.Microbiome.Profiles;
using Enteraxis.Microbiome.Taxonomy;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Random;

namespace Enteraxis.Microbiome.Tests.Profiles;

public sealed class ProfileTests : IDisposable
{
    private static readonly TaxonTables Tables = TaxonTables.Read(Places.GutTables);

    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void The_example_table_gives_a_profile_for_each_sample()
    {
        FeatureTable t = FeatureTableReader.Read(Path.Combine(Places.Root, "examples", "feature-table.tsv"));
        Assert.Equal(["S1", "S2", "S3"], t.SampleIds);
        foreach (string id in t.SampleIds)
        {
            Profile p = ProfileReader.Read(t, id, Tables);
            Assert.InRange(p.MappedShare, 0.95, 0.9999);
            Assert.Equal(t.SampleSum(t.IndexOf(id)), p.Depth);
            Assert.Equal(Tables.Named.Count, p.NamedTaxa.Count);
            Assert.Contains(p.Unmapped, u => u.Name.Contains("UCG-014", StringComparison.Ordinal) && u.WentTo.Contains("left out", StringComparison.Ordinal));
            Assert.All(p.Guilds, g => Assert.InRange(g.Share, g.Low, g.High));
        }
    }

    [Fact]
    public void Guild_shares_are_the_posterior_mean_of_the_weighted_counts()
    {
        Profile p = Read("g__Akkermansia\t30\ng__Bifidobacterium\t10\ng__NobodyKnowsIt\t60\n");
        int n = Tables.Guilds.Guilds.Count;
        GuildEstimate mucus = p.Guilds.Single(g => g.Guild == "akk");
        Assert.Equal(0.4, p.MappedShare, 12);
        Assert.Equal(30.5, mucus.Alpha, 9);
        Assert.Equal(30.5 / (40 + 0.5 * n), mucus.Share, 9);
        Assert.Equal(0.6, Assert.Single(p.Unmapped).Share, 12);
    }

    [Fact]
    public void Draws_have_the_mean_and_the_spread_of_the_posterior()
    {
        Profile p = Read("g__Akkermansia\t30\ng__Bifidobacterium\t50\ng__Bacteroides\t20\n");
        const int draws = 4000;
        int akk = Tables.Guilds.Guilds.ToList().IndexOf("akk");
        double sum = 0, squares = 0;
        KeyedStream stream = new(7, 1, 3);
        for (ulong i = 0; i < draws; i++)
        {
            ulong index = i;
            double[] shares = p.DrawShares(g => stream.Uniform(index, (uint)g));
            Assert.Equal(1, shares.Sum(), 12);
            sum += shares[akk];
            squares += shares[akk] * shares[akk];
        }
        double a = p.Guilds.Sum(g => g.Alpha), mean = p.Guilds[akk].Share, variance = mean * (1 - mean) / (a + 1);
        Assert.InRange(sum / draws, mean - 5 * Math.Sqrt(variance / draws), mean + 5 * Math.Sqrt(variance / draws));
        Assert.InRange((squares / draws - sum * sum / draws / draws) / variance, 0.85, 1.15);
    }

    [Fact]
    public void Counts_and_their_proportions_give_the_same_shares_and_proportions_say_that_depth_is_assumed()
    {
        ProfileOptions options = new() { EffectiveDepth = 100 };
        Profile counts = Read("g__Akkermansia\t30\ng__Roseburia\t70\n", options), shares = Read("g__Akkermansia\t0.3\ng__Roseburia\t0.7\n", options);
        Assert.Equal(counts.Guilds.Select(g => Math.Round(g.Share, 10)), shares.Guilds.Select(g => Math.Round(g.Share, 10)));
        Assert.True(shares.DepthIsAssumed);
        Assert.Contains(shares.Notes, n => n.Contains("100 reads", StringComparison.Ordinal));
    }

    [Fact]
    public void More_reads_give_narrower_intervals()
    {
        static double Width(Profile p) => p.Guilds.Single(g => g.Guild == "akk") is var g ? g.High - g.Low : 0;
        Assert.True(Width(Read("g__Akkermansia\t300\ng__Roseburia\t700\n")) < 0.5 * Width(Read("g__Akkermansia\t30\ng__Roseburia\t70\n")));
    }

    [Fact]
    public void The_order_of_features_changes_nothing() =>
        Gen.Int[1, 500].Array[5].Sample(
            counts =>
            {
                string[] genera = ["Akkermansia", "Roseburia", "Blautia", "Ruminococcus", "NobodyKnowsIt"];
                string[] rows = [.. genera.Zip(counts, (g, c) => FormattableString.Invariant($"g__{g}\t{c}\n"))];
                Profile forward = Read(string.Concat(rows)), backward = Read(string.Concat(rows.Reverse()));
                for (int g = 0; g < forward.Guilds.Count; g++) Assert.Equal(forward.Guilds[g].Share, backward.Guilds[g].Share, 12);
            },
            iter: 50, threads: 1);

    [Fact]
    public void A_sample_that_is_not_there_is_answered_with_the_nearest_names()
    {
        FeatureTable t = FeatureTableReader.Read(_scratch.Write("t.tsv", "FeatureID\tpatient-12\tpatient-13\tcontrol\nx\t1\t1\t1\n"));
        string message = Assert.Throws<InputException>(() => ProfileReader.Read(t, "patient12", Tables)).Message;
        Assert.Contains("'patient12' is not in the table; the nearest names are 'patient-12', 'patient-13'", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sample_of_zeros_and_a_sample_without_known_taxa_are_refused()
    {
        FeatureTable t = FeatureTableReader.Read(_scratch.Write("t.tsv", "FeatureID\tA\tB\ng__Nobody\t0\t4\n"));
        Assert.Contains("only zeros", Assert.Throws<InputException>(() => ProfileReader.Read(t, "A", Tables)).Message, StringComparison.Ordinal);
        Assert.Contains("can be mapped", Assert.Throws<InputException>(() => ProfileReader.Read(t, "B", Tables)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Percentiles_run_through_the_levels_and_meet_ties_in_the_middle()
    {
        ReferencePercentiles r = new([0, 0, 0.01, 0.02, 0.04, 0.08, 0.1], null);
        Assert.Equal(50, r.PercentileOf(0.02), 9);
        Assert.Equal(62.5, r.PercentileOf(0.03), 9);
        Assert.Equal(5, r.PercentileOf(0), 9);
        Assert.Equal(97.5, r.PercentileOf(0.5), 9);
        Gen.Double[0, 0.2].Select(Gen.Double[0, 0.2]).Sample((a, b) => Assert.True(a > b || r.PercentileOf(a) <= r.PercentileOf(b) + 1e-9));
    }

    private Profile Read(string rows, ProfileOptions? options = null)
    {
        FeatureTable t = FeatureTableReader.Read(_scratch.Write("t.tsv", "FeatureID\tA\n" + rows));
        return ProfileReader.Read(t, "A", Tables, options);
    }
}
