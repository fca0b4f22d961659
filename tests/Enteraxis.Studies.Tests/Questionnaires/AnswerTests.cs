using Enteraxis.Studies.People;

namespace Enteraxis.Studies.Tests.Questionnaires;

public sealed class AnswerTests
{
    /// <summary>One answer on line 2 of a questionnaire, between others.</summary>
    private static Questionnaire Read(string line) => Installation.Answers("sex: female\n" + line + "\ncourse: rrms\n");

    [Theory]
    [InlineData("vitamin_d: 48 nmol/L", "vitamin_d", 48)]
    [InlineData("vitamin_d: 20 ng/mL", "vitamin_d", 49.92)]
    [InlineData("vitamin_d: \"48nmol/L\"", "vitamin_d", 48)]
    [InlineData("vitamin_d: 8 nmol/L confirmed", "vitamin_d", 8)]
    [InlineData("height: 1.68 m", "height", 168)]
    [InlineData("height: 168", "height", 168)]
    [InlineData("weight: 154 lb", "weight", 69.8544)]
    [InlineData("edss: 0", "edss", 0)]
    [InlineData("edss: 1.0", "edss", 1)]
    [InlineData("edss: 9.5 points", "edss", 9.5)]
    [InlineData("vitamin_d_supplement: 0", "vitamin_d_supplement", 0)]
    [InlineData("vitamin_d_supplement: 0 IU/day", "vitamin_d_supplement", 0)]
    [InlineData("vitamin_d_supplement: 25 ug/day", "vitamin_d_supplement", 1000)]
    [InlineData("tobacco: 0", "tobacco", 0)]
    [InlineData("exercise: 150 min/week", "exercise", 10.005)]
    [InlineData("exercise: 0", "exercise", 0)]
    [InlineData("alcohol: +4 units/week", "alcohol", 4)]
    [InlineData("mediterranean_score: 14", "mediterranean_score", 14)]
    public void An_answer_is_read_in_the_units_of_the_table(string line, string key, double value) => Assert.Equal(value, Read(line).Numbers[key], 1e-9);

    [Fact]
    public void A_choice_is_kept_as_word_and_as_number()
    {
        Questionnaire answers = Read("stress: high");
        Assert.Equal(("high", 3.0), (answers.Words["stress"], answers.Numbers["stress"]));
    }

