namespace Enteraxis.Studies.People;

/// <summary>Everything a person's report shows. Reporting draws it and computes nothing but layout.</summary>
public sealed record PersonStudyResult
{
    public required string PersonLine { get; init; }          // "Woman, 34, relapsing, EDSS 2.0, untreated"
    public required string SampleLine { get; init; }          // "sample S-014 (counts, 41,200 reads)"
    public required int Twins { get; init; }
    public required ulong Seed { get; init; }
    public required double EffectiveSampleSize { get; init; }
    public required int BankSize { get; init; }
    public required int Failures { get; init; }

    /// <summary>What is calibrated and what is not, in one sentence for the first page (<see cref="Calibration.CalibrationStanding"/>).</summary>
    public required string CalibrationSentence { get; init; }

    /// <summary>Targets of the installed ensemble with hits and misses; empty where none is installed.</summary>
    public IReadOnlyList<Calibration.TargetStanding> Targets { get; init; } = [];
    public required IReadOnlyList<string> Notices { get; init; }        // first-page warnings (small effective sample, traits drawn, …)
    public required IReadOnlyList<DrawnTrait> DrawnTraits { get; init; }
    public required IReadOnlyList<Alert> Alerts { get; init; }
    public required IReadOnlyList<HeadlineNumber> Headlines { get; init; }   // three
    public required ProfileSection Profile { get; init; }
    public required IReadOnlyList<FanChart> Fans { get; init; }

    /// <summary>Every read-out as things are now, with the sources of its width.</summary>
    public IReadOnlyList<Forecast> Forecasts { get; init; } = [];
    public required IReadOnlyList<LeverResult> Levers { get; init; }    // in the order of the study file, the combination last
    public required IReadOnlyList<ParameterNote> Parameters { get; init; }   // every parameter that the page rests on
    public required IReadOnlyList<EvidenceNote> Evidence { get; init; }
    public required IReadOnlyDictionary<string, string> Provenance { get; init; }  // versions, hashes, seed
}

/// <summary>Median with 50 and 90 % intervals. <c>Unit</c> stands beside every printed number.</summary>
public sealed record Spread(double Median, double P05, double P25, double P75, double P95, string Unit);

public sealed record DrawnTrait(string Label, string Why);                    // missing in the questionnaire: drawn from the population

/// <param name="Word">"Ask first" or "Stop and check".</param>
public sealed record Alert(string Id, string Word, string Title, string Reason, string Evidence);

/// <param name="IsPrognosis">Folded until asked for.</param>
public sealed record HeadlineNumber(string Label, string Value, string Interval, string Note, string Hue, bool IsPrognosis);

public sealed record ProfileSection(
    double MappedShare, IReadOnlyList<UnmappedTaxon> Unmapped, IReadOnlyList<TaxonStanding> Taxa, IReadOnlyList<GuildShare> Guilds,
    IReadOnlyList<AcidProduction> Acids, IReadOnlyList<DiversityIndex> Diversity, IReadOnlyList<string> ImportNotes, string ReferenceLine);

public sealed record UnmappedTaxon(string Name, double Share, string WentTo);

/// <param name="Percentile">Within the reference, 0–100; null where no reference holds the taxon.</param>
/// <param name="InArticle">Named by the article that the model follows; the others are folded.</param>
/// <param name="EvidenceMark">high | moderate | low | very low | hypothesis.</param>
public sealed record TaxonStanding(string Taxon, double Share, double Low, double High, double? Percentile, double? ReferenceLow, double? ReferenceMedian, double? ReferenceHigh,
    string EvidenceMark, string WhatIsKnown, string EvidenceIds, bool InArticle);

public sealed record GuildShare(string Guild, string Label, double Share, double Low, double High);

public sealed record AcidProduction(string Acid, Spread Production, Spread Reference);

public sealed record DiversityIndex(string Name, double Value, string Unit, string Note);

/// <summary>A read-out over time between people; <c>Comparison</c> is the median under one named lever.</summary>
public sealed record FanChart(string Id, string TitleFinding, string Subtitle, string Hue, IReadOnlyList<double> Days, IReadOnlyList<Spread> Bands,
    string? ComparisonLabel, IReadOnlyList<double>? Comparison, bool IsPrognosis);

public sealed record LeverResult
{
    public required string Id { get; init; }
    public required string Label { get; init; }
    public required string Hue { get; init; }
    public required string EvidenceMark { get; init; }
    public required string EvidenceText { get; init; }
    public required string EvidenceIds { get; init; }
    public required string Harms { get; init; }
    public required bool ResearchOnly { get; init; }
    /// <summary>Change against the own twin, one row a read-out: interval between people (averaged over parameters) and between parameter sets (mean person).</summary>
    public required IReadOnlyList<LeverEffect> Effects { get; init; }
    public required IReadOnlyList<ChainLink> Chain { get; init; }
}

/// <param name="AsNow">Mean without the lever.</param>
/// <param name="With">Mean with it.</param>
/// <param name="CannotTell">True where the parameter interval holds zero, or another reading of the mechanism turns the mean.</param>
public sealed record LeverEffect(string ReadOut, string Label, string Unit, double AsNow, double With, double Difference,
    double PeopleLow, double PeopleHigh, double ParametersLow, double ParametersHigh, bool CannotTell)
{
    /// <summary>Where the width of the difference comes from.</summary>
    public ForecastSources Sources { get; init; } = ForecastSources.Unknown;
}

/// <param name="FluxChange">Relative change of the arrow's mean in year two against the own twin: median, 5 and 95 %.</param>
/// <param name="Equation">The arrow's right-hand side in the names of the model.</param>
/// <param name="LeftIfFrozen">Share of the lever's effect left when this arrow is held at its untreated course; null where not computed, NaN where the effect is within its own error.</param>
public sealed record ChainLink(string Arrow, string From, string To, string EvidenceMark, double FluxChange, double Low, double High, double? LeftIfFrozen, string Label, string Equation);

public sealed record ParameterNote(string Name, double Value, string Unit, string BetweenPeople, string Uncertainty, string Status, string Evidence, string Note);

public sealed record EvidenceNote(string Id, string Claim, string Value, string Source, string Doi, string Status)
{
    /// <summary>high, moderate, low, very low or hypothesis; empty where it is not said.</summary>
    public string Certainty { get; init; } = "";

    /// <summary>Ids of figures that say otherwise.</summary>
    public IReadOnlyList<string> Contradicts { get; init; } = [];

    public string Pmid { get; init; } = "";
}
