namespace Enteraxis.Statistics.Disability;

/// <summary>What later scores are compared with.</summary>
public enum BaselineRule
{
    /// <summary>The first visit that is far enough from a relapse, throughout.</summary>
    Fixed,

    /// <summary>After each confirmed event the visit that confirmed it, so that later events are counted afresh.</summary>
    Roving,
}
