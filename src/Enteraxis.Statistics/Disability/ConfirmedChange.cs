namespace Enteraxis.Statistics.Disability;

/// <summary>
/// Confirmed worsening or improvement of a disability score: a visit at least a step from the baseline, confirmed by the first visit in a window some weeks later, with
/// every visit between them at least a step away too.
/// </summary>
/// <remarks>
/// A definition is this record; each of its choices moves the count of events, so state all. Conventions follow those of the R package msprog (Montobbio and others,
/// Mult Scler 30:1455, 2024, recalled): the event's day is that of the visit that first showed it, confirmation needs a visit (a person who leaves before it has no event),
/// and one step table serves both directions. Scores at visits that were missed must be left out, not filled.
/// </remarks>
public sealed record ConfirmedChange
{
    public ChangeDirection Direction { get; init; } = ChangeDirection.Worsening;

    public ScoreSteps Steps { get; init; } = ScoreSteps.Edss;

    public BaselineRule Baseline { get; init; } = BaselineRule.Fixed;

    /// <summary>Days from the event to its confirmation: 84 for 12 weeks, 168 for 24.</summary>
    public double ConfirmationDays { get; init; } = 84;

    /// <summary>A confirming visit may come so many days early.</summary>
    public double DaysEarly { get; init; } = 14;

    /// <summary>A confirming visit may come so many days late.</summary>
    public double DaysLate { get; init; } = double.PositiveInfinity;

    /// <summary>Neither baseline nor confirmation at a visit fewer than so many days after a relapse's onset; 0 ignores relapses.</summary>
    public double DaysFromRelapse { get; init; }

    /// <summary>Every later visit must keep the change too.</summary>
    public bool Sustained { get; init; }

    /// <summary>Only worsening of this kind is an event; others still move a roving baseline. <see cref="RelapseRelation.None"/> takes all.</summary>
    public RelapseRelation Only { get; init; }

    /// <summary>The windows that tell progression from worsening by relapse.</summary>
    public RelapseWindows Windows { get; init; } = RelapseWindows.Usual;

    /// <summary>The first event, or null. No allocation.</summary>
    /// <param name="days">Of the visits, ascending.</param>
    /// <param name="scores">One a visit.</param>
    /// <param name="relapses">Days of onset, any order.</param>
    /// <exception cref="ArgumentException">Lengths differ, days do not rise, or a score is not a number.</exception>
    public ConfirmedEvent? First(ReadOnlySpan<double> days, ReadOnlySpan<double> scores, ReadOnlySpan<double> relapses)
    {
        Check(days, scores);
        int baseline = NextBaseline(days, relapses, 0), from = baseline + 1;
        while (Next(days, scores, relapses, ref baseline, ref from) is { } one)
            if (Counts(one)) return one;
        return null;
    }

    /// <summary>Every event in order. With a fixed baseline a score that stays up counts again at each confirmed visit after the last confirmation.</summary>
    /// <inheritdoc cref="First"/>
    public IReadOnlyList<ConfirmedEvent> All(ReadOnlySpan<double> days, ReadOnlySpan<double> scores, ReadOnlySpan<double> relapses)
    {
        Check(days, scores);
        List<ConfirmedEvent> events = [];
        int baseline = NextBaseline(days, relapses, 0), from = baseline + 1;
        while (Next(days, scores, relapses, ref baseline, ref from) is { } one)
            if (Counts(one)) events.Add(one);
        return events;
    }

    private bool Counts(ConfirmedEvent one) => (one.Direction & Direction) != 0 && (Only == RelapseRelation.None || one.Relation == Only);

    private static void Check(ReadOnlySpan<double> days, ReadOnlySpan<double> scores)
    {
        if (days.Length != scores.Length) throw new ArgumentException("There must be one score a visit.", nameof(scores));
        for (int i = 0; i < days.Length; i++)
        {
            if (!double.IsFinite(scores[i])) throw new ArgumentException($"Visit {i + 1} has no score; leave it out.", nameof(scores));
            if (i > 0 && !(days[i] > days[i - 1])) throw new ArgumentException($"Visit {i + 1} does not come after the one before.", nameof(days));
        }
    }

    private ConfirmedEvent? Next(ReadOnlySpan<double> days, ReadOnlySpan<double> scores, ReadOnlySpan<double> relapses, ref int baseline, ref int from)
    {
        if (baseline >= days.Length) return null;
        // A roving baseline follows both directions, whichever are counted.
        ChangeDirection seen = Baseline == BaselineRule.Roving ? ChangeDirection.Both : Direction;
        for (int i = from; i < days.Length; i++)
        {
            double change = scores[i] - scores[baseline];
            ChangeDirection direction = change > 0 ? ChangeDirection.Worsening : ChangeDirection.Improvement;
            if ((direction & seen) == 0 || !Moved(scores, i, baseline, direction)) continue;
            int confirming = Confirming(days, relapses, i);
            if (confirming < 0 || !Held(scores, i, Sustained ? days.Length - 1 : confirming, baseline, direction)) continue;
            RelapseRelation relation = direction == ChangeDirection.Worsening ? Windows.Of(days[i], days[confirming], relapses) : RelapseRelation.None;
            ConfirmedEvent found = new(direction, i, days[i], confirming, scores[baseline], change, relation);
            from = confirming + 1;
            if (Baseline == BaselineRule.Roving) baseline = confirming;
            return found;
        }
        return null;
    }

    private bool Moved(ReadOnlySpan<double> scores, int visit, int baseline, ChangeDirection direction) =>
        (direction == ChangeDirection.Worsening ? scores[visit] - scores[baseline] : scores[baseline] - scores[visit]) >= Steps.From(scores[baseline]) - 1e-9;

    private bool Held(ReadOnlySpan<double> scores, int after, int through, int baseline, ChangeDirection direction)
    {
        for (int i = after + 1; i <= through; i++)
            if (!Moved(scores, i, baseline, direction)) return false;
        return true;
    }

    private int Confirming(ReadOnlySpan<double> days, ReadOnlySpan<double> relapses, int visit)
    {
        for (int i = visit + 1; i < days.Length; i++)
        {
            double since = days[i] - days[visit];
            if (since > ConfirmationDays + DaysLate) return -1;
            if (since >= ConfirmationDays - DaysEarly && FarFromRelapse(days[i], relapses)) return i;
        }
        return -1;
    }

    private int NextBaseline(ReadOnlySpan<double> days, ReadOnlySpan<double> relapses, int from)
    {
        while (from < days.Length && !FarFromRelapse(days[from], relapses)) from++;
        return from;
    }

    private bool FarFromRelapse(double day, ReadOnlySpan<double> relapses)
    {
        foreach (double onset in relapses)
            if (onset <= day && day - onset < DaysFromRelapse) return false;
        return true;
    }
}
