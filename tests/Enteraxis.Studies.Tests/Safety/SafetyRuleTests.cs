using Enteraxis.Studies.People;
using Enteraxis.Studies.Safety;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Tests.Safety;

public sealed class SafetyRuleTests
{
    private static ScienceLibrary Library => Installation.Library;

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, SafetyCases.All.Length)];

    /// <summary>One arm with the interventions and nothing a study could say about them.</summary>
    private static IReadOnlyList<Alert> Alerts(string yaml, params string[] interventions) =>
        new KnownPerson(Library.Traits, Installation.Answers(yaml)).Alerts(Library, [new Arm("as_now", [], null), new Arm("an_arm", interventions, null)]);

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_row_fires_for_whom_it_is_made_and_not_for_the_next_best(int number)
    {
        SafetyCases.Case c = SafetyCases.All[number];
        Assert.Contains(Alerts(c.Fires, c.Interventions), a => a.Id == c.Row);
        Assert.DoesNotContain(Alerts(c.Misses, c.MissesInterventions), a => a.Id == c.Row);
    }

    [Fact]
    public void Every_row_of_the_table_has_a_case_and_every_case_a_row()
    {
        string[] rows = [.. Library.Safety.Select(r => r.Id)];
        Assert.Empty(rows.Except(SafetyCases.All.Select(c => c.Row)));
        Assert.Empty(SafetyCases.All.Select(c => c.Row).Except(rows));
    }

    [Fact]
    public void A_healthy_answer_to_everything_fires_only_what_belongs_to_the_intervention_itself()
    {
        string[] all = [.. Library.Interventions.Rows.Select(r => r.Intervention).Distinct()];
        string[] fired = [.. Alerts("{age: 40, conditions: [], treatment: none, vitamin_d: 60 nmol/L, alcohol: 2 units/week, edss: 1}", all).Select(a => a.Id)];
        Assert.Equal(["SAFE-VITD-01", "SAFE-PROB-03"], fired);
    }

    [Fact]
    public void Doses_above_4000_IU_a_day_belong_only_under_medical_supervision()
    {
        Alert alert = Assert.Single(Alerts("age: 40", "vitamin_d_100000_fortnightly"));
        Assert.Contains("only under medical supervision", alert.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("new_symptoms")]
    [InlineData("fever")]
    public void A_red_flag_says_call_the_team(string flag) =>
        Assert.Contains(Alerts($"conditions: [{flag}]"), a => a.Reason.Contains("call the team", StringComparison.Ordinal));

    [Fact]
    public void New_symptoms_stop_and_check_before_all_else() =>
        Assert.Equal("Stop and check", Alerts("conditions: [pregnancy, new_symptoms, fever]")[0].Word);

    [Fact]
    public void Stop_and_check_stands_before_ask_first_and_the_order_of_the_table_holds_within()
    {
        IReadOnlyList<Alert> alerts = Alerts("conditions: [" + string.Join(", ", Library.Traits.Find("conditions")!.Choices.Select(c => c.Word)) + "]",
            [.. Library.Interventions.Rows.Select(r => r.Intervention).Distinct()]);
        string[] table = [.. Library.Safety.Select(r => r.Id)];
        Assert.True(alerts.Count >= 20);
        Assert.Equal(alerts.OrderBy(a => a.Word == "Stop and check" ? 0 : 1).ThenBy(a => Array.IndexOf(table, a.Id)).Select(a => a.Id), alerts.Select(a => a.Id));
    }

    [Fact]
    public void Every_condition_of_the_questionnaire_changes_some_alert()
    {
        string[] all = [.. Library.Interventions.Rows.Select(r => r.Intervention).Distinct()];
        string[] without = [.. Alerts("conditions: []", all).Select(a => a.Id)];
        foreach (TraitChoice condition in Library.Traits.Find("conditions")!.Choices)
            Assert.NotEqual(without, Alerts($"conditions: [{condition.Word}]", all).Select(a => a.Id));
    }

    [Fact]
    public void What_the_person_takes_already_counts_on_top_of_the_largest_arm_and_arms_do_not_add_up()
    {
        KnownPerson known = new(Library.Traits, Installation.Answers("vitamin_d_supplement: 1500 IU/day"));
        bool Fires(params Arm[] arms) => known.Alerts(Library, arms).Any(a => a.Id == "SAFE-VITD-01");
        Assert.False(Fires(new Arm("a", ["vitamin_d_2000"], null), new Arm("b", ["vitamin_d_2000"], null)));
        Assert.True(Fires(new Arm("a", ["vitamin_d_4000"], null)));
    }

    [Fact]
    public void Every_evidence_id_that_a_rule_cites_exists() =>
        Assert.Empty(Library.Safety.SelectMany(r => EvidenceTable.IdsIn(r.Evidence)).Where(id => Library.Evidence.Find(id) is null));
}
