namespace Enteraxis.Studies.GutCohorts;

/// <summary>What the command profile was asked for. Paths are the user's; none goes into a result.</summary>
public sealed record CohortRequest
{
    public required string TablePath { get; init; }

    /// <summary>Null: the table's own taxonomy, or the file beside it.</summary>
    public string? TaxonomyPath { get; init; }

    /// <summary>Null: no groups, so no test between them.</summary>
    public string? MetadataPath { get; init; }

    public string? TreePath { get; init; }

    /// <summary>The one sample to look at; null: all of the table.</summary>
    public string? Sample { get; init; }

    /// <summary>Column of the metadata whose groups are compared.</summary>
    public string? Group { get; init; }

    /// <summary>The group whose difference from the other is told in differential.tsv; null: the later one by name.</summary>
    public string? Case { get; init; }

    /// <summary>Column whose blocks (households, people) permutations stay within.</summary>
    public string? Block { get; init; }

    /// <summary>Columns that stand in the model beside the groups; each term is tested after all others.</summary>
    public IReadOnlyList<string> Covariates { get; init; } = [];

    /// <summary>A reference of the user's beside the published one.</summary>
    public ReferenceRequest Reference { get; init; } = new();

    public ulong Seed { get; init; } = 1;

    /// <summary>Of PERMANOVA; the smallest p that can be seen is 1 / (permutations + 1).</summary>
    public int Permutations { get; init; } = 999;

    public required string OutDir { get; init; }

    /// <summary>The installation, which holds models/gut.</summary>
    public required string RootPath { get; init; }

    /// <summary>Never changes a result.</summary>
    public int Threads { get; init; } = 1;
}
