namespace Enteraxis.Studies.GenomeScale;

/// <summary>Which minimal media are asked for.</summary>
public enum MediumKind { None, Total, Components }

/// <summary>What the command community was asked for. Paths are the user's; none goes into a result.</summary>
public sealed record CommunityRequest
{
    /// <summary>Name of a medium within the folder of models.</summary>
    public const string DietName = "diet.tsv";

    public required string TablePath { get; init; }

    public string? TaxonomyPath { get; init; }

    public required string SampleId { get; init; }

    /// <summary>Folder of the models.</summary>
    public required string ModelsPath { get; init; }

    /// <summary>Null: diet.tsv in the folder of models.</summary>
    public string? DietPath { get; init; }

    /// <summary>Of the largest community growth that must be kept, above 0 and at most 1.</summary>
    public double TradeOff { get; init; } = 0.5;

    /// <summary>Models with less of the matched reads are left out: rare taxa make the program larger and its numbers further apart.</summary>
    public double LeastShare { get; init; } = 0.001;

    /// <summary>Below this share of reads with a model the sample is refused: what is left would stand for too little of it.</summary>
    public double LeastMatched { get; init; } = 0.25;

    public MediumKind Medium { get; init; }

    public bool Variability { get; init; }

    public IReadOnlyList<DietChange> Changes { get; init; } = [];

    public required string OutDir { get; init; }

    /// <summary>The installation, which holds models/gut.</summary>
    public required string RootPath { get; init; }

    /// <summary>Of reading models and of the guild model; never changes a result.</summary>
    public int Threads { get; init; } = 1;
}
