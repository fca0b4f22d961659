using Enteraxis.Numerics.Summaries;

namespace Enteraxis.Studies.Fermentation.Calibration;

/// <summary>Fits the stool model to measured stools: marker weights with shrinkage and fixed signs, then for each acid its level, its loss on the way and its tilt.</summary>
/// <remarks>
/// ln stool = LogBefore + level + tilt·(g − ḡ) − absorb·distal·transit,  ln(transit / reference) = Σ weight·(marker − usual).
/// The two halves take turns: given transit, an acid's part is linear; given the acids, the weights are linear about the present transit (Gauss–Newton).
/// After each turn the weights are scaled to the given spread of transit, since stool tells only their product with the rate of absorption.
/// Not for fewer than some 50 stools, nor where storage let acids form or evaporate.
/// </remarks>
public static class StoolCalibration
{
    private const int Turns = 12;

    // Residuals that the fit has seen are smaller than those to come: a quantile a little past 90 %, chosen so that cross-validated coverage is 90 %.
    private const double ScatterQuantile = 0.91, NormalQuantile95 = 1.6448536269514722;

    // Of what varies between stools, about this share is left by any estimate: the relative weight of acids only.
    private const double LeftOver = 0.85;

    /// <exception cref="ArgumentException">No samples, or an acid that nobody measured.</exception>
    public static StoolFit Fit(IReadOnlyList<StoolSample> samples, CalibrationSettings s)
    {
        if (samples.Count == 0) throw new ArgumentException("There is no measured stool to fit to.", nameof(samples));
        int markers = s.Directions.Count, acids = s.LogBefore.Count;
        double[] usual = [.. Enumerable.Range(0, markers).Select(m => samples.Average(x => x.Markers[m]))];
        double[] spread = [.. Enumerable.Range(0, markers).Select(m => Math.Max(1e-9, Math.Sqrt(samples.Average(x => Square(x.Markers[m] - usual[m])))))];
        double[] usualTilt = [.. Enumerable.Range(0, acids).Select(a => samples.Average(x => x.Tilt[a]))];
        // Columns point towards slow transit, so that every weight is positive.
        double[][] z = [.. samples.Select(x => Enumerable.Range(0, markers).Select(m => s.Directions[m] * (x.Markers[m] - usual[m]) / spread[m]).ToArray())];
        double[] error = [.. Enumerable.Range(0, acids).Select(a => LeftOver * Deviation(samples, a))];

        // Before anything is known every acid is lost alike.
        AcidLine[] lines = [.. Enumerable.Range(0, acids).Select(a => new AcidLine(0, error[a] / (s.TransitReference * s.DistalShare), 0))];
        double[] w = new double[markers];
        for (int turn = 0; turn <= Turns; turn++)
        {
            w = Scale(Weights(samples, s, z, w, lines, usualTilt, error, intercepts: turn > 0), z, s.TransitSpread);
            double[] transit = [.. z.Select(row => s.TransitReference * Math.Exp(Dot(row, w)))];
            for (int a = 0; a < acids; a++) lines[a] = AcidLine.Fit(samples, s, a, transit, usualTilt[a]);
        }
        StoolFit fit = new(s, [.. w.Select((x, m) => s.Directions[m] * x / spread[m])], usual, usualTilt, [.. lines.Select(l => l.Tilt)], [.. lines.Select(l => l.Level)],
            [.. lines.Select(l => l.Absorb)], new double[acids]);
        double[][] predicted = [.. samples.Select(fit.Predict)];
        for (int a = 0; a < acids; a++)
            fit.Scatter[a] = Quantile.Of([.. samples.Select((x, i) => Math.Abs(x.Measured[a] - predicted[i][a])).Where(double.IsFinite)], ScatterQuantile) / NormalQuantile95;
        return fit;
    }

    private static double[] Weights(IReadOnlyList<StoolSample> samples, CalibrationSettings s, double[][] z, double[] w, AcidLine[] lines, double[] usualTilt, double[] error, bool intercepts)
    {
        int n = w.Length;
        double[,] q = new double[n, n];
        double[] c = new double[n];
        double prior = 0;
        for (int a = 0; a < lines.Length; a++)
        {
            if (!s.ShapesTransit[a]) continue;
            AcidLine line = lines[a];
            double mean = intercepts ? 0 : Mean(samples, a) - s.LogBefore[a] + line.Absorb * s.DistalShare * s.TransitReference;
            prior += s.Shrinkage * Square(line.Absorb * s.DistalShare * s.TransitReference / error[a]);
            for (int i = 0; i < samples.Count; i++)
            {
                double y = samples[i].Measured[a];
                if (!double.IsFinite(y)) continue;
                double index = Dot(z[i], w), loss = line.Absorb * s.DistalShare * s.TransitReference * Math.Exp(index);
                double residual = y - s.LogBefore[a] - (intercepts ? line.Level : mean) - line.Tilt * (samples[i].Tilt[a] - usualTilt[a]) + loss;
                double slope = -loss / error[a], target = (residual - loss * index) / error[a];
                for (int j = 0; j < n; j++)
                {
                    c[j] += slope * z[i][j] * target;
                    for (int k = 0; k < n; k++) q[j, k] += slope * slope * z[i][j] * z[i][k];
                }
            }
        }
        for (int j = 0; j < n; j++) q[j, j] += prior;
        return SignedRidge.Solve(q, c);
    }

    private static double[] Scale(double[] w, double[][] z, double spread)
    {
        double deviation = Math.Sqrt(z.Average(row => Square(Dot(row, w))));
        return deviation > 0 ? [.. w.Select(x => x * spread / deviation)] : w;
    }

    private static double Mean(IReadOnlyList<StoolSample> samples, int acid)
    {
        double[] y = [.. samples.Select(x => x.Measured[acid]).Where(double.IsFinite)];
        return y.Length > 0 ? y.Average() : throw new ArgumentException($"Acid {acid} was measured in no stool.", nameof(samples));
    }

    private static double Deviation(IReadOnlyList<StoolSample> samples, int acid)
    {
        double mean = Mean(samples, acid);
        return Math.Sqrt(samples.Select(x => x.Measured[acid]).Where(double.IsFinite).Average(y => Square(y - mean)));
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    private static double Square(double x) => x * x;
}
