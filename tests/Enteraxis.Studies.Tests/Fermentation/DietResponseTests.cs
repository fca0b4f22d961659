using System.Text;
using Enteraxis.Microbiome;
using Enteraxis.Microbiome.Import;
using Enteraxis.Studies.Fermentation;
using Enteraxis.Studies.Fermentation.Calibration;

namespace Enteraxis.Studies.Tests.Fermentation;

public sealed class DietResponseTests
{
    private static readonly string[] Diets = ["inulin", "resistant_starch", "mediterranean"];
    private static readonly FermentationEstimator Estimator = new(Installation.Library);

    [Fact]
    public void Each_diet_raises_what_is_made_within_twelve_weeks_and_nothing_moves_before_it_begins()
    {
        FeatureTable table = FeatureTableReader.Read(Installation.PathOf("examples", "feature-table.tsv"));
        IReadOnlyList<DietChange> changes = new DietResponse(Estimator).Of(table, null, Diets, [0, 28, 84]);
        Assert.All(changes.Where(c => c.Day == 0), c => Assert.Equal(0, c.Change, 1e-6));
        foreach (string diet in Diets)
        {
            double Total(double day, Func<DietChange, double> value) => changes.Where(c => c.Intervention == diet && c.Day == day && c.Measure == "production_mmol_per_day" && c.Acid is "acetate" or "propionate" or "butyrate").Sum(value);
            Assert.True(Total(84, c => c.After) > 1.02 * Total(84, c => c.Before), diet);
        }
    }

    [Fact]
    public void Among_measured_people_the_diets_change_most_and_some_hardly()
    {
        SharedStools stools = SharedStools.Imsms;
        string[] samples = [.. stools.Profiles.Select(p => p.Sample).Where((_, i) => SharedStools.Long || i % 10 == 0)];
        IReadOnlyList<DietChange> changes = new DietResponse(Estimator).Of(stools.Table, samples, Diets, [7, 14, 28, 56, 84]);
        Dictionary<string, SampleProfile> profile = stools.Profiles.ToDictionary(p => p.Sample, StringComparer.Ordinal);
        foreach (string diet in Diets)
            foreach (string acid in (string[])["acetate", "propionate", "butyrate"])
            {
                DietChange[] last = [.. changes.Where(c => c.Intervention == diet && c.Acid == acid && c.Measure == "production_mmol_per_day" && c.Day == 84)];
                (string Guild, double R) most = Installation.Library.Guilds.Rows.Select((g, k) => (g.Id, Correlations.Spearman([.. last.Select(c => profile[c.Sample].Guilds[k])], [.. last.Select(c => c.After - c.Before)])))
                    .OrderByDescending(x => Math.Abs(x.Item2)).First();
                SharedStools.Say($"{diet} {acid}: the gain in mmol a day goes most with guild {most.Guild}, Spearman {most.R:F2}; median gain {Middle([.. last.Select(c => c.After - c.Before).Order()]):F1}");
            }
        foreach (string diet in Diets)
            foreach (string acid in (string[])["acetate", "propionate", "butyrate"])
                foreach (string measure in (string[])["production_mmol_per_day", "faecal_umol_per_g"])
                {
                    double[] At(double day) => [.. changes.Where(c => c.Intervention == diet && c.Acid == acid && c.Measure == measure && c.Day == day).Select(c => 100 * c.Change).Order()];
                    double[] end = At(84);
                    SharedStools.Say($"{diet} {acid} {measure}: median % after 1, 2, 4, 8, 12 weeks {Middle(At(7)):F1} {Middle(At(14)):F1} {Middle(At(28)):F1} {Middle(At(56)):F1} {Middle(end):F1}; tenth and ninth tenth at 12 weeks {end[end.Length / 10]:F1} {end[9 * end.Length / 10]:F1}; below +2 %: {100.0 * end.Count(x => x < 2) / end.Length:F0} %");
                    Assert.All(end, x => Assert.True(double.IsFinite(x)));
                }
    }

    [Fact]
    public void The_table_holds_every_change_under_its_cautions()
    {
        FeatureTable table = FeatureTableReader.Read(Installation.PathOf("examples", "feature-table.tsv"));
        IReadOnlyList<DietChange> changes = new DietResponse(Estimator).Of(table, [table.SampleIds[0]], ["inulin"], [84]);
        string[] lines = Encoding.UTF8.GetString(DietTable.Of(changes).ToTsv()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("sample\tintervention\tacid\tmeasure\tday\tbefore\tafter\tchange_percent", lines[0]);
        Assert.Equal(changes.Count, lines.Length - 1);
        Installation.Library.Forbidden.Check(DietTable.Cautions);
    }

    private static double Middle(double[] sorted) => sorted[sorted.Length / 2];
}
