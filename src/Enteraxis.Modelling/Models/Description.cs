namespace Enteraxis.Modelling.Models;

/// <summary>What is known about a quantity, an event or (under the empty name) a whole model, beside its mathematics.</summary>
public sealed record Description
{
    /// <summary>Name for people.</summary>
    public string? Label { get; init; }

    /// <summary>Number of a term of the Systems Biology Ontology.</summary>
    public int? SboTerm { get; init; }

    /// <summary>Plain text.</summary>
    public string? Notes { get; init; }

    public IReadOnlyList<Reference> References { get; init; } = [];
}

/// <summary>A link to a resource of the world.</summary>
/// <param name="Qualifier">A qualifier of BioModels.net: is, isDescribedBy, isVersionOf, …</param>
/// <param name="Resource">Its address: https://identifiers.org/doi:10.1000/1.</param>
public sealed record Reference(string Qualifier, string Resource);
