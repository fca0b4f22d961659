namespace Enteraxis.Microbiome.Ecology.GroupTests;

/// <summary>The point of least summed distance to a group of points, by Weiszfeld's iteration as Vardi and Zhang mended it for points that it lands on.</summary>
/// <remarks>Vardi and Zhang 2000 (doi 10.1073/pnas.97.4.1423).</remarks>
internal static class SpatialMedian
{
    private const int MostSteps = 20_000;
    private const double Tolerance = 1e-13;

    /// <param name="points">[axis][point].</param>
    /// <param name="members">Points of the group.</param>
    /// <returns>One coordinate an axis.</returns>
    public static double[] Of(IReadOnlyList<double[]> points, IReadOnlyList<int> members)
    {
        int axes = points.Count;
        double[] here = new double[axes], next = new double[axes];
        for (int a = 0; a < axes; a++) here[a] = members.Average(m => points[a][m]);
        double size = Math.Sqrt(members.Max(m => SquaredDistance(points, m, here)));
        for (int step = 0; step < MostSteps && size > 0; step++)
        {
            double weights = 0, on = 0;
            Array.Clear(next);
            foreach (int m in members)
            {
                double distance = Math.Sqrt(SquaredDistance(points, m, here));
                if (distance <= 1e-15 * size)
                {
                    on++;
                    continue;
                }
                weights += 1 / distance;
                for (int a = 0; a < axes; a++) next[a] += points[a][m] / distance;
            }
            if (weights == 0) break;
            double pull = 0, moved = 0;
            for (int a = 0; a < axes; a++)
            {
                pull += (next[a] - weights * here[a]) * (next[a] - weights * here[a]);
                next[a] /= weights;
            }
            // On a point of its own the median stays unless the others pull harder than that point holds.
            double stay = on == 0 ? 0 : Math.Min(1, on / Math.Max(Math.Sqrt(pull), double.Epsilon));
            for (int a = 0; a < axes; a++)
            {
                double to = (1 - stay) * next[a] + stay * here[a];
                moved += (to - here[a]) * (to - here[a]);
                here[a] = to;
            }
            if (moved <= Tolerance * Tolerance * size * size) break;
        }
        return here;
    }

    public static double SquaredDistance(IReadOnlyList<double[]> points, int point, double[] to)
    {
        double sum = 0;
        for (int a = 0; a < to.Length; a++) sum += (points[a][point] - to[a]) * (points[a][point] - to[a]);
        return sum;
    }
}
