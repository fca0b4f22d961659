using Enteraxis.Studies.Tables;
using Enteraxis.Studies.Trials;
using Enteraxis.Studies.Yaml;

namespace Enteraxis.Studies.Tests.Trials;

public sealed class TrialSimulationTests
{
    private const string Trial = """
        trial: A small trial
        presets: {rrms: 1}
        run_in_days: 60
        screening_days: 180
        history: [{id: before, readout: relapses, over_days: 180}]
        eligibility: [age >= 18 and age <= 55, vitamin_d < 80, before >= 1]
        arms:
          - {id: high, size: 7, interventions: [vitamin_d_4000]}
          - {id: none, size: 6}
        visit_months: [3, 6]
        scan_months: [6]
        dropout_per_year: 0.4
        signals:
          - {id: attack, jump: relapse.strikes}
          - {id: new, rises: t2_seen}
          - {id: level, level: vitamin_d, at_least: 0.001}
        endpoints: [{id: first, first: [attack, new]}]
        contrasts: [{published: p, endpoint: first, estimate: hazard_ratio, treated: high, control: none}]
        """;

    private static readonly ScienceLibrary Library = Installation.Library;

    private static TrialFile Read(string text) => TrialFileReader.Read(YamlFile.Parse("trial.yaml", text), Library);

    private static IReadOnlyList<Participant> Run(int threads, int replicate = 1, string text = Trial) => new TrialSimulation(Library, Library.AxisPath, Read(text), 5, threads).Run(new TrialReplicate(replicate, null, null));

    private static string Words(IReadOnlyList<Participant> people) =>
        string.Join("\n", people.Select(p => FormattableString.Invariant($"{p.Arm} {p.LeftDay:R} {p.LastLook} ") + string.Join(";", p.Signals.Select(s => string.Join(",", s.Days.Zip(s.Amounts, (d, a) => FormattableString.Invariant($"{d:R}={a:R}")))))));

    [Fact]
    public void Arms_have_their_sizes_and_the_bits_do_not_depend_on_threads()
    {
        IReadOnlyList<Participant> one = Run(1);
        Assert.Equal((7, 6), (one.Count(p => p.Arm == 0), one.Count(p => p.Arm == 1)));
        Assert.Equal(Words(one), Words(Run(3)));
        Assert.NotEqual(Words(one), Words(Run(1, replicate: 2)));
        Assert.Contains(one, p => p.LeftDay < 183);
        Assert.All(one, p => Assert.All(p.Signals.SelectMany(s => s.Days), d => Assert.InRange(d, 0, p.LeftDay)));
    }

    [Fact]
    public void What_an_arm_takes_begins_at_randomisation()
    {
        // The level stands at the scan after six months in who stayed for it.
        IReadOnlyList<Participant> people = Run(2);
        double Mean(int arm) => people.Where(p => p.Arm == arm && p.Signals[2].Days.Count > 0).Average(p => p.Signals[2].Amounts[^1]);
        Assert.True(Mean(0) > Mean(1) + 25, $"{Mean(0)} against {Mean(1)}");
    }

    [Fact]
    public void Another_chance_meets_the_same_people_in_the_same_arms_from_randomisation_on()
    {
        TrialSimulation simulation = new(Library, Library.AxisPath, Read(Trial), 5, 1, ["age_now", "relapses"]);
        IReadOnlyList<FollowedPerson> one = simulation.Follow(new TrialReplicate(1, null, null)), two = simulation.Follow(new TrialReplicate(1, null, null) { Chance = 1 });
        int age = simulation.Column("age_now"), relapses = simulation.Column("relapses");
        Assert.Equal(one.Select(p => (p.Arm, p.LeftDay, p.Values[0, age], p.Values[0, relapses])), two.Select(p => (p.Arm, p.LeftDay, p.Values[0, age], p.Values[0, relapses])));
        Assert.NotEqual(one.SelectMany(p => p.Jumps).Select(j => j.Day), two.SelectMany(p => p.Jumps).Select(j => j.Day));
    }

    [Fact]
    public void Who_cannot_be_found_is_said()
    {
        string fault = Installation.Fault(() => Run(1, text: Trial.Replace("vitamin_d < 80", "vitamin_d < 1", StringComparison.Ordinal)));
        Assert.Contains("only 0 are eligible", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("presets: {rrms: 1}", "presets: {none_such: 1}", "is no preset")]
    [InlineData("[vitamin_d_4000]", "[vitamin_d_40000]", "is no intervention")]
    [InlineData("first: [attack, new]", "first: [attack, old]", "'old' is not defined")]
    [InlineData("estimate: hazard_ratio", "estimate: rate_ratio", "another kind")]
    [InlineData("estimate: hazard_ratio", "estimate: guess", "is unknown")]
    [InlineData("size: 7", "size: 0", "1 to 100,000")]
    [InlineData("visit_months: [3, 6]", "visit_months: [6, 3]", "months ascend")]
    [InlineData("{id: attack, jump: relapse.strikes}", "{id: attack, jump: relapse.strikes, level: edss}", "one of jump")]
    public void A_faulty_trial_gets_a_sentence(string was, string now, string says) =>
        Assert.Contains(says, Installation.Fault(() => Read(Trial.Replace(was, now, StringComparison.Ordinal))), StringComparison.Ordinal);

    [Fact]
    public void Every_trial_of_the_studies_names_rows_of_the_published_ones()
    {
        IReadOnlyList<PublishedTrial> published = PublishedTrial.Read(Installation.PathOf("evidence", "published_trials.tsv"));
        string[] files = Directory.GetFiles(Installation.PathOf("studies", "trials"), "*.yaml");
        Assert.NotEmpty(files);
        foreach (TrialFile file in files.Select(f => TrialFileReader.Read(f, Library)))
            Assert.All(file.Contrasts, c => Assert.Contains(published, p => p.Trial == file.Trial && p.Id == c.Published));
        Assert.Equal(published.Select(p => p.Id).Distinct().Count(), published.Count);
        Assert.All(ModelVariant.Read(Installation.PathOf("models", "variants.tsv"), Library), v => Assert.NotEqual("main", v.Id));
    }
}
