namespace Enteraxis.Studies.Petab;

/// <summary>A measurement beside its simulation.</summary>
/// <param name="Noise">Value of the noise formula: standard deviation, or Laplace's scale.</param>
public sealed record PetabPoint(PetabMeasurement Measurement, double Simulation, double Noise, double Residual, double LogLikelihood);

/// <summary>A problem simulated at one vector of parameters.</summary>
public sealed record PetabResult
{
    /// <summary>In the order of the measurements.</summary>
    public required IReadOnlyList<PetabPoint> Points { get; init; }

    /// <summary>ln of the prior density of each estimated parameter that has a prior.</summary>
    public required IReadOnlyDictionary<string, double> LogPriors { get; init; }

    /// <summary>Σ ((m − y)/σ)² on the scale of each noise model.</summary>
    public double ChiSquare => Points.Sum(p => p.Residual * p.Residual);

    public double LogLikelihood => Points.Sum(p => p.LogLikelihood);

    /// <summary>Null where no parameter has a prior.</summary>
    public double? LogPrior => LogPriors.Count == 0 ? null : LogPriors.Values.Sum();

    /// <summary>Not normalised; null where no parameter has a prior.</summary>
    public double? LogPosterior => LogPrior + LogLikelihood;
}
