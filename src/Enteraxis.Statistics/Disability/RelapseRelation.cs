namespace Enteraxis.Statistics.Disability;

/// <summary>Whether a confirmed worsening came with a relapse.</summary>
public enum RelapseRelation
{
    /// <summary>Not a worsening, so the question is not asked.</summary>
    None,

    /// <summary>Relapse-associated worsening (RAW): first seen within the window after a relapse's onset.</summary>
    Associated,

    /// <summary>Progression independent of relapse activity (PIRA): no relapse within the windows about the event and about its confirmation.</summary>
    Independent,

    /// <summary>Neither: a relapse lies near, but the worsening was not first seen in its wake.</summary>
    Undefined,
}
