using Enteraxis.Numerics.Tables;
using System.Text.RegularExpressions;
using Enteraxis.Studies.People;
using Enteraxis.Studies.Safety;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Tests.Safety;

public sealed class ForbiddenPhraseTests
{
    private static readonly ForbiddenPhrases Phrases = Installation.Library.Forbidden;

    /// <summary>What a page must never say. Each expression of the table must match at least one.</summary>
    public static TheoryData<string> Bad =>
    [
        "With this profile you should eat more fibre.", "We recommend vitamin D.", "Doctors strongly advise it.", "A low-fat diet is recommended in MS.", "Fibre helps. Take it with meals.",
        "Avoid sugar.", "Many start taking propionate early.", "One can take 4,000 IU.", "People who stop taking interferon did well.", "Discontinue the disease-modifying treatment.",
        "It may be time to come off your infusions.", "Some delay the next infusion.", "Few would skip your dose.", "At this level you no longer need a drug.", "Diet instead of disease-modifying therapy.",
        "A natural alternative to treatment.", "Fasting reverses multiple sclerosis.", "This will prevent lesions.", "Vitamin D slows progression.", "Propionate is proven to work.",
        "We found that inulin really works.", "Probiotics are safe for everyone.", "It has no side effects.", "The most effective diet is the third.", "Of all, sleep works best.",
        "Alcohol protects nerve cells.", "The benefits of alcohol are small.", "Your prognosis is good.", "In two years you will have three lesions.", "With this your risk falls.",
        "There is no need to call the team.", "There is no need for a doctor.", "It is fine to wait before calling.",
    ];

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_bad_sentence_is_found_with_the_reason(string sentence) => Assert.NotNull(Phrases.Fault(sentence));

    [Fact]
    public void Every_expression_matches_a_bad_sentence_and_says_why()
    {
        Assert.True(Phrases.Phrases.Count >= 20);
        Assert.Empty(Phrases.Phrases.Where(p => !Bad.Any(b => p.Pattern.IsMatch(b.Data))).Select(p => p.Pattern.ToString()));
        Assert.DoesNotContain(Phrases.Phrases, p => string.IsNullOrWhiteSpace(p.Why));
    }

    [Theory]
    [InlineData("New weakness that lasts more than 24 hours: call the team today.")]
    [InlineData("Doses above 4,000 IU a day belong only under medical supervision.")]
    [InlineData("Stopping smoking")]
    [InlineData("This is unproven.")]
    [InlineData("A treated person keeps the treatment in every course shown.")]
    [InlineData("Nothing here says what anyone should take, stop or delay.")]
    [InlineData("The team that gives the treatment knows the risk.")]
    [InlineData("Stop and check")]
    public void A_plain_sentence_passes(string sentence) => Assert.Null(Phrases.Fault(sentence));

    [Fact]
    public void Case_line_ends_blanks_and_printed_apostrophes_hide_nothing()
    {
        Assert.NotNull(Phrases.Fault("One thing.\nAvoid sugar."));
        Assert.NotNull(Phrases.Fault("What you  should\tdo."));
        Assert.NotNull(Phrases.Fault("Then people don’t need the drug."));
        Assert.NotNull(Phrases.Fault("YOU SHOULD stay."));
        Assert.NotNull(Phrases.Fault("One thing.\nYou should stay."));
    }

    [Fact]
    public void The_sentence_of_a_refusal_names_the_words_and_the_remedy()
    {
        string message = Installation.Fault(() => Phrases.Check(["A good one.", "You must run."]));
        Assert.Contains("'You must' directs a person", message, StringComparison.Ordinal);
        Assert.Contains("Reword it", message, StringComparison.Ordinal);
    }

    /// <summary>Texts of the tables that a page or a list shows; the rest are names, numbers and units.</summary>
    public static TheoryData<string, string> Columns => new()
    {
        { "models/parameters.tsv", "note" }, { "models/readouts.tsv", "label" }, { "models/readouts.tsv", "definition" }, { "models/arrows.tsv", "label" }, { "models/presets.tsv", "note" },
        { "models/traits.tsv", "label" }, { "models/traits.tsv", "choices" }, { "models/traits.tsv", "note" }, { "models/interventions.tsv", "label" }, { "models/interventions.tsv", "note" },
        { "models/doses.tsv", "label" }, { "models/gut/guilds.tsv", "label" }, { "models/gut/guilds.tsv", "description" }, { "models/gut/taxa.tsv", "note" },
        { "models/gut/named_taxa.tsv", "what_is_known" }, { "evidence/evidence.tsv", "claim" }, { "evidence/evidence.tsv", "value" }, { "evidence/safety.tsv", "title" },
        { "evidence/safety.tsv", "reason" }, { "evidence/safety.tsv", "word" }, { "evidence/safety_classes.tsv", "note" }, { "evidence/certainty.tsv", "meaning" },
        { "evidence/calibration_targets.tsv", "note" }, { "models/left_out.tsv", "left_out" }, { "models/left_out.tsv", "why" },
    };

    [Theory]
    [MemberData(nameof(Columns))]
    public void No_text_of_a_table_says_what_it_may_not(string table, string column)
    {
        TsvTable t = TsvTable.Read(Installation.PathOf(table.Split('/')), column);
        Assert.NotEmpty(t.Rows);
        Assert.Empty(t.Rows.Select(r => (r.Line, Fault: Phrases.Fault(r[column]))).Where(x => x.Fault is not null).Select(x => $"line {x.Line}: {x.Fault}"));
    }

    [Fact]
    public void No_sentence_of_the_study_says_what_it_may_not()
    {
        string[] sentences = [.. Sentences.Of(Installation.Study)];
        Assert.Contains(sentences, s => s.StartsWith("Gas and bloating", StringComparison.Ordinal));
        Assert.Empty(sentences.Select(Phrases.Fault).Where(f => f is not null));
    }

    /// <summary>Sentences that the program itself puts together: every text in quotes of the two projects that write pages.</summary>
    [Theory]
    [InlineData("Enteraxis.Studies")]
    [InlineData("Enteraxis.Reporting")]
    public void No_text_in_the_source_of_a_page_says_what_it_may_not(string project)
    {
        Regex quoted = new(@"""((?:[^""\\\n]|\\.){12,})""", RegexOptions.CultureInvariant);
        string[] files = [.. Directory.EnumerateFiles(Installation.PathOf("src", project), "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains("obj", StringComparison.Ordinal) && !f.EndsWith("Reader.cs", StringComparison.Ordinal))];
        string[] texts = [.. files.SelectMany(f => File.ReadLines(f).Where(l => !l.Contains("InputException", StringComparison.Ordinal) && !l.Contains("Fault(", StringComparison.Ordinal) && !l.TrimStart().StartsWith("//", StringComparison.Ordinal)))
            .SelectMany(l => quoted.Matches(l).Select(m => m.Groups[1].Value))];
        Assert.True(texts.Length > 30);
        Assert.Empty(texts.Select(Phrases.Fault).Where(f => f is not null));
    }
}
