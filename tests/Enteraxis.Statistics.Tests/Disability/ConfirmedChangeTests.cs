using Enteraxis.Statistics.Disability;

namespace Enteraxis.Statistics.Tests.Disability;

public sealed class ConfirmedChangeTests
{
    private static readonly double[] Quarterly = [0, 90, 180, 270, 360, 450];

    [Theory]
    [InlineData(0, 1, false)]
    [InlineData(0, 1.5, true)]
    [InlineData(5, 5.5, false)]
    [InlineData(5, 6, true)]
    [InlineData(5.5, 6, true)]
    public void The_step_depends_on_the_baseline(double baseline, double later, bool counts) =>
        Assert.Equal(counts, new ConfirmedChange().First([0, 90, 180], [baseline, later, later], []) is not null);

    [Fact]
    public void A_rise_that_falls_back_before_confirmation_is_none()
    {
        ConfirmedChange half = new() { ConfirmationDays = 168 };
        Assert.Null(half.First(Quarterly, [2, 3, 2, 3, 2, 3], []));
        Assert.Equal(270, half.First(Quarterly, [2, 3, 2, 3, 3, 3], [])!.Value.Day);
    }

    [Fact]
    public void Who_leaves_before_confirmation_has_no_event() => Assert.Null(new ConfirmedChange().First([0, 90], [2, 4], []));

    [Fact]
    public void A_relapse_moves_baseline_and_confirmation_but_not_the_event()
    {
        ConfirmedChange rule = new() { DaysFromRelapse = 30 };
        // Baseline at day 90, since a relapse began ten days before day 0.
        Assert.Null(rule.First(Quarterly, [2, 3, 3, 3, 3, 3], [-10]));
        Assert.Equal(3, rule.First(Quarterly, [2, 3, 3, 3, 3, 3], [175])!.Value.ConfirmingVisit);
        Assert.Null(new ConfirmedChange { DaysFromRelapse = 30 }.First([5], [2], [0]));
    }

    [Fact]
    public void A_roving_baseline_counts_each_rise_once_and_a_fixed_one_measures_from_the_beginning()
    {
        double[] scores = [2, 3, 3, 4, 4, 4];
        IReadOnlyList<ConfirmedEvent> roving = new ConfirmedChange { Baseline = BaselineRule.Roving }.All(Quarterly, scores, []);
        Assert.Equal([90, 270], roving.Select(e => e.Day));
        Assert.Equal([2, 3], roving.Select(e => e.Baseline));
        Assert.All(new ConfirmedChange().All(Quarterly, scores, []), e => Assert.Equal(2, e.Baseline));
    }

    [Fact]
    public void Worsening_is_told_apart_by_where_the_relapse_lies()
    {
        double[] scores = [2, 2, 3, 3, 3, 3];
        RelapseRelation Of(double onset) => new ConfirmedChange().First(Quarterly, scores, [onset])!.Value.Relation;
        Assert.Equal(RelapseRelation.Associated, Of(180));
        Assert.Equal(RelapseRelation.Associated, Of(90));
        Assert.Equal(RelapseRelation.Undefined, Of(200));
        Assert.Equal(RelapseRelation.Undefined, Of(300));
        Assert.Equal(RelapseRelation.Independent, Of(301));
        Assert.Equal(RelapseRelation.Independent, Of(89));
    }

    [Fact]
    public void Days_counted_from_another_origin_change_nothing()
    {
        double[] scores = [3, 4, 4.5, 4, 4, 2];
        ConfirmedEvent plain = new ConfirmedChange { DaysFromRelapse = 30 }.First(Quarterly, scores, [100])!.Value;
        ConfirmedEvent later = new ConfirmedChange { DaysFromRelapse = 30 }.First([.. Quarterly.Select(d => d + 1000)], scores, [1100])!.Value;
        Assert.Equal(plain with { Day = plain.Day + 1000 }, later);
    }

    [Fact]
    public void Visits_out_of_order_or_without_a_score_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new ConfirmedChange().First([0, 90, 90], [1, 2, 3], []));
        Assert.Throws<ArgumentException>(() => new ConfirmedChange().First([0, 90], [1, double.NaN], []));
        Assert.Throws<ArgumentException>(() => new ScoreSteps((5, 1), (0, 1.5)));
    }
}
