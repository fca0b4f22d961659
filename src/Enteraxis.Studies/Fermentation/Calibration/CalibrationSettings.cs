namespace Enteraxis.Studies.Fermentation.Calibration;

/// <summary>What the calibration takes as given.</summary>
public sealed record CalibrationSettings
{
    /// <summary>By marker: 1 slow, −1 fast; a weight never takes the other sign.</summary>
    public required IReadOnlyList<int> Directions { get; init; }

    /// <summary>By acid: whether it helps to weigh the markers.</summary>
    public required IReadOnlyList<bool> ShapesTransit { get; init; }

    /// <summary>By acid: whether a guild tilts it.</summary>
    public required IReadOnlyList<bool> Tilted { get; init; }

    /// <summary>By acid: ln of the concentration before any loss on the way (inside level times what drawing off water does), µmol per g.</summary>
    public required IReadOnlyList<double> LogBefore { get; init; }

    /// <summary>Transit of a usual sample, days.</summary>
    public required double TransitReference { get; init; }

    /// <summary>Part of the transit spent after the vessel.</summary>
    public required double DistalShare { get; init; }

    /// <summary>Standard deviation of ln transit between people. Stool alone cannot tell it from the rate of absorption; it is taken from the parameter table.</summary>
    public required double TransitSpread { get; init; }

    /// <summary>Shrinkage of the marker weights, in measured stools: with as many the weights are half of what least squares would give.</summary>
    public double Shrinkage { get; init; } = 100;
}
