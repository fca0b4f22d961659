using Enteraxis.Numerics.Summaries;
using Enteraxis.Studies.Petab;

namespace Enteraxis.Studies.Calibration.FromPetab;

/// <param name="Prior">Simulated measurements by member and measurement, on the scale of each noise; <paramref name="Posterior"/>: of the last members. NaN where a simulation stopped.</param>
/// <param name="Measured">On the same scales.</param>
/// <param name="Errors">Standard deviation of each measurement's noise, on its scale.</param>
/// <param name="Members">Values of the free parameters by member, linear scale.</param>
public sealed record PetabCalibrationResult(PetabProblem Problem, IReadOnlyList<FreePetabParameter> Free, double[][] Prior, double[][] Posterior, double[] Measured, double[] Errors, double[][] Members, string Version)
{
    private const double Ninety = 1.6448536269514722;

    public static double[] Of(double[][] made, int measurement) => [.. made.Select(g => g[measurement]).Where(double.IsFinite)];

    /// <summary>Whether the middle of the posterior lies within the central 90 % of the measurement's noise.</summary>
    public bool IsHit(int measurement) => Of(Posterior, measurement) is { Length: > 0 } known && Math.Abs(Quantile.Of(known, 0.5) - Measured[measurement]) <= Ninety * Errors[measurement];
}
