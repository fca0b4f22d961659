using Enteraxis.Studies.Cohorts;
using Enteraxis.Studies.Tables;
using Enteraxis.Studies.Trials;

namespace Enteraxis.Studies.Sensitivity.Levers;

/// <summary>What is compared between arms, of each person.</summary>
/// <param name="IsChange">From the day the arms part to the end; else the level at the end.</param>
public sealed record LeverOutcome(string Id, string Label, string Readout, bool IsChange, bool LowerIsBetter);

/// <summary>Two arms and the arm with both: does the effect of both reach what the two alone would multiply to?</summary>
/// <param name="At">Places of parameters, in standard deviations of their priors, at which this is asked; empty for the centre.</param>
public sealed record SaturationPlan(string Label, string First, string Second, string Both, IReadOnlyDictionary<string, double> At);

/// <summary>A comparison of two interventions on the same twins, and the assumptions that may turn it.</summary>
/// <param name="Arms">The first is the control.</param>
/// <param name="At">Places of parameters, in standard deviations of their priors, from which every assumption is moved on its own; those not named stand at their centre.</param>
/// <param name="Points">Places between the 5 % and the 95 % point of every parameter, both included.</param>
/// <param name="Refine">Further runs that narrow down where the sign turns.</param>
/// <param name="Pairs">Parameters of the greatest effect that are moved two at a time.</param>
/// <param name="Switches">Arrows that are turned the other way, one at a time, by their parameter.</param>
/// <param name="Variants">Other readings of the mechanism.</param>
public sealed record LeverPlan(
    IReadOnlyList<CohortPreset> Presets, int People, double RunInDays, double CompetitivenessDays, double Years, IReadOnlyList<LeverOutcome> Outcomes, IReadOnlyList<CohortArm> Arms,
    string First, string Second, IReadOnlyDictionary<string, double> At, int Points, int Refine, int Pairs, IReadOnlyList<string> Switches, IReadOnlyList<ModelVariant> Variants, IReadOnlyList<SaturationPlan> Saturation)
{
    public CohortArm Arm(string id) => Arms.First(a => a.Id == id);
}
