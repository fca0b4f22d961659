namespace Enteraxis.Statistics.Components;

/// <summary>One source of variance as a sample tells it: an unbiased estimate, which may fall below nothing, and its Monte Carlo error.</summary>
/// <param name="Value">Variance in squared units of the values; NaN where the design cannot tell it.</param>
/// <param name="Error">Standard error of it; NaN where it has none.</param>
public readonly record struct VarianceComponent(double Value, double Error)
{
    /// <summary>No design told of this source.</summary>
    public static VarianceComponent Unknown => new(double.NaN, double.NaN);

    public bool IsKnown => double.IsFinite(Value);

    /// <summary>Whether the source is not told from nothing: the estimate is below its error (or below 0).</summary>
    public bool IsBelowError => !(Value > Error);

    /// <summary>Standard deviation; 0 where the estimate is below 0, NaN where it is unknown.</summary>
    public double StandardDeviation => double.IsNaN(Value) ? double.NaN : Math.Sqrt(Math.Max(0, Value));

    /// <summary>Nothing where the estimate and its error are rounding of the values alone.</summary>
    /// <param name="rounding">In units of the values.</param>
    public VarianceComponent Beyond(double rounding) => Math.Abs(Value) <= rounding * rounding && !(Error > rounding * rounding) ? new(0, 0) : this;

    /// <summary>Mean square of alternatives about a main value: what is added by not knowing which of them holds, each as likely as another.</summary>
    /// <remarks>Mean of d² − e², unbiased for independent errors e of the differences d; its own error from Var(d²) = 4 d² e² + 2 e⁴ of normal errors.</remarks>
    /// <param name="differences">Of every alternative from the main value, with their Monte Carlo errors.</param>
    public static VarianceComponent AboutMain(IReadOnlyList<(double Difference, double Error)> differences)
    {
        if (differences.Count == 0) return Unknown;
        double n = differences.Count;
        return new(differences.Sum(x => x.Difference * x.Difference - x.Error * x.Error) / n,
            Math.Sqrt(differences.Sum(x => 4 * Math.Max(0, x.Difference * x.Difference - x.Error * x.Error) * x.Error * x.Error + 2 * Math.Pow(x.Error, 4))) / n);
    }
}