    [Theory]
    [InlineData("cigarettes: 5", "the key 'cigarettes' is unknown; known are age, sex")]
    [InlineData("Fibre: 20", "the key 'Fibre' is unknown")]
    [InlineData("weight: 70 stone", "unknown unit 'stone'; write kg or lb.")]
    [InlineData("edss: 2 marks", "unknown unit 'marks'; write points.")]
    [InlineData("vitamin_d: 48", "has no unit. Is it nmol/L or ng/mL? Write the number with its unit, for example 'vitamin_d: 87 nmol/L'.")]
    [InlineData("vitamin_d: 75 ng/mL", "is unusual for 25-hydroxyvitamin D. Was 75 nmol/L meant? If it is right, write 'vitamin_d: 75 ng/mL confirmed'.")]
    [InlineData("vitamin_d: 12 nmol/L", "Was 12 ng/mL meant?")]
    [InlineData("vitamin_d: 900 ng/mL", "is impossible; 25-hydroxyvitamin D lies between 5 and 400 nmol/L.")]
    [InlineData("vitamin_d: 0 nmol/L", "is impossible")]
    [InlineData("vitamin_d: 900 nmol/L confirmed", "is impossible")]
    [InlineData("vitamin_d: 75 mg/dL", "unknown unit 'mg/dL'; write nmol/L or ng/mL.")]
    [InlineData("vitamin_d_supplement: 1000", "has no unit. Is it IU/day or ug/day?")]
    [InlineData("vitamin_d_supplement: 25 IU/day", "Was 25 ug/day meant?")]
    [InlineData("vitamin_d_supplement: 1000 ug/day", "Was 1000 IU/day meant?")]
    [InlineData("exercise: 150", "has no unit. Is it MET h/week or min/week?")]
    [InlineData("height: 1.68", "Was 1.68 m meant?")]
    [InlineData("height: 168 m", "Was 168 cm meant?")]
    [InlineData("age: 240", "'age: 240' is impossible; age lies between 16 and 100 years.")]
    [InlineData("age: 15", "is impossible")]
    [InlineData("edss: 3.3", "'edss: 3.3' does not exist; EDSS goes from 0 to 10 in steps of 0.5, without 0.5.")]
    [InlineData("edss: 0.5", "does not exist")]
    [InlineData("edss: 10.5", "is impossible")]
    [InlineData("edss: -1", "is impossible")]
    [InlineData("mediterranean_score: 15", "is impossible; 14-item Mediterranean score lies between 0 and 14 points.")]
    [InlineData("mediterranean_score: 7.5", "does not exist")]
    [InlineData("relapses_last_two_years: 1.5", "does not exist")]
    [InlineData("tobacco: -5", "is impossible; cigarettes a day lies between 0 and 100 cigarettes/day.")]
    [InlineData("weight: [70, 71]", "'weight' takes one value, not a list or a group")]
    [InlineData("weight: {kg: 70}", "'weight' takes one value, not a list or a group")]
    [InlineData("weight: seventy", "does not begin with a number; write for example 'weight: 88 kg'.")]
    [InlineData("weight: nan", "does not begin with a number")]
    [InlineData("weight: −70 kg", "does not begin with a number")]
    [InlineData("weight: 70,5 kg", "is not clear; write the number with a point")]
    [InlineData("vitamin_d_supplement: 1,000 IU/day", "is not clear")]
    [InlineData("weight: 1 000", "is not clear")]
    [InlineData("weight: 1.2.3 kg", "does not begin with a number")]
    [InlineData("fibre: 1e3 g/day", "unknown unit")]
    [InlineData("stress: some", "'stress: some' is unknown; write one of low, usual, high.")]
    [InlineData("stress: |\n  low\n  high", "'stress: low high' is unknown")]
    [InlineData("conditions: [kidney_stones, thiazid]", "'conditions: thiazid' is unknown")]
    [InlineData("conditions: kidney_stones thiazide", "is unknown; write one of kidney_stones")]
    [InlineData("conditions: {kidney_stones: yes}", "'conditions' takes a list")]
    [InlineData("conditions: [[fever]]", "'conditions' takes a list of words")]
    [InlineData("sex: male", "the key 'sex' stands twice; keep one.")]
    [InlineData("bmi: 24", "the key 'bmi' is unknown")]
    public void A_bad_answer_gets_one_sentence_with_its_line(string line, string says)
    {
        string message = Installation.Fault(() => Read(line));
        Assert.StartsWith("person.yaml, line 2: ", message, StringComparison.Ordinal);
        Assert.Contains(says, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void Height_and_weight_that_do_not_go_together_are_refused()
    {
        string message = Installation.Fault(() => Installation.Answers("age: 34\nheight: 198 cm\nweight: 36 kg"));
        Assert.Equal("person.yaml, line 2: weight and height give a body mass index of 9.2, which is impossible; it lies between 10 and 80. Check the units of both.", message);
    }

    /// <summary>What a sentence offers as the remedy must itself be accepted.</summary>
    [Theory]
    [InlineData("vitamin_d: 75 ng/mL")]
    [InlineData("vitamin_d: 8 nmol/L")]
    [InlineData("sleep: 15 hours")]
    [InlineData("fibre: 110 g/day")]
    [InlineData("vitamin_d_supplement: 30000 IU/day")]
    [InlineData("vitamin_d: 48")]
    [InlineData("exercise: 30")]
    [InlineData("weight: seventy")]
    [InlineData("relapses_last_two_years: few")]
    [InlineData("edss: low")]
    public void The_remedy_of_a_sentence_works(string line)
    {
        string message = Installation.Fault(() => Read(line));
        int from = message.LastIndexOf(" '", StringComparison.Ordinal) + 2;
        string remedy = message[from..message.LastIndexOf('\'')];
        Assert.Single(Installation.Answers(remedy).Numbers);
    }

    [Theory]
    [InlineData("weight:")]
    [InlineData("weight: ~")]
    [InlineData("weight: null")]
    [InlineData("weight: \"\"")]
    [InlineData("weight: unknown")]
    public void An_empty_or_unknown_answer_is_not_given(string line) => Assert.False(Read(line).Has("weight"));

    [Fact]
    public void Every_answer_that_is_missing_is_named_with_what_is_done_instead()
    {
        string[] missing = [.. new KnownPerson(Installation.Library.Traits, Installation.Answers("age: 34")).Drawn(Installation.Study).Select(d => $"{d.Label}: {d.Why}")];
        Assert.Equal(Installation.Library.Traits.Rows.Count(t => t.Kind != Enteraxis.Studies.Tables.TraitKind.Derived) - 1, missing.Length);
        Assert.Contains("EDSS: not given: the past was not conditioned on it", missing);
        Assert.Contains("fibre: not given: left at the model's own spread between people", missing);
        Assert.Contains("sex: not given: drawn from the population (EV-NH-051)", missing);
        Assert.Contains("treatment: not given: taken as untreated", missing);
        Assert.Contains("cigarettes a day: not given: taken as 0 cigarettes/day", missing);
        Assert.Contains("height: not given: drawn from the population", missing);
    }

    [Fact]
    public void The_example_questionnaire_is_read_in_full()
    {
        Questionnaire answers = QuestionnaireReader.Read(Installation.PathOf("examples", "newly-diagnosed.yaml"), Installation.Library.Traits);
        Assert.Empty(new KnownPerson(Installation.Library.Traits, answers).Drawn(Installation.Study));
    }
}
