namespace Enteraxis.Statistics.Survival.Cox;

/// <summary>
/// Harrell's C: of the pairs in which one had the event while the other was still under observation, the share in which the first had the higher predictor; equal
/// predictors count half, pairs whose events fall on one time not at all. Within strata; weighted pairs. Cost: events × rows.
/// </summary>
/// <remarks>Harrell and others, JAMA 247:2543 (1982). It depends on the censoring; do not compare across studies of different length.</remarks>
internal static class Concordance
{
    public static double Of(SurvivalTimes times, CoxRows rows, double[] predictor)
    {
        double agree = 0, all = 0;
        for (int a = 0; a < rows.Rows; a++)
        {
            if (!rows.Happened[a]) continue;
            for (int b = 0; b < rows.Rows; b++)
            {
                bool later = rows.Stop[b] > rows.Stop[a] || rows.Stop[b] == rows.Stop[a] && !rows.Happened[b];
                if (!later || !rows.SameStratum(a, b) || rows.Start is not null && rows.Start[b] >= rows.Stop[a]) continue;
                double weight = rows.WeightAt(a) * rows.WeightAt(b), difference = predictor[rows.Order[a]] - predictor[rows.Order[b]];
                all += weight;
                agree += weight * (difference > 0 ? 1 : difference == 0 ? 0.5 : 0);
            }
        }
        return times.Rows == 0 ? double.NaN : agree / all;
    }
}
