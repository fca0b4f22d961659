using Enteraxis.Numerics.Distributions;

namespace Enteraxis.Statistics.Design;

/// <summary>
/// A trial of two equal arms with exponential times to event and to drop-out, even accrual over a time and follow-up of all until the end: how many events by when, how many people.
/// </summary>
/// <param name="ControlHazard">Per unit of time.</param>
/// <param name="HazardRatio">Treated over control.</param>
/// <param name="Accrual">Length of accrual.</param>
/// <param name="FollowUp">From the end of accrual to the end of the trial.</param>
/// <param name="DropOutHazard">Per unit of time, the same in both arms.</param>
public sealed record SurvivalDesign(double ControlHazard, double HazardRatio, double Accrual, double FollowUp, double DropOutHazard = 0)
{
    /// <summary>4(z_α + z_β)²/ln²HR (Schoenfeld, Biometrika 68:316, 1981).</summary>
    public static double SchoenfeldEvents(double hazardRatio, double power, double upper = 0.025) => 4 * Square(NormalLaw.Quantile(1 - upper) + NormalLaw.Quantile(power)) / Square(Math.Log(hazardRatio));

    /// <summary>(z_α + z_β)²(1 + HR)²/(1 − HR)² (Freedman, Stat Med 1:121, 1982): a little more, for the log-rank test itself.</summary>
    public static double FreedmanEvents(double hazardRatio, double power, double upper = 0.025) =>
        Square(NormalLaw.Quantile(1 - upper) + NormalLaw.Quantile(power)) * Square((1 + hazardRatio) / (1 - hazardRatio));

    /// <summary>Share of all people who have had the event by a time from the trial's beginning.</summary>
    public double EventShare(double time) => 0.5 * (Share(time, ControlHazard) + Share(time, ControlHazard * HazardRatio));

    /// <summary>People in both arms so that the events are expected by the end.</summary>
    public double TotalFor(double events) => events / EventShare(Accrual + FollowUp);

    /// <summary>When so many of these people are expected to have had the event.</summary>
    public double TimeOf(double events, double total) => Solve.Increasing(t => EventShare(t) - events / total, 0, Accrual + FollowUp);

    // Entry is even over accrual: the mean over entries of λ/(λ + η)·(1 − exp(−(λ + η)(t − entry))).
    private double Share(double time, double hazard)
    {
        double all = hazard + DropOutHazard, entered = Math.Min(time, Accrual);
        return entered <= 0 ? 0 : hazard / all * (entered / Accrual - (Math.Exp(-all * (time - entered)) - Math.Exp(-all * time)) / (all * Accrual));
    }

    private static double Square(double x) => x * x;
}
