using Enteraxis.Studies.Calibration;
using Enteraxis.Studies.Sensitivity.Levers;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Tests.Sensitivity;

public sealed class FlipTests
{
    private static readonly FreeParameter Gain = new("gain", 2, SpreadLaw.Parse("normal(0.5)"), "normal(0.5)");

    private static FlipFinding Search(Func<double, double> difference, double error, int refine = 3) =>
        FlipSearch.Of(Gain, 3, refine, 0, [new Estimate(difference(0), error)], (z, _) => [new Estimate(difference(z), error)]);

    [Fact]
    public void The_value_at_which_the_sign_turns_is_found()
    {
        FlipFinding f = Search(z => Math.Exp(0.5 * z) - Math.Exp(0.35), 0.01);
        Assert.Equal(FlipVerdict.Flips, f.Verdict(0));
        Assert.Equal(Gain.At(0.7), f.FlipsAt[0], 0.01);
    }

    [Fact]
    public void A_sign_that_stays_does_not_flip_and_costs_no_further_runs()
    {
        FlipFinding f = Search(z => 3 + z, 0.1);
        Assert.Equal(FlipVerdict.DoesNotFlip, f.Verdict(0));
        Assert.True(double.IsNaN(f.FlipsAt[0]));
        Assert.Equal(3, f.Points.Count);
    }

    [Fact]
    public void A_turn_within_the_error_is_no_flip()
    {
        Assert.Equal(FlipVerdict.NeverTold, Search(z => z, 5).Verdict(0));
        Assert.Equal(FlipVerdict.Fades, Search(z => 1.5 + z, 0.5).Verdict(0));
    }

    [Fact]
    public void Two_levers_without_any_effect_turn_where_there_is_nothing_between_them()
    {
        FlipFinding f = Search(z => z, 0.1);
        Assert.Equal(FlipVerdict.Flips, f.Verdict(0));
        Assert.Equal(2, f.FlipsAt[0], 9);
    }

    [Fact]
    public void What_changes_nothing_has_no_part_in_it() => Assert.Equal(FlipVerdict.NoPart, Search(_ => 3, 0.1).Verdict(0));

    [Fact]
    public void Saturation_is_both_less_the_product_and_its_error_shrinks_with_common_people()
    {
        // Four arms of 60 people: each person's own level times the arm's ratio.
        double[] ratio = [1, 0.8, 0.5, 0.5];
        double[] values = [.. ratio.SelectMany(r => Enumerable.Range(0, 60).Select(p => r * (1 + p % 7)))];
        LeverRun run = new(["none", "a", "b", "both"], 60, 1, values);
        Estimate excess = run.Of(m => Math.Log(m("both") / m("none")) - Math.Log(m("a") / m("none")) - Math.Log(m("b") / m("none")), 0);
        Assert.Equal(-Math.Log(0.8), excess.Value, 12);
        Assert.Equal(0, excess.Error, 9);
        Assert.Equal(1, excess.Sign);
        Assert.Equal(-1, run.Difference("a", "none", 0).Sign);
    }
}
