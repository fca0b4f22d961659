namespace Enteraxis.Studies.GutReferences.Association;

/// <summary>The chance that someone of the case group has the higher score than someone of the other; ties count half (Mann and Whitney).</summary>
internal static class AreaUnderCurve
{
    /// <param name="weights">How often each person counts; null: once. NaN where a group is empty.</param>
    public static double Of(IReadOnlyList<double> score, IReadOnlyList<bool> isCase, IReadOnlyList<int>? weights = null)
    {
        int[] order = [.. Enumerable.Range(0, score.Count).OrderBy(i => score[i])];
        double below = 0, cases = 0, others = 0, won = 0;
        for (int i = 0, j; i < order.Length; i = j)
        {
            double tiedCases = 0, tiedOthers = 0;
            for (j = i; j < order.Length && score[order[j]] == score[order[i]]; j++)
            {
                double w = weights?[order[j]] ?? 1;
                if (isCase[order[j]]) tiedCases += w;
                else tiedOthers += w;
            }
            won += tiedCases * (below + 0.5 * tiedOthers);
            (below, cases, others) = (below + tiedOthers, cases + tiedCases, others + tiedOthers);
        }
        return won / (cases * others);
    }
}
