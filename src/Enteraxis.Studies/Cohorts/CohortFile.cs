using Enteraxis.Studies.Cohorts.Widths;

namespace Enteraxis.Studies.Cohorts;

/// <param name="Share">Of the people, beside the shares of the other presets.</param>
public sealed record CohortPreset(string Preset, double Share)
{
    /// <summary>Place of the preset that a person has.</summary>
    /// <param name="uniform">In (0, 1), the person's own.</param>
    public static int Of(IReadOnlyList<CohortPreset> presets, double uniform)
    {
        double left = uniform * presets.Sum(p => p.Share), sum = 0;
        for (int i = 0; i < presets.Count; i++)
            if (left < (sum += presets[i].Share)) return i;
        return presets.Count - 1;
    }
}

/// <param name="Interventions">Of models/interventions.tsv, beginning <paramref name="StartDay"/> days after a person entered.</param>
public sealed record CohortArm(string Id, string Label, IReadOnlyList<string> Interventions, double StartDay);

/// <summary>A kind of jump whose every occurrence is written out.</summary>
/// <param name="Jump">Flat name of the jump in the model.</param>
/// <param name="Size">Mark or quantity of the marks that tells how large it was; empty for none.</param>
/// <param name="System">Mark or quantity of the marks that tells where; empty for none.</param>
public sealed record CohortEvent(string Kind, string Jump, string Size, string System);

/// <summary>The day from which a read-out has reached a level and is seen to hold it at the next visits.</summary>
/// <param name="ConfirmedDays">For how long it must hold; 0: the first visit counts.</param>
public sealed record CohortMilestone(string Id, string Label, string Readout, double Level, double ConfirmedDays);

/// <summary>A study of many people without a trial: who, how long, what is looked at and when.</summary>
public sealed record CohortFile
{
    public required string Title { get; init; }
    public required IReadOnlyList<CohortPreset> Presets { get; init; }
    public required int People { get; init; }
    public required double Years { get; init; }

    /// <summary>Simulated before people enter, so that fast parts have come to rest; nothing of it is shown.</summary>
    public required double RunInDays { get; init; }
    public required double VisitEveryDays { get; init; }

    /// <summary>How long the search for a person's guild competitiveness runs; 0: no person has a gut profile of her own.</summary>
    public required double CompetitivenessDays { get; init; }

    /// <summary>Every person has a draw of the uncertain parameters of her own.</summary>
    public required bool UncertainParameters { get; init; }
    public required IReadOnlyList<string> Readouts { get; init; }
    public required IReadOnlyList<CohortEvent> Events { get; init; }
    public required IReadOnlyList<CohortArm> Arms { get; init; }
    public required IReadOnlyList<CohortMilestone> Milestones { get; init; }
    public required double MaximumFailedShare { get; init; }

    /// <summary>The small design that tells the sources of a forecast's width apart; null for none.</summary>
    public WidthDesign? Width { get; init; }

    /// <summary>Sentences for the page.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>Days of the visits since a person entered, the first on entering.</summary>
    public double[] VisitDays => [.. Enumerable.Range(0, 1 + (int)Math.Floor(365.25 * Years / VisitEveryDays + 1e-9)).Select(i => i * VisitEveryDays)];
}
