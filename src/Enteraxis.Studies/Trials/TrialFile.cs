using Enteraxis.Studies.Cohorts;
using Enteraxis.Studies.Formulas;

namespace Enteraxis.Studies.Trials;

/// <param name="Size">People randomised to the arm.</param>
public sealed record TrialArm(string Id, string Label, int Size, IReadOnlyList<string> Interventions);

/// <summary>A count of the time before randomisation that eligibility may ask for: how much a read-out rose over the last days.</summary>
public sealed record TrialHistory(string Id, string Readout, double OverDays);

public enum SignalKind
{
    /// <summary>Every occurrence of a jump of the model, on its day.</summary>
    Jump,

    /// <summary>A read-out that rose from one scheduled scan to the next.</summary>
    ScanRise,

    /// <summary>The level of a read-out on the day of a scheduled scan.</summary>
    ScanLevel,

    /// <summary>Confirmed worsening of a score over the scheduled visits.</summary>
    Confirmed,
}

/// <summary>Something that can happen to a participant and is seen as the trial sees it.</summary>
/// <param name="Source">The jump, or the read-out.</param>
/// <param name="AtLeast">Of scans: from how much on it counts.</param>
/// <param name="ConfirmedDays">Of confirmed worsening: how long it must hold.</param>
public sealed record TrialSignal(string Id, SignalKind Kind, string Source, double AtLeast, double ConfirmedDays);

public enum EndpointKind
{
    /// <summary>Time to the first of the signals; without one the participant is censored at her last scheduled look.</summary>
    First,

    /// <summary>Whether none of the signals was seen by the end; participants who left early without one are left out.</summary>
    None,

    /// <summary>How often the signals were seen: occurrences of jumps; at each scan the larger of what rose and what is there, so that a lesion is counted once.</summary>
    Count,
}

public sealed record TrialEndpoint(string Id, EndpointKind Kind, IReadOnlyList<string> Signals);

public enum Estimator { HazardRatio, OddsRatio, RateRatio, Shares, Medians }

/// <summary>One published comparison and how it is estimated from the participants.</summary>
/// <param name="Published">Id of the row in evidence/published_trials.tsv.</param>
public sealed record TrialContrast(string Published, string Endpoint, Estimator Estimator, string Treated, string Control);

/// <summary>A published trial as it was run.</summary>
public sealed record TrialFile
{
    /// <summary>Its name in evidence/published_trials.tsv.</summary>
    public required string Trial { get; init; }
    public required IReadOnlyList<CohortPreset> Presets { get; init; }

    /// <summary>Interventions that everybody is on, from the start of the run-in to the end.</summary>
    public required IReadOnlyList<string> Background { get; init; }
    public required double RunInDays { get; init; }

    /// <summary>Between entering and randomisation: eligibility is judged at its end, so that regression to the mean arises of itself.</summary>
    public required double ScreeningDays { get; init; }
    public required double CompetitivenessDays { get; init; }
    public required IReadOnlyList<TrialHistory> History { get; init; }

    /// <summary>All must hold; over read-outs at the end of screening, the histories, and variables of the population.</summary>
    public required IReadOnlyList<Formula> Eligibility { get; init; }
    public required IReadOnlyList<TrialArm> Arms { get; init; }
    public required IReadOnlyList<double> VisitDays { get; init; }
    public required IReadOnlyList<double> ScanDays { get; init; }

    /// <summary>Hazard of leaving, a year.</summary>
    public required double DropoutPerYear { get; init; }
    public required IReadOnlyList<TrialSignal> Signals { get; init; }
    public required IReadOnlyList<TrialEndpoint> Endpoints { get; init; }
    public required IReadOnlyList<TrialContrast> Contrasts { get; init; }
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>From randomisation to the last look.</summary>
    public double Days => VisitDays.Concat(ScanDays).Max();
}
