using System.Text;
using Enteraxis.Microbiome;
using Enteraxis.Microbiome.Import;
using Enteraxis.Studies.Fermentation;

namespace Enteraxis.Studies.Tests.Fermentation;

public sealed class EstimatorTests
{
    private static readonly FeatureTable Table = FeatureTableReader.Read(Installation.PathOf("examples", "feature-table.tsv"));
    private static readonly FermentationEstimator Estimator = new(Installation.Library);
    private static readonly Lazy<FermentationResult> All = new(() => Estimator.Estimate(Table));

    [Fact]
    public void Every_sample_has_each_acid_with_an_interval_about_the_estimate()
    {
        FermentationResult r = All.Value;
        Assert.Empty(r.LeftOut);
        foreach (string sample in Table.SampleIds)
            foreach (AcidRow acid in Estimator.Models.Acids)
            {
                Assert.Contains(r.Rows, x => x.Sample == sample && x.Acid == acid.Id && x.Measure == "production_mmol_per_day");
                Assert.Equal(acid.HasStool, r.Rows.Any(x => x.Sample == sample && x.Acid == acid.Id && x.Measure == "faecal_umol_per_g"));
            }
        Assert.All(r.Rows, x => Assert.True(x.Low < x.Estimate && x.Estimate < x.High && x.Low > 0 && double.IsFinite(x.High), x.ToString()));
    }

    [Fact]
    public void Carbon_closes() => Assert.InRange(All.Value.CarbonResidual, 0, 1e-9);

    [Fact]
    public void Carbon_closes_for_measured_people_and_none_is_lost_silently()
    {
        SharedStools stools = SharedStools.Imsms;
        string[] samples = [.. stools.Profiles.Select(p => p.Sample).Where((_, i) => SharedStools.Long || i % 10 == 0)];
        FermentationResult r = Estimator.Estimate(stools.Table, samples);
        double[] Made(string acid) => [.. r.Rows.Where(x => x.Acid == acid && x.Measure == "production_mmol_per_day").Select(x => x.Estimate).Order()];
        foreach (AcidRow a in Estimator.Models.Acids) SharedStools.Say($"{a.Id}: made, mmol a day: 5, 50, 95 % of people {Made(a.Id)[samples.Length / 20]:F1} {Made(a.Id)[samples.Length / 2]:F1} {Made(a.Id)[19 * samples.Length / 20]:F1}");
        SharedStools.Say($"greatest residual of carbon {r.CarbonResidual:E1}, {samples.Length} samples, {r.LeftOut.Count} left out; {string.Join(" ", r.Notes)}");
        Assert.InRange(r.CarbonResidual, 0, 1e-9);
        Assert.Equal(samples.Length, r.TransitDays.Count + r.LeftOut.Count);
    }

    [Fact]
    public void What_is_made_is_absorbed_but_for_a_few_hundredths()
    {
        foreach (AcidEstimate made in All.Value.Rows.Where(x => x.Measure == "production_mmol_per_day" && x.Acid is "acetate" or "propionate" or "butyrate"))
            if (All.Value.Rows.FirstOrDefault(x => x.Sample == made.Sample && x.Acid == made.Acid && x.Measure == "absorption_mmol_per_day") is { } absorbed)
                Assert.InRange(absorbed.Estimate / made.Estimate, 0.5, 1);
    }

    [Fact]
    public void A_sample_alone_has_the_bits_it_has_among_others()
    {
        string one = Table.SampleIds[^1];
        Assert.Equal(All.Value.Rows.Where(x => x.Sample == one), new FermentationEstimator(Installation.Library, threads: 1).Estimate(Table, [one]).Rows);
    }

    [Fact]
    public void The_table_says_what_it_is_not()
    {
        string text = Encoding.UTF8.GetString(ScfaTable.Of(All.Value).ToTsv());
        string[] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("sample\tacid\tmeasure\testimate\tlow\thigh", lines[0]);
        Assert.All(lines.Skip(1), l => Assert.Equal(6, l.Split('\t').Length));
        Installation.Library.Forbidden.Check(ScfaTable.Cautions);
    }

    [Fact]
    public void More_fibre_makes_more_whatever_the_stool_says()
    {
        string one = Table.SampleIds[0];
        double Made(double fibre) => Estimator.Estimate(Table, [one], new Dictionary<string, double> { ["fibre"] = fibre }).Rows.Where(x => x.Measure == "production_mmol_per_day" && x.Acid is "acetate" or "propionate" or "butyrate").Sum(x => x.Estimate);
        Assert.True(Made(35) > Made(12));
    }
}
