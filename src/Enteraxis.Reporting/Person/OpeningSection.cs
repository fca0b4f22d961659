using System.Globalization;
using Enteraxis.Reporting.Text;
using Enteraxis.Studies.People;

namespace Enteraxis.Reporting.Person;

/// <summary>Who, what this page is and is not, alerts, three numbers, and which levers can be told apart from nothing.</summary>
internal static class OpeningSection
{
    public static void Write(Html page, PersonStudyResult r, string title)
    {
        page.Element("h1", title);
        page.Element("div", string.Create(CultureInfo.InvariantCulture, $"{r.PersonLine} · {r.SampleLine} · {r.Twins} twins, seed {r.Seed}, effective sample size {r.EffectiveSampleSize:F0} of {r.BankSize:N0} simulated pasts"), "sub");
        page.Line($"<div class=\"note\" role=\"note\"><p><b>For research and teaching.</b> {Html.Escape(r.CalibrationSentence)} Nothing here says what anyone should take, stop or delay. A treated person keeps the treatment in every course shown.</p>");
        if (r.Notices.Count > 0)
        {
            page.Line("<ul>");
            foreach (string notice in r.Notices) page.Element("li", notice);
            page.Line("</ul>");
        }
        page.Line("</div>");
        foreach (Alert a in r.Alerts)
            page.Line($"<div class=\"note alert\" id=\"alert-{Html.Escape(a.Id)}\" role=\"note\"><b><span aria-hidden=\"true\">⚠</span> {Html.Escape(a.Word)} · {Html.Escape(a.Title)}.</b> {Html.Escape(a.Reason)} {Anchors.Evidence(a.Evidence)}</div>");
        page.Line("<section class=\"three\" aria-label=\"The answer in three numbers\">");
        foreach (HeadlineNumber h in r.Headlines)
        {
            string value = $"<div class=\"big\" style=\"color:{Hue.Of(h.Hue)}\">{Html.Escape(h.Value)}</div><div class=\"sub\">{Html.Escape(h.Interval)}</div><div class=\"sub\">{Html.Escape(h.Note)}</div>";
            page.Line(h.IsPrognosis
                ? $"<details class=\"card\"><summary>{Html.Escape(h.Label)}: show</summary>{value}</details>"
                : $"<div class=\"card\"><div class=\"sub\">{Html.Escape(h.Label)}</div>{value}</div>");
        }
        page.Line("</section>");
        if (AnswerOfTheLevers(r.Levers) is { } answer) page.Line($"<p id=\"answer\">{Html.Escape(answer)} <a href=\"#levers\">Every lever with its harms</a></p>");
    }

    /// <summary>Which levers can be told apart from no change in the first read-out; null where nothing was compared.</summary>
    internal static string? AnswerOfTheLevers(IReadOnlyList<LeverResult> levers)
    {
        (string Label, LeverEffect Effect)[] first = [.. levers.Where(l => l.Effects.Count > 0).Select(l => (l.Label, l.Effects[0]))];
        if (first.Length == 0) return null;
        (string Label, LeverEffect Effect)[] told = [.. first.Where(x => !x.Effect.CannotTell)];
        string over = $"{first[0].Effect.Label}: ";
        if (told.Length == 0) return $"{over}the model cannot tell any of the {first.Length} levers apart from no change.";
        string list = string.Join("; ", told.Select(x => $"{x.Label} ({Change(x.Effect)})"));
        string rest = first.Length == told.Length ? "" : string.Create(CultureInfo.InvariantCulture, $" For the other {first.Length - told.Length} the model cannot tell.");
        return string.Create(CultureInfo.InvariantCulture, $"{over}{told.Length} of {first.Length} levers can be told apart from no change, under these assumptions, with the parameters' 90 %: {list}.{rest}");
    }

    // In percent of the course as it is: a change of 0.03 says nothing to someone who does not know of how many.
    private static string Change(LeverEffect e) => Math.Abs(e.AsNow) > 1e-9
        ? $"{NumberFormat.SignedPercent(e.Difference / Math.Abs(e.AsNow))}, {NumberFormat.Signed(100 * e.ParametersLow / Math.Abs(e.AsNow))} to {NumberFormat.SignedPercent(e.ParametersHigh / Math.Abs(e.AsNow))}"
        : $"{NumberFormat.Signed(e.Difference)}, {NumberFormat.Signed(e.ParametersLow)} to {NumberFormat.Signed(e.ParametersHigh)}";
}
