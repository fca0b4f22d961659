namespace Enteraxis.Studies.Sensitivity.Identification;

public enum ProfileVerdict
{
    /// <summary>The targets bound it on both sides within its prior's range.</summary>
    Identifiable,

    /// <summary>They bound it on one side.</summary>
    OneSided,

    /// <summary>Every value of its prior's range meets the targets as well, once the others give way.</summary>
    OnlyByPrior,
}
