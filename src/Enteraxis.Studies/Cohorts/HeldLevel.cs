namespace Enteraxis.Studies.Cohorts;

/// <summary>The visit from which a score has reached a level and is seen to hold it.</summary>
internal static class HeldLevel
{
    /// <returns>Day of the first visit at the level after which every visit is at it, up to one at least <paramref name="confirmedDays"/> later; null where there is none.</returns>
    internal static double? First(IReadOnlyList<double> days, IReadOnlyList<double> score, double level, double confirmedDays)
    {
        for (int v = 0; v < score.Count; v++)
        {
            int end = v;
            while (end < score.Count && score[end] >= level && days[end] < days[v] + confirmedDays) end++;
            if (end < score.Count && score[end] >= level) return days[v];
        }
        return null;
    }
}
