namespace Enteraxis.Studies.GutReferences;

/// <summary>A reference with the parts of it, and others beside it, that tell how far the choice of a reference moves a percentile.</summary>
/// <param name="Id">As reference.tsv names it.</param>
/// <param name="Line">Who its people are, as a sentence's end.</param>
/// <param name="Laws">By item; items that it does not know are not in it.</param>
/// <param name="Members">Samples of the looked-at table that belong to it.</param>
public sealed record ReferenceSet(string Id, string Line, IReadOnlyDictionary<ReferenceItem, IReferenceLaw> Laws, IReadOnlySet<string> Members)
{
    /// <summary>Each site (or batch) of it alone, by name.</summary>
    public IReadOnlyList<ReferencePart> Sites { get; init; } = [];

    /// <summary>References of other laboratories, by name.</summary>
    public IReadOnlyList<ReferencePart> Cohorts { get; init; } = [];
}

/// <summary>One site, or one other cohort, taken as the only reference.</summary>
public sealed record ReferencePart(string Name, IReadOnlyDictionary<ReferenceItem, IReferenceLaw> Laws);
