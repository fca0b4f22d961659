namespace Enteraxis.Statistics.Survival.Cox;

/// <summary>The rows of a Cox model in the order in which its sums run: by stratum, then from the last time to the first; covariates about their means.</summary>
internal sealed class CoxRows
{
    public CoxRows(SurvivalTimes times, Covariates covariates, int[]? strata)
    {
        int n = times.Rows, p = covariates.Width;
        if (covariates.Rows != n || strata is not null && strata.Length != n) throw new ArgumentException("Times, covariates and strata must have one value a row.", nameof(covariates));
        (Rows, Width) = (n, p);
        Order = new int[n];
        for (int i = 0; i < n; i++) Order[i] = i;
        if (strata is null)
        {
            double[] keys = [.. times.Stop];
            Array.Sort(keys, Order);
            Array.Reverse(Order);
        }
        else Array.Sort(Order, (a, b) => strata[a] != strata[b] ? strata[a].CompareTo(strata[b]) : times.Stop[b].CompareTo(times.Stop[a]));
        (Stop, Start, Weight) = (new double[n], times.Start is null ? null : new double[n], times.Weights is null ? null : new double[n]);
        (Happened, Stratum) = (new bool[n], strata is null ? null : new int[n]);
        Means = new double[p];
        for (int k = 0; k < p; k++) Means[k] = n == 0 ? 0 : covariates.Columns[k].Average();
        X = new double[n * p];
        for (int i = 0; i < n; i++)
        {
            int from = Order[i];
            (Stop[i], Happened[i]) = (times.Stop[from], times.Happened[from]);
            if (Start is not null) Start[i] = times.Start![from];
            if (Weight is not null) Weight[i] = times.Weights![from];
            if (Stratum is not null) Stratum[i] = strata![from];
            for (int k = 0; k < p; k++) X[i * p + k] = covariates.Columns[k][from] - Means[k];
        }
        Entries = Start is null ? null : [.. Enumerable.Range(0, n)];
        if (Entries is not null) Array.Sort(Entries, (a, b) => Stratum is not null && Stratum[a] != Stratum[b] ? Stratum[a].CompareTo(Stratum[b]) : Start![b] != Start[a] ? Start[b].CompareTo(Start[a]) : a.CompareTo(b));
    }

    public int Rows { get; }

    public int Width { get; }

    /// <summary>Which row of the data stands at each place.</summary>
    public int[] Order { get; }

    public double[] Stop { get; }

    public double[]? Start { get; }

    public double[]? Weight { get; }

    public bool[] Happened { get; }

    public int[]? Stratum { get; }

    /// <summary>Places by stratum, then from the last start to the first; null without starts.</summary>
    public int[]? Entries { get; }

    /// <summary>[place × width + covariate], less its mean.</summary>
    public double[] X { get; }

    public double[] Means { get; }

    public bool SameStratum(int a, int b) => Stratum is null || Stratum[a] == Stratum[b];

    /// <summary>Largest less smallest value of a covariate.</summary>
    public double Range(int covariate)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        for (int i = 0; i < Rows; i++)
        {
            low = Math.Min(low, X[i * Width + covariate]);
            high = Math.Max(high, X[i * Width + covariate]);
        }
        return Rows == 0 ? 0 : high - low;
    }

    public double WeightAt(int place) => Weight is null ? 1 : Weight[place];
}
