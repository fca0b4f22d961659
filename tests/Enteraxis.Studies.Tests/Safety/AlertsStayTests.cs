using System.Reflection;
using Enteraxis.Studies.People;
using Enteraxis.Studies.Tables;
using Enteraxis.Studies.Yaml;

namespace Enteraxis.Studies.Tests.Safety;

/// <summary>No option hides an alert.</summary>
public sealed class AlertsStayTests
{
    private static ScienceLibrary Library => Installation.Library;

    private static string Study(string lever) => $$"""
        title: t
        chain_readout: relapses
        readouts: [{readout: relapses, over: change}]
        levers:
          - {{lever}}
        """;

    private static string[] Alerts(string person, StudyFile study, bool all = false)
    {
        KnownPerson known = new(Library.Traits, Installation.Answers(person));
        return [.. known.Alerts(Library, Arm.Of(study, known.Levers(study, all))).Select(a => a.Id)];
    }

    [Theory]
    [InlineData("probiotic_lactobacillus", "conditions: [central_line]", "SAFE-PROB-02")]
    [InlineData("vitamin_d_100000_fortnightly", "conditions: [calcium_supplement]", "SAFE-VITD-02")]
    [InlineData("restoration", "treatment: anti_cd20", "SAFE-PROB-04")]
    [InlineData("inulin", "conditions: [stricture]", "SAFE-FIBR-01")]
    public void A_study_that_renames_its_lever_and_gives_it_no_tags_and_no_amounts_hides_nothing(string intervention, string person, string row)
    {
        string lever = $"{{id: harmless, label: Harmless, interventions: [{intervention}], harms: none, evidence_mark: low, evidence_text: t, tags: [], amounts: {{vitamin_d: 0}}}}";
        Assert.Contains(row, Alerts(person, StudyFileReader.Read(YamlFile.Parse("study.yaml", Study(lever)))));
    }

    [Fact]
    public void Tags_and_amounts_of_a_study_add_to_what_an_intervention_brings()
    {
        string lever = "{id: a, label: A, interventions: [less_stress], harms: none, evidence_mark: low, evidence_text: t, tags: [restrictive], amounts: {vitamin_d: 5000}}";
        string[] alerts = Alerts("conditions: [eating_disorder]", StudyFileReader.Read(YamlFile.Parse("study.yaml", Study(lever))));
        Assert.Equal(["SAFE-DIET-02", "SAFE-VITD-01"], alerts);
    }

    [Theory]
    [InlineData("alerts: no")]
    [InlineData("safety: off")]
    [InlineData("hide_alerts: yes")]
    public void No_key_of_a_study_or_a_questionnaire_speaks_of_alerts(string line)
    {
        string lever = "{id: a, label: A, interventions: [inulin], harms: none, evidence_mark: low, evidence_text: t}";
        string key = line[..line.IndexOf(':', StringComparison.Ordinal)];
        Assert.Contains($"line 6: the key '{key}' is unknown", Installation.Fault(() => StudyFileReader.Read(YamlFile.Parse("s.yaml", Study(lever) + "\n" + line + "\n"))), StringComparison.Ordinal);
        Assert.Contains($"line 1: the key '{key}' is unknown", Installation.Fault(() => Installation.Answers(line)), StringComparison.Ordinal);
    }

    /// <summary>A new option of a request must be thought over here: may it hide an alert?</summary>
    [Fact]
    public void The_options_of_a_request_are_these() => Assert.Equal(
        ["All", "OutDir", "QuestionnairePath", "RootPath", "SampleId", "Seed", "StudyPath", "TablePath", "Threads", "Twins"],
        typeof(PersonStudyRequest).GetProperties(BindingFlags.Instance | BindingFlags.Public).Select(p => p.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Showing_all_levers_only_adds_alerts()
    {
        string person = "{conditions: [eating_disorder, insulin, central_line, stricture], height: 170 cm, weight: 50 kg, vitamin_d: 160 nmol/L}";
        string[] some = Alerts(person, Installation.Study), more = Alerts(person, Installation.Study, all: true);
        Assert.Empty(some.Except(more));
        Assert.Contains("SAFE-DIET-01", some);
    }

    [Fact]
    public void Conditions_that_were_not_given_are_said_to_be_missing()
    {
        string Missing(string yaml) => string.Join('|', new KnownPerson(Library.Traits, Installation.Answers(yaml)).Drawn(Installation.Study).Select(d => $"{d.Label}: {d.Why}"));
        Assert.Contains("conditions: not given: alerts that depend on them cannot appear", Missing("age: 40"), StringComparison.Ordinal);
        Assert.Contains("conditions: not given", Missing("conditions:"), StringComparison.Ordinal);
        Assert.Contains("conditions: not given", Missing("conditions: unknown"), StringComparison.Ordinal);
        foreach (string said in new[] { "conditions: []", "conditions: none", "conditions: [fever]" }) Assert.DoesNotContain("conditions:", Missing(said), StringComparison.Ordinal);
    }
}
