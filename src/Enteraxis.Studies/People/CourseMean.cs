namespace Enteraxis.Studies.People;

/// <summary>Mean of a recorded course over time: the trapezoid's integral by the length, whatever the spacing of the records.</summary>
internal static class CourseMean
{
    /// <param name="times">Days, ascending.</param>
    /// <param name="value">At the record of that number.</param>
    /// <param name="from">First day of the mean; between records the course is a straight line.</param>
    internal static double Of(IReadOnlyList<double> times, Func<int, double> value, double from)
    {
        double area = 0, start = Math.Max(from, times[0]);
        for (int i = 0; i + 1 < times.Count; i++)
        {
            if (times[i + 1] <= start) continue;
            double a = times[i], b = times[i + 1], left = Math.Max(a, start);
            double at = value(i) + (value(i + 1) - value(i)) * (left - a) / (b - a);
            area += 0.5 * (at + value(i + 1)) * (b - left);
        }
        return area / (times[^1] - start);
    }
}
