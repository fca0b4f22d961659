using Enteraxis.Studies.People;

namespace Enteraxis.Reporting.Tests.Person;

/// <summary>A small made-up result with every part filled.</summary>
internal static class ExampleResult
{
    public static PersonStudyResult Make(string taxon = "Roseburia") => new()
    {
        PersonLine = "Woman, 34, relapsing, EDSS 2.0, untreated", SampleLine = "sample S1 (counts, 41,200 reads)", Twins = 200, Seed = 7,
        EffectiveSampleSize = 412.4, BankSize = 2000, Failures = 0, CalibrationSentence = "Effect sizes are assumptions, not yet calibrated.", Notices = ["One notice."],
        DrawnTraits = [new DrawnTrait("alcohol", "not given: drawn from the population")],
        Alerts = [new Alert("calciol_dose", "Ask first", "High dose", "Only under medical supervision.", "EV-VITD-028")],
        Headlines = [new HeadlineNumber("First", "41 mmol/d", "29 to 58", "estimated", "gut", false), new HeadlineNumber("Second", "6.2", "1 to 16", "", "brain", true), new HeadlineNumber("Third", "0.5", "0 to 2", "", "immune", true)],
        Profile = new ProfileSection(0.94, [new UnmappedTaxon("odd_genus", 0.02, "nowhere")],
            [new TaxonStanding(taxon, 0.04, 0.03, 0.05, 22.4, 0.01, 0.05, 0.1, "low", "lower in MS in one cohort", "EV-MIC-001", true), new TaxonStanding("Blautia", 0, 0, 0.001, null, null, null, null, "hypothesis", "not known", "-", false)],
            [new GuildShare("a", "Guild A", 0.7, 0.68, 0.72), new GuildShare("b", "Guild B", 0.3, 0.28, 0.32)],
            [new AcidProduction("Acid one", Values(210, "mmol/d"), Values(190, "mmol/d"))],
            [new DiversityIndex("Shannon", 3.1, "nats", "of genera")], ["Counts were read."], "The reference is a healthy cohort."),
        Fans = [Fan("fatigue", false), Fan("t2_seen", true)],
        Levers = [Lever("fibre", "Fibre, 10 g a day more", -1.2, cannotTell: false), Lever("sleep", "Regular sleep", -0.1, cannotTell: true)],
        Parameters = [new ParameterNote("gut.rate", 12, "per_day", "none", "lognormal(0.2)", "literature", "EV-SCFA-009", "a note")],
        Evidence = [Note("EV-VITD-028") with { Certainty = "low", Contradicts = ["EV-MIC-001", "EV-ELSE-001"], Pmid = "12345" }, Note("EV-MIC-001"), new EvidenceNote("EV-SCFA-009", "A claim.", "58:20:22", "A paper 2018", "10.1000/xyz", "verified")],
        Provenance = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["version"] = "0.1.0", ["seed"] = "7" },
    };

    private static EvidenceNote Note(string id) => new(id, "Another claim.", "1", "A paper", "", "recalled");

    private static Spread Values(double m, string unit) => new(m, 0.5 * m, 0.8 * m, 1.2 * m, 1.6 * m, unit);

    private static FanChart Fan(string id, bool prognosis) =>
        new(id, $"Finding of {id}", "what it counts", "brain", [0, 365, 730], [Values(0, "1"), Values(3, "1"), Values(6, "1")], "Fibre", [0, 2.5, 5], prognosis);

    private static LeverResult Lever(string id, string label, double difference, bool cannotTell) => new()
    {
        Id = id, Label = label, Hue = "gut", EvidenceMark = "low", EvidenceText = "Some trials.", EvidenceIds = "EV-SCFA-009", Harms = "Gas.", ResearchOnly = id == "sleep",
        Effects = [new LeverEffect("t2_seen", "New T2 lesions", "1", 6.2, 6.2 + difference, difference, -3, 0.5, cannotTell ? -1 : -2, cannotTell ? 1 : -0.2, cannotTell),
            new LeverEffect("fatigue", "Fatigue", "1", 38, 37, -1, -2, 0.1, -3, 1, true)],
        Chain = [new ChainLink("gut.arrow_a", "food", "gut", "literature", 0.22, 0.09, 0.4, 0.08, "Food feeds", "1 + gut.rate · (food − food_reference)"), new ChainLink("gut.arrow_b", "gut", "wall", "assumed", 0, 0, 0, null, "Nothing moves", "gut^0")],
    };
}
