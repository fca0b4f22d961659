namespace Enteraxis.Studies.Fermentation.Calibration;

/// <summary>What the calibration finds: the parameters of models/gut/stool.ant.</summary>
/// <param name="Weights">By marker, on ln transit for each unit of ln(share + floor).</param>
/// <param name="Usual">By marker: mean of ln(share + floor).</param>
/// <param name="UsualTilt">By acid.</param>
/// <param name="Tilt">By acid; 0 where none.</param>
/// <param name="LogLevel">By acid.</param>
/// <param name="AbsorbDistal">By acid, a day.</param>
/// <param name="Scatter">By acid: 90 % of the stools lie within exp(±1.645 scatter) of the estimate; from the residuals' own quantile, not from a normal law.</param>
public sealed record StoolFit(CalibrationSettings Settings, double[] Weights, double[] Usual, double[] UsualTilt, double[] Tilt, double[] LogLevel, double[] AbsorbDistal, double[] Scatter)
{
    public double TransitDays(StoolSample sample)
    {
        double index = 0;
        for (int m = 0; m < Weights.Length; m++) index += Weights[m] * (sample.Markers[m] - Usual[m]);
        return Settings.TransitReference * Math.Exp(index);
    }

    /// <returns>ln µmol per g by acid.</returns>
    public double[] Predict(StoolSample sample)
    {
        double distal = Settings.DistalShare * TransitDays(sample);
        return [.. LogLevel.Select((level, a) => Settings.LogBefore[a] + level - AbsorbDistal[a] * distal + Tilt[a] * (sample.Tilt[a] - UsualTilt[a]))];
    }
}
