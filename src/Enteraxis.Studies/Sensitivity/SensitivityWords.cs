using Enteraxis.Studies.Sensitivity.Identification;
using Enteraxis.Studies.Sensitivity.Levers;

namespace Enteraxis.Studies.Sensitivity;

/// <summary>Verdicts as tables and pages say them.</summary>
public static class SensitivityWords
{
    public static string Of(ProfileVerdict v) => v switch
    {
        ProfileVerdict.Identifiable => "identifiable",
        ProfileVerdict.OneSided => "bounded on one side",
        _ => "only by its prior",
    };

    public static string Of(FlipVerdict v) => v switch
    {
        FlipVerdict.Flips => "flips",
        FlipVerdict.Fades => "fades, does not flip in its range",
        FlipVerdict.NeverTold => "cannot tell",
        FlipVerdict.NoPart => "has no part in it",
        _ => "does not flip in its range",
    };

    public static string Of(AssumptionKind k) => k.ToString().ToLowerInvariant();
}
