using Enteraxis.Numerics.Summaries;
using Enteraxis.Studies.Calibration.Screening;

namespace Enteraxis.Studies.Calibration;

/// <summary>What a stage found.</summary>
/// <param name="Prior">What the model makes of the members of the prior, by member and target; <paramref name="Posterior"/>: of the last ones.</param>
/// <param name="Error">Monte Carlo error of a member's values, by target, the middle of the members.</param>
/// <param name="Members">Values of all that may move by member, natural scale: parameters, then biases.</param>
/// <param name="Stage">With the parameters that moved.</param>
/// <param name="Screening">Of all that the stage names; null where it does not screen.</param>
public sealed record CalibrationResult(CalibrationStage Stage, ScreeningResult? Screening, double[][] Prior, double[][] Posterior, double[] Error, double[][] Members, string Version)
{
    public static double[] Of(double[][] made, int target) => [.. made.Select(g => g[target]).Where(double.IsFinite)];

    /// <summary>Whether the middle of the posterior lies in the target's band.</summary>
    public bool IsHit(int target) => Quantile.Of(Of(Posterior, target), 0.5) is var middle && middle >= Stage.Targets[target].Low && middle <= Stage.Targets[target].High;
}
