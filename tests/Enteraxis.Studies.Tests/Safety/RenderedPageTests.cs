using System.Net;
using System.Text.RegularExpressions;
using Enteraxis.Reporting.Person;
using Enteraxis.Studies.People;
using Enteraxis.Studies.Safety;
using Enteraxis.Studies.Tests.People;

namespace Enteraxis.Studies.Tests.Safety;

/// <summary>The page itself, with the levers, alerts and phrases of this checkout on the numbers of the small study.</summary>
public sealed class RenderedPageTests
{
    private static readonly ForbiddenPhrases Phrases = Installation.Library.Forbidden;

    private static PersonStudyResult Result()
    {
        using SmallStudy small = new();
        PersonStudyResult r = small.Run("run");
        KnownPerson known = new(Installation.Library.Traits, Installation.Answers("conditions: [" + string.Join(", ", Installation.Library.Traits.Find("conditions")!.Choices.Select(c => c.Word)) + "]"));
        return r with
        {
            Alerts = known.Alerts(Installation.Library, Arm.Of(Installation.Study, known.Levers(Installation.Study, all: true))), DrawnTraits = known.Drawn(Installation.Study),
            PersonLine = known.Line(Installation.Study.PersonLine), Evidence = [.. Installation.Library.Evidence.Rows.Select(e => new EvidenceNote(e.Id, e.Claim, e.ValueText, e.Source, e.Doi, e.Status))],
            Levers = [.. Installation.Study.Levers.Select(l => r.Levers[0] with { Id = l.Id, Label = l.Label, Harms = l.Harms, EvidenceText = l.EvidenceText, EvidenceIds = l.EvidenceIds, ResearchOnly = l.ResearchOnly })],
            Parameters = [.. Installation.Library.Parameters.Rows.Select(p => new ParameterNote(p.Name, p.Value, p.Unit, p.BetweenPeopleText, p.UncertaintyText, p.Status, p.Evidence, p.Note))],
        };
    }

    /// <summary>Text between tags, one a block, as a reader sees it.</summary>
    private static string[] Texts(string page)
    {
        string body = Regex.Replace(page, @"<(style|script)[^>]*>.*?</\1>", " ", RegexOptions.Singleline | RegexOptions.CultureInvariant);
        string inline = Regex.Replace(body, @"</?(b|i|em|strong|span|a|sub|sup|tspan)(\s[^>]*)?>", "", RegexOptions.CultureInvariant);
        return [.. Regex.Split(inline, "<[^>]*>").Select(WebUtility.HtmlDecode).Where(t => !string.IsNullOrWhiteSpace(t)).Select(t => t!.Trim())];
    }

    [Fact]
    public void No_text_of_the_rendered_page_says_what_it_may_not()
    {
        string[] texts = Texts(PersonReport.Render(Result()));
        Assert.True(texts.Length > 500);
        Assert.Empty(texts.Select(Phrases.Fault).Where(f => f is not null));
    }

    [Fact]
    public void Every_alert_stands_on_the_page_with_its_reason_unfolded_before_the_numbers()
    {
        PersonStudyResult r = Result();
        string page = PersonReport.Render(r);
        Assert.True(r.Alerts.Count > 20);
        int numbers = page.IndexOf("The answer in three numbers", StringComparison.Ordinal), folded = page.IndexOf("<details", StringComparison.Ordinal);
        Assert.True(numbers > 0);
        string[] texts = Texts(page[..numbers]);
        foreach (Alert a in r.Alerts) Assert.Contains(texts, t => t.Contains(a.Title, StringComparison.Ordinal) && t.Contains(a.Reason, StringComparison.Ordinal));
        Assert.True(folded < 0 || folded > numbers);
    }
}
