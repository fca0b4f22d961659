using Enteraxis.Studies.Formulas;

namespace Enteraxis.Studies.People;

/// <summary>How a course becomes one number.</summary>
public enum Over { Change, End, Mean, YearTwoMean }

/// <summary>studies/person.yaml: who, what, how long, which read-outs.</summary>
public sealed record StudyFile
{
    /// <summary>More would take longer than anyone waits.</summary>
    public const int MostTwins = 100_000;

    public required string Title { get; init; }
    public required double Years { get; init; }
    public required double RunInDays { get; init; }
    public required int Twins { get; init; }
    public required int Bank { get; init; }

    /// <summary>Draws of the uncertain parameters for the parameter interval, each met by the same people.</summary>
    public required int ParameterSets { get; init; }
    public required int PeoplePerSet { get; init; }

    /// <summary>How often each of them meets a draw, every time with another chance after today; with 1 people and chance are not told apart.</summary>
    public required int ChanceRepeats { get; init; }

    /// <summary>People who meet every other reading of the mechanism (models/variants.tsv); 0 for none.</summary>
    public required int ReadingPeople { get; init; }
    public required int FrozenPeople { get; init; }
    public required int FrozenArrows { get; init; }
    public required double FreezeEveryDays { get; init; }
    public required double CompetitivenessDays { get; init; }
    public required int ReferencePeople { get; init; }
    public required string ReferencePreset { get; init; }

    /// <summary>Share of failed integrations past which the study stops.</summary>
    public required double MaximumFailedShare { get; init; }
    public required IReadOnlyList<HistoryMatch> History { get; init; }
    public required IReadOnlyList<StudyReadout> Readouts { get; init; }
    public required string ChainReadout { get; init; }
    public required IReadOnlyList<HeadlineRequest> Headlines { get; init; }
    public required IReadOnlyList<AcidRequest> Acids { get; init; }
    public required IReadOnlyList<FanRequest> Fans { get; init; }
    public required IReadOnlyList<Lever> Levers { get; init; }
    public required CombinationRequest? Combination { get; init; }
    public required IReadOnlyList<string> Notices { get; init; }

    /// <summary>"{sex}, {age}, {course}, EDSS {edss}, {treatment}", over trait keys.</summary>
    public required string PersonLine { get; init; }
}

/// <param name="Trait">Key of the answer that conditions.</param>
/// <param name="Over">Change over the last two years, or the value at the end.</param>
/// <param name="KernelSd">How far an answer and a simulated value may lie apart (recall, rater), Gaussian.</param>
public sealed record HistoryMatch(string Trait, string Readout, Over Over, double KernelSd);

public sealed record StudyReadout(string Readout, Over Over, string Label);

public sealed record HeadlineRequest(string Readout, Over Over, string Label, string Note, string Hue, bool IsPrognosis);

public sealed record AcidRequest(string Acid, string Readout);

/// <param name="Comparison">Lever whose median stands beside; empty for none.</param>
public sealed record FanRequest(string Readout, Over Over, string Title, string Subtitle, string Hue, string Comparison, bool IsPrognosis);

/// <param name="Applies">Only for whom this holds; null for all.</param>
/// <param name="Amounts">Daily amounts that the safety rules weigh.</param>
public sealed record Lever(string Id, string Label, string Hue, IReadOnlyList<string> Interventions, string Harms, string EvidenceMark, string EvidenceText, string EvidenceIds,
    bool ResearchOnly, Formula? Applies, string NotFor, IReadOnlyList<string> Tags, IReadOnlyDictionary<string, double> Amounts);

public sealed record CombinationRequest(string Id, string Label, string Hue, string Harms, string EvidenceMark, string EvidenceText, string EvidenceIds);
