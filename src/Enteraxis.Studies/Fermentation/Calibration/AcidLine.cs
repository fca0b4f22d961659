namespace Enteraxis.Studies.Fermentation.Calibration;

/// <summary>One acid given transit: ln stool − LogBefore = Level − Absorb·distal·transit + Tilt·(g − ḡ), with Absorb and Tilt not below 0.</summary>
internal sealed record AcidLine(double Level, double Absorb, double Tilt)
{
    internal static AcidLine Fit(IReadOnlyList<StoolSample> samples, CalibrationSettings s, int acid, double[] transit, double usualTilt)
    {
        int[] measured = [.. Enumerable.Range(0, samples.Count).Where(i => double.IsFinite(samples[i].Measured[acid]))];
        double[] y = [.. measured.Select(i => samples[i].Measured[acid] - s.LogBefore[acid])];
        double[] loss = [.. measured.Select(i => -s.DistalShare * transit[i])], tilt = [.. measured.Select(i => s.Tilted[acid] ? samples[i].Tilt[acid] - usualTilt : 0)];
        double meanY = y.Average(), meanLoss = loss.Average(), meanTilt = tilt.Average();
        double ll = 0, tt = 0, lt = 0, ly = 0, ty = 0;
        for (int i = 0; i < y.Length; i++)
        {
            double a = loss[i] - meanLoss, b = tilt[i] - meanTilt, r = y[i] - meanY;
            (ll, tt, lt, ly, ty) = (ll + a * a, tt + b * b, lt + a * b, ly + a * r, ty + b * r);
        }
        // An acid that no guild tilts has a column of zeros.
        double[] x = SignedRidge.Solve(new double[,] { { Math.Max(ll, 1e-12), lt }, { lt, tt > 0 ? tt : 1 } }, [ly, ty]);
        return new AcidLine(meanY - x[0] * meanLoss - x[1] * meanTilt, x[0], x[1]);
    }
}
