namespace Enteraxis.Statistics.Disability;

/// <summary>A change of a score that a later visit confirmed.</summary>
/// <param name="Visit">Place of the visit that first showed it.</param>
/// <param name="Day">Its day.</param>
/// <param name="ConfirmingVisit">Place of the first visit in the window of confirmation.</param>
/// <param name="Baseline">The score it was measured from.</param>
/// <param name="Change">Score of the visit less the baseline.</param>
public readonly record struct ConfirmedEvent(ChangeDirection Direction, int Visit, double Day, int ConfirmingVisit, double Baseline, double Change, RelapseRelation Relation);
