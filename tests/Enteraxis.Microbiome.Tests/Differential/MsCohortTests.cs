using Enteraxis.Microbiome.Differential;
using Enteraxis.Microbiome.Import;
using Enteraxis.Microbiome.Metadata;
using Enteraxis.Microbiome.Taxonomy;
using Enteraxis.Numerics.Random;

namespace Enteraxis.Microbiome.Tests.Differential;

/// <summary>366 people with MS and the control of their household (iMSMS).</summary>
public sealed class MsCohortTests
{
    [Fact]
    public void Akkermansia_is_higher_in_MS_and_Roseburia_Faecalibacterium_and_Blautia_are_lower_by_at_least_three_methods()
    {
        (DifferentialAbundance found, _, _) = Compared();
        Assert.InRange(Of(found, "Akkermansia").Higher, 3, 4);
        foreach (string lower in new[] { "Roseburia", "Faecalibacterium", "Blautia" })
        {
            (int up, int down) = Of(found, lower);
            Assert.Equal(0, up);
            Assert.InRange(down, 3, 4);
        }
    }

    [Theory]
    [InlineData(DifferentialMethod.ClrRegression)]
    [InlineData(DifferentialMethod.LogCountRegression)]
    [InlineData(DifferentialMethod.Prevalence)]
    [InlineData(DifferentialMethod.Wilcoxon)]
    public void With_the_groups_exchanged_at_random_within_households_hardly_any_method_finds_a_taxon(DifferentialMethod method)
    {
        (_, double[][] counts, DifferentialDesign design) = Compared();
        int permutations = Environment.GetEnvironmentVariable("ENTERAXIS_LONG") == "1" ? 200 : 20, with = 0;
        Parallel.For(0, permutations, r =>
        {
            KeyedStream random = new(11, (ulong)r, 3);
            bool[] flip = [.. Enumerable.Range(0, design.BlockCount).Select(b => random.Uniform((ulong)b) < 0.5)];
            DifferentialDesign exchanged = design.With([.. design.Case.Select((c, s) => c ^ flip[design.Blocks![s]])]);
            if (DifferentialAbundance.By(method, counts, exchanged).Any(e => e.Q < 0.1)) Interlocked.Increment(ref with);
        });
        // 14 % of 200; of 20 what a right method passes 99 times in 100.
        Assert.InRange(with, 0, permutations == 200 ? 28 : 7);
        TestContext.Current.SendDiagnosticMessage($"{method}: {with} of {permutations} permutations");
    }

    private static (int Higher, int Lower) Of(DifferentialAbundance found, string genus) => found.Agreement(found.Taxa.ToList().IndexOf(genus));

    private static (DifferentialAbundance Found, double[][] Counts, DifferentialDesign Design) Compared()
    {
        FeatureTable table = FeatureTableReader.Read(Places.Shared("imsms_pub", "table.biom"));
        SampleMetadata metadata = SampleMetadata.Read(Places.Shared("imsms_pub", "metadata.tsv"));
        MetadataJoin join = MetadataJoin.Of(table, metadata);
        IReadOnlyList<string?> disease = join.Values(metadata.Column("disease")), household = join.Values(metadata.Column("household"));
        List<string?> households = [.. household.Distinct()];
        DifferentialDesign design = new([.. disease.Select(d => d == "MS")], null, [.. household.Select(h => households.IndexOf(h))]);
        RankTable genera = RankTable.Of(table, TaxonRank.Genus);
        int[] samples = [.. join.Samples];
        int[] tested = [.. Enumerable.Range(0, genera.Taxa.Count).Where(t => samples.Count(s => genera.Counts[s][t] > 0) > DifferentialAbundance.LeastPrevalence * samples.Length)];
        return (DifferentialAbundance.Of(genera, samples, design), [.. samples.Select(s => (double[])[.. tested.Select(t => genera.Counts[s][t])])], design);
    }
}
