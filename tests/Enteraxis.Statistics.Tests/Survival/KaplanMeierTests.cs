using Enteraxis.Statistics.Survival;

namespace Enteraxis.Statistics.Tests.Survival;

public sealed class KaplanMeierTests
{
    [Fact]
    public void Without_censoring_it_is_the_share_that_remains_with_binomial_error()
    {
        SurvivalCurve curve = new KaplanMeier().Fit(new([4, 1, 3, 2, 5], [true, true, true, true, true]));
        SurvivalEstimate at = curve.At(2);
        Assert.Equal(0.6, at.Survival, 1e-12);
        Assert.Equal(Math.Sqrt(0.6 * 0.4 / 5), at.StandardError, 1e-12);
        Assert.Equal(3, curve.MeanTo(5).Mean, 1e-12);
        Assert.Equal(0, curve.At(5).Survival);
        Assert.Equal(3, curve.Median().Time);
    }

    [Fact]
    public void A_curve_that_runs_level_at_a_half_has_its_median_in_the_middle() =>
        Assert.Equal(2.5, new KaplanMeier().Fit(new([1, 2, 3, 4], [true, true, true, true])).Median().Time);

    [Fact]
    public void Events_come_before_censorings_of_the_same_time()
    {
        SurvivalCurve curve = new KaplanMeier().Fit(new([2, 2, 3], [false, true, true]));
        Assert.Equal([3, 1], curve.AtRisk);
        Assert.Equal(2 / 3.0, curve.Survival[0], 1e-12);
    }

    [Fact]
    public void Late_entry_counts_people_only_from_when_they_came()
    {
        SurvivalCurve curve = new KaplanMeier().Fit(new([2, 3, 4, 6], [true, true, false, true], [0, 2, 1, 0]));
        // At 2: rows 1, 3, 4 (the second comes just after); at 3: rows 2, 3, 4.
        Assert.Equal([3, 3, 2, 1], curve.AtRisk);
        Assert.Equal(2 / 3.0 * 2 / 3.0, curve.Survival[1], 1e-12);
        Assert.Equal(3, curve.At(1.5).AtRisk);
    }

    [Fact]
    public void Times_in_years_give_the_same_curve_as_in_days()
    {
        MadeUpTrial trial = new(100, 2);
        SurvivalCurve days = new KaplanMeier().Fit(trial.Times), years = new KaplanMeier().Fit(new([.. trial.Stop.Select(s => s / 365)], trial.Happened));
        Assert.Equal(days.Survival, years.Survival);
        Assert.Equal(days.MeanTo(700).Mean / 365, years.MeanTo(700 / 365.0).Mean, 1e-10);
        Assert.Equal(days.Quantile(0.3).Lower / 365, years.Quantile(0.3).Lower, 1e-10);
    }

    [Fact]
    public void Nobody_and_no_events_are_stated_results()
    {
        SurvivalCurve empty = new KaplanMeier().Fit(new([], [])), censored = new KaplanMeier().Fit(new([1, 2], [false, false]));
        Assert.Equal(FitIssues.NoEvents, empty.Issues);
        Assert.Equal(1, empty.At(3).Survival);
        Assert.Equal(1, censored.At(2).Survival);
        Assert.True(double.IsNaN(censored.Median().Time));
        Assert.Equal(2, censored.MeanTo(2).Mean);
    }

    [Fact]
    public void Intervals_hold_the_estimate_on_every_scale()
    {
        MadeUpTrial trial = new(80, 4);
        foreach (SurvivalScale scale in Enum.GetValues<SurvivalScale>())
        {
            SurvivalCurve curve = new KaplanMeier { Scale = scale, Level = 0.9 }.Fit(trial.Times);
            for (int k = 0; k < curve.Times.Length; k++)
                Assert.True(double.IsNaN(curve.Lower[k]) || curve.Lower[k] <= curve.Survival[k] + 1e-15 && curve.Survival[k] <= curve.Upper[k] + 1e-15 && curve.Upper[k] <= 1 && curve.Lower[k] >= 0);
        }
    }

    [Fact]
    public void Impossible_rows_are_refused_with_a_sentence()
    {
        Assert.Contains("Row 1", Assert.Throws<ArgumentException>(() => new SurvivalTimes([1], [true], [1])).Message, StringComparison.Ordinal);
        Assert.Contains("Row 2", Assert.Throws<ArgumentException>(() => new SurvivalTimes([1, double.NaN], [true, true])).Message, StringComparison.Ordinal);
        Assert.Contains("weight", Assert.Throws<ArgumentException>(() => new SurvivalTimes([1], [true], null, [0])).Message, StringComparison.Ordinal);
    }
}
