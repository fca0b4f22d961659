using Enteraxis.Statistics.Components;
using Enteraxis.Studies.People;

namespace Enteraxis.Studies.Tests.People;

/// <summary>Every forecast tells people, chance, parameters and readings of the mechanism apart.</summary>
public sealed class ForecastSourcesTests : IDisposable
{
    private readonly SmallStudy _study = new();

    public void Dispose() => _study.Dispose();

    [Fact]
    public void Every_forecast_has_the_four_sources_and_every_reading()
    {
        PersonStudyResult r = _study.Run("run");
        ForecastSources[] all = [.. r.Forecasts.Select(f => f.Sources), .. r.Levers.SelectMany(l => l.Effects.Select(e => e.Sources))];
        Assert.Equal(2 + 4 * 2, all.Length);
        Assert.All(all, s => Assert.All(s.All, c => Assert.True(c.Component.IsKnown, c.Name)));
        Assert.All(all, s => Assert.Equal(["turned", "doubled"], s.ByReading.Select(d => d.Id)));
        // Nothing is done by the lever that does nothing, so none of the sources has anything.
        Assert.All(r.Levers.Single(l => l.Id == "nothing").Effects, e => Assert.Equal((0.0, 0.0, 0.0), (e.Sources.Chance.Value, e.Sources.Parameters.Value, e.Sources.Readings.Value)));
        string[] rows = File.ReadAllLines(_study.Folder["run", "sources.tsv"]);
        Assert.Equal(1 + all.Length, rows.Length);
        Assert.Contains("variance_chance\terror_chance", rows[0], StringComparison.Ordinal);
        Assert.Equal(1 + 2 * all.Length, File.ReadAllLines(_study.Folder["run", "readings.tsv"]).Length);
    }

    [Fact]
    public void A_reading_that_turns_a_mean_makes_the_page_say_that_it_cannot_tell()
    {
        PersonStudyResult r = _study.Run("run");
        LeverEffect more = r.Levers.Single(l => l.Id == "more").Effects[0];
        ReadingDifference turned = more.Sources.ByReading.Single(d => d.Id == "turned"), doubled = more.Sources.ByReading.Single(d => d.Id == "doubled");
        Assert.True(more.Difference < 0 && turned.Turns(more.Difference), $"{more.Difference}, {turned}");
        Assert.False(doubled.Turns(more.Difference));
        Assert.True(more.CannotTell);
    }

    [Fact]
    public void Repeats_of_chance_share_the_past_the_person_and_the_draw_and_nothing_else()
    {
        StudyContext context = _study.Context();
        History[] bank = [.. new HistoryBank(context).Simulate(CancellationToken.None).Take(2)];
        IReadOnlyList<Twin> crossed = new ParameterSets(context).Cross([.. bank.Select(h => Twin.Of(context, h, 0))], 3, 2, CancellationToken.None);
        Assert.Equal(3 * 2 * 2, crossed.Count);
        for (int k = 0; k < 3; k++)
            for (int j = 0; j < 2; j++)
            {
                Twin a = crossed[(k * 2 + j) * 2], b = crossed[(k * 2 + j) * 2 + 1];
                Assert.Equal(bank[j].Person, a.Origin);
                Assert.NotEqual(a.Person, b.Person);
                Assert.Same(a.Values, b.Values);
                // The same chance under every draw: what draws differ by is the parameters.
                Assert.Equal(crossed[j * 2 + 1].Person, b.Person);
            }
        Assert.Equal(3, Enumerable.Range(0, 3).Select(k => crossed[k * 4].Values["effect"]).Distinct().Count());
    }

    [Fact]
    public void The_largest_source_is_one_that_is_told_and_readings_count_by_what_is_beyond_their_error()
    {
        VarianceComponent small = new(1, 0.1), large = new(3, 0.5), unsure = new(9, 10);
        Assert.Equal("parameters", new ForecastSources(small, unsure, large, VarianceComponent.Unknown, []).Largest);
        Assert.Null(ForecastSources.Unknown.Largest);
        VarianceComponent readings = VarianceComponent.AboutMain([(2, 1), (0, 1)]);
        Assert.Equal(1, readings.Value, 12);
        Assert.False(new ReadingDifference("a", "A", 2, 1.3).IsTold);
        Assert.True(new ReadingDifference("a", "A", 2, 1).Turns(-1.5));
        Assert.False(new ReadingDifference("a", "A", 2, 1).Turns(-2.5));
    }
}
