using Enteraxis.Numerics.Summaries;

namespace Enteraxis.Studies.Sensitivity.Emulation;

/// <summary>How far predictions lie from values that they had not seen.</summary>
/// <param name="R2">1 − mean square of the errors over the variance of the values; 0 is no better than their mean.</param>
/// <param name="Rmse">In units of the output.</param>
public readonly record struct EmulatorError(double R2, double Rmse)
{
    /// <param name="errors">Predicted less true. <paramref name="values"/>: true.</param>
    public static EmulatorError Of(double[] errors, double[] values)
    {
        double mean = Moments.Mean(values), square = errors.Average(e => e * e);
        return new EmulatorError(1 - square / values.Average(v => (v - mean) * (v - mean)), Math.Sqrt(square));
    }

    /// <summary>Fits all but the last fifth of the points, scales included, and predicts that fifth: a design of Sobol's points is as even without it.</summary>
    public static EmulatorError HeldOut(double[][] x, double[] y)
    {
        int kept = x.Length - x.Length / 5;
        if (x.Length - kept < 3 || GaussianProcess.Fit(x[..kept], y[..kept]) is not { } g) return new EmulatorError(double.NaN, double.NaN);
        return Of([.. x[kept..].Select((p, i) => g.Mean(p) - y[kept + i])], y[kept..]);
    }
}
