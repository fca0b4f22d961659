using Enteraxis.Numerics.Random;

namespace Enteraxis.Numerics.Tests;

public sealed class SobolPointsTests
{
    [Fact]
    public void Of_the_first_256_points_one_lies_in_each_part_of_every_axis()
    {
        SobolPoints points = new(SobolPoints.MostDimensions, 7);
        double[][] x = [.. Enumerable.Range(0, 256).Select(i => points.Point((uint)i))];
        for (int d = 0; d < SobolPoints.MostDimensions; d++)
            Assert.Equal(Enumerable.Range(0, 256), x.Select(p => (int)(p[d] * 256)).Order());
    }

    // The unshifted points of the published table: 0, 1/2, then 1/4 and 3/4 in an order of each axis's own. Differences between points by exclusive or do not depend on the shift.
    [Fact]
    public void Without_the_shift_the_first_points_are_those_of_the_published_sequence()
    {
        SobolPoints points = new(4, 3);
        uint[][] digits = [.. Enumerable.Range(0, 8).Select(i => points.Point((uint)i).Select(v => (uint)(v * 4294967296.0)).ToArray())];
        double[][] plain = [.. digits.Select(p => p.Select((v, d) => (v ^ digits[0][d]) / 4294967296.0).ToArray())];
        Assert.Equal([0.5, 0.5, 0.5, 0.5], plain[1]);
        Assert.Equal([0.25, 0.75, 0.75, 0.75], plain[2]);
        Assert.Equal([0.125, 0.625, 0.375, 0.125], plain[4]);
    }

    [Fact]
    public void The_mean_of_a_product_is_far_better_than_by_chance()
    {
        SobolPoints points = new(6, 1);
        double mean = Enumerable.Range(0, 4096).Average(i => points.Point((uint)i).Aggregate(1.0, (product, u) => product * (1 + (u - 0.5))));
        Assert.Equal(1, mean, 2e-3);
    }

    [Fact]
    public void Another_seed_or_design_gives_other_points_and_the_same_gives_the_same()
    {
        Assert.Equal(new SobolPoints(3, 1).Point(5), new SobolPoints(3, 1).Point(5));
        Assert.NotEqual(new SobolPoints(3, 1).Point(5), new SobolPoints(3, 2).Point(5));
        Assert.NotEqual(new SobolPoints(3, 1).Point(5), new SobolPoints(3, 1, 1).Point(5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SobolPoints(31, 1));
    }
}
