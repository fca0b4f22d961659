namespace Enteraxis.Studies.Sensitivity.Outputs;

/// <summary>How one output answers to one parameter near the centre.</summary>
/// <param name="Slope">Of the output, for one standard deviation of the prior. <paramref name="SlopeError"/>: Monte Carlo.</param>
/// <param name="Elasticity">d ln output / d ln parameter; NaN where either is not above 0.</param>
public sealed record LocalEffect(double Slope, double SlopeError, double Elasticity, double ElasticityError);
