namespace Enteraxis.Studies.GutCohorts;

/// <summary>The reference cohort that the user supplies; nothing set: only the published one is used.</summary>
public sealed record ReferenceRequest
{
    /// <summary>Table of the reference; null with <see cref="Group"/>: the looked-at table.</summary>
    public string? TablePath { get; init; }

    /// <summary>Metadata of the reference's table.</summary>
    public string? MetadataPath { get; init; }

    /// <summary>column=value: who of the table is the reference; null: all.</summary>
    public string? Group { get; init; }

    /// <summary>Column of sites or batches, each of which is tried alone as the reference.</summary>
    public string? Site { get; init; }

    public bool IsAsked => TablePath is not null || Group is not null;
}
