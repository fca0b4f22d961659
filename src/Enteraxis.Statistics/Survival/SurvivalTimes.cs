namespace Enteraxis.Statistics.Survival;

/// <summary>
/// Times to an event, some of them censored: each row is under observation over (start, stop] and has the event at stop or not. With starts other than 0 it holds
/// delayed entry (left truncation), and several rows a person hold covariates that change or events that recur.
/// </summary>
/// <remarks>
/// Times are compared exactly: round times that come from arithmetic first, or ties are lost. At one time events come before censorings. Weights are case weights
/// (a row of weight 2 counts as two rows).
/// </remarks>
public sealed class SurvivalTimes
{
    /// <param name="stop">End of observation of each row, any unit.</param>
    /// <param name="happened">Whether the event came at stop.</param>
    /// <param name="start">Null where every row is under observation from the beginning.</param>
    /// <param name="weights">Null where every row counts once.</param>
    /// <exception cref="ArgumentException">Lengths differ, a time is not finite, a start is not before its stop, or a weight is not positive.</exception>
    public SurvivalTimes(double[] stop, bool[] happened, double[]? start = null, double[]? weights = null)
    {
        int n = stop.Length;
        if (happened.Length != n || start is not null && start.Length != n || weights is not null && weights.Length != n)
            throw new ArgumentException("Times, events, starts and weights must have one value a row.", nameof(happened));
        for (int i = 0; i < n; i++)
        {
            if (!double.IsFinite(stop[i])) throw new ArgumentException($"Row {i + 1}: the time is not a finite number.", nameof(stop));
            if (start is not null && !(start[i] < stop[i])) throw new ArgumentException($"Row {i + 1}: the start is not before the stop.", nameof(start));
            if (weights is not null && !(weights[i] > 0 && double.IsFinite(weights[i]))) throw new ArgumentException($"Row {i + 1}: the weight is not positive.", nameof(weights));
        }
        (Stop, Happened, Start, Weights) = (stop, happened, start, weights);
    }

    public double[] Stop { get; }

    public bool[] Happened { get; }

    public double[]? Start { get; }

    public double[]? Weights { get; }

    public int Rows => Stop.Length;

    /// <summary>Rows with the event, unweighted.</summary>
    public int Events => Happened.Count(h => h);

    internal double Weight(int i) => Weights is null ? 1 : Weights[i];

    /// <summary>The rows chosen, in their order.</summary>
    public SurvivalTimes Where(IReadOnlyList<bool> chosen)
    {
        int[] rows = [.. Enumerable.Range(0, Rows).Where(i => chosen[i])];
        return new([.. rows.Select(i => Stop[i])], [.. rows.Select(i => Happened[i])], Start is null ? null : [.. rows.Select(i => Start[i])], Weights is null ? null : [.. rows.Select(i => Weights[i])]);
    }
}
