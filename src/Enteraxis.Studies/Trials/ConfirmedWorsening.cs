namespace Enteraxis.Studies.Trials;

/// <summary>Worsening of a disability score that holds: 1.5 points from 0, 1 point from 1 to 5, half a point from 5.5 on, against the visit at randomisation.</summary>
internal static class ConfirmedWorsening
{
    /// <returns>The day of the first visit of a worsening that every later visit holds until one at least <paramref name="confirmedDays"/> later; empty for none.</returns>
    internal static IReadOnlyList<double> Days(IReadOnlyList<double> days, IReadOnlyList<double> score, double confirmedDays)
    {
        double needed = score[0] + (score[0] < 0.25 ? 1.5 : score[0] < 5.25 ? 1 : 0.5);
        for (int v = 1; v < score.Count; v++)
        {
            int end = v;
            while (end < score.Count && score[end] >= needed && days[end] < days[v] + confirmedDays) end++;
            if (end < score.Count && score[end] >= needed) return [days[v]];
        }
        return [];
    }
}
