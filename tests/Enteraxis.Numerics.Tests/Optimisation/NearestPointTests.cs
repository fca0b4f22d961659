using CsCheck;
using Enteraxis.Numerics.Optimisation;

namespace Enteraxis.Numerics.Tests.Optimisation;

public sealed class NearestPointTests
{
    private static Func<double[], double[]> Lowest(double[][] corners) => d => corners.MinBy(c => c.Zip(d, (x, y) => x * y).Sum())!;

    [Fact]
    public void Between_two_corners_the_foot_of_the_perpendicular_is_found()
    {
        double[][] corners = [[3, 1], [1, 3]];
        double[] p = NearestPoint.Of(corners[0], Lowest(corners)).Point;
        Assert.Equal(2, p[0], 1e-12);
        Assert.Equal(2, p[1], 1e-12);
    }

    [Fact]
    public void A_polytope_around_the_origin_holds_it()
    {
        double[][] corners = [[1, 0, 0], [-1, 1, 0], [0, -1, 1], [0, 0, -1]];
        Assert.All(NearestPoint.Of(corners[0], Lowest(corners)).Point, x => Assert.Equal(0, x, 1e-6));
    }

    [Fact]
    public void On_the_simplex_the_weights_of_the_nearest_point_are_known()
    {
        // Corners c_i e_i: the nearest point is proportional to 1 / c_i.
        double[] c = [1, 2, 4, 0.5];
        double[][] corners = [.. c.Select((x, i) => Enumerable.Range(0, 4).Select(j => i == j ? x : 0.0).ToArray())];
        double sum = c.Sum(x => 1 / (x * x));
        double[] p = NearestPoint.Of(corners[2], Lowest(corners)).Point;
        for (int i = 0; i < 4; i++) Assert.Equal(1 / c[i] / sum, p[i], 1e-10);
    }

    [Fact]
    public void No_corner_lies_lower_along_the_point_found() => Gen.Double[-5, 5].Array[4].Array[3, 30].Sample(corners =>
    {
        double[] p = NearestPoint.Of(corners[0], Lowest(corners)).Point;
        double square = p.Sum(x => x * x);
        Assert.All(corners, c => Assert.True(c.Zip(p, (x, y) => x * y).Sum() >= square - 1e-8));
    }, iter: 300);
}
