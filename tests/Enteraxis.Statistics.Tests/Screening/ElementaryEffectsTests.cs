using Enteraxis.Statistics.Screening;

namespace Enteraxis.Statistics.Tests.Screening;

public sealed class ElementaryEffectsTests
{
    private static ElementaryEffect[] Screen(Func<double[], double> function, int inputs, int trajectories, ulong seed = 1)
    {
        MorrisDesign design = new(inputs, trajectories, 4, seed);
        return ElementaryEffects.Of(design, inputs, [.. Enumerable.Range(0, trajectories).Select(t => design.Trajectory(t, out _).Select(function).ToArray())], seed);
    }

    [Fact]
    public void Of_Morriss_own_function_the_ten_that_matter_are_told_from_the_ten_that_do_not()
    {
        ElementaryEffect[] e = Screen(MorrisFunction.Of, 20, 20);
        double least = e[..10].Min(x => x.Strength.Middle), most = e[10..].Max(x => x.Strength.Middle);
        Assert.True(least > 2 * most, $"{least} {most}");
        // Inputs 8 to 10 act in a straight line, 1 to 7 do not.
        Assert.True(e[7..10].Max(x => x.Spread.Middle) < 0.5 * e[..7].Min(x => x.Spread.Middle));
    }

    [Fact]
    public void Of_a_straight_line_the_effects_are_its_slopes_and_do_not_scatter()
    {
        ElementaryEffect[] e = Screen(x => 3 * x[0] - 2 * x[1], 3, 4);
        Assert.Equal(3, e[0].Strength.Middle, 10);
        Assert.Equal(-2, e[1].Mean, 10);
        Assert.Equal(2, e[1].Strength.High, 10);
        Assert.Equal(0, e[0].Spread.Middle, 10);
        // What the function does not read has no effect at all.
        Assert.Equal(0, e[2].Strength.High);
    }

    [Fact]
    public void Intervals_of_fifteen_trajectories_hold_the_strength_of_many()
    {
        ElementaryEffect[] many = Screen(MorrisFunction.Of, 20, 400, 2), few = Screen(MorrisFunction.Of, 20, 15, 3);
        int inside = Enumerable.Range(0, 20).Count(i => few[i].Strength.Contains(many[i].Strength.Middle));
        Assert.InRange(inside, 14, 20);
    }

    [Fact]
    public void Every_input_moves_once_by_the_same_step_within_the_range()
    {
        MorrisDesign design = new(6, 3, 4, 9);
        for (int t = 0; t < 3; t++)
        {
            double[][] points = design.Trajectory(t, out int[] moved);
            Assert.Equal(Enumerable.Range(0, 6), moved.Order());
            for (int m = 0; m < 6; m++) Assert.Equal(design.Step, Math.Abs(points[m + 1][moved[m]] - points[m][moved[m]]), 12);
            Assert.All(points.SelectMany(p => p), v => Assert.InRange(v, 0, 1));
        }
    }

    [Fact]
    public void A_run_without_a_number_takes_only_its_own_effects_away()
    {
        ElementaryEffect[] e = Screen(x => x[0] > 0.9 && x[1] > 0.9 ? double.NaN : x[0] + x[1], 2, 30);
        Assert.Equal(1, e[0].Strength.Middle, 9);
        Assert.True(double.IsNaN(Screen(_ => double.NaN, 2, 2)[0].Strength.Middle));
    }
}
