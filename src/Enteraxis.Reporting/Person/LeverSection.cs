using System.Globalization;
using Enteraxis.Reporting.Figures;
using Enteraxis.Reporting.Text;
using Enteraxis.Studies.People;

namespace Enteraxis.Reporting.Person;

/// <summary>Levers on the same twins: a forest plot of the first read-out, tables of all, harms and evidence beside each.</summary>
internal static class LeverSection
{
    public static void Write(Html page, PersonStudyResult r)
    {
        page.Line("<h2 id=\"levers\">Levers on the same twins</h2>");
        page.Element("p", "Each lever is simulated on the same people with the same random events, so that a difference is the lever's. The order is the study file's; it is no ranking.", "sub");
        string[] readouts = [.. r.Levers.SelectMany(l => l.Effects.Select(e => e.ReadOut)).Distinct()];
        for (int i = 0; i < readouts.Length; i++)
        {
            (LeverResult Lever, LeverEffect Effect)[] rows = [.. r.Levers.SelectMany(l => l.Effects.Where(e => e.ReadOut == readouts[i]).Select(e => (l, e)))];
            if (i == 1) page.Line("<details class=\"card\"><summary><b>The same for the other read-outs</b></summary>");
            if (i == 0) page.Line("<div class=\"card scroll\">");
            page.Line(ForestFigure.Draw(rows, Finding(rows), Subtitle(rows[0].Effect)));
            if (i == 0) page.Line("</div>");
        }
        if (readouts.Length > 1) page.Line("</details>");
        Harms(page, r.Levers);
        Numbers(page, r.Levers);
    }

    private static string Subtitle(LeverEffect e) =>
        $"{e.Label}{(e.Unit is "" or "1" ? "" : ", " + e.Unit)}, over two years against the own twin; thick: between people, thin: parameters, 90 %";

    /// <summary>What the figure shows, said from its own numbers.</summary>
    private static string Finding((LeverResult Lever, LeverEffect Effect)[] rows)
    {
        int told = rows.Count(x => !x.Effect.CannotTell);
        return told == 0 ? $"None of {rows.Length} can be told apart from no change"
            : told == rows.Length ? $"All {rows.Length} can be told apart from no change, under these assumptions"
            : string.Create(CultureInfo.InvariantCulture, $"{told} of {rows.Length} can be told apart from no change, under these assumptions");
    }

    private static void Harms(Html page, IReadOnlyList<LeverResult> levers)
    {
        page.Line("<div class=\"card scroll\"><table class=\"stack\" role=\"table\"><caption>Harms and evidence</caption><thead role=\"rowgroup\"><tr role=\"row\"><th scope=\"col\">Lever</th><th scope=\"col\">Harms and burdens</th><th scope=\"col\">Evidence that it changes the course</th></tr></thead><tbody role=\"rowgroup\">");
        foreach (LeverResult l in levers)
            page.Line($"<tr role=\"row\" id=\"lever-{Anchors.Slug(l.Id)}\"><th scope=\"row\" role=\"rowheader\">{Html.Escape(l.Label)}{(l.ResearchOnly ? " <span class=\"tag\">research only</span>" : "")}</th><td role=\"cell\">{Html.Escape(l.Harms)}</td>"
                + $"<td role=\"cell\">{EvidenceMarks.WithWord(l.EvidenceMark)}: {Html.Escape(l.EvidenceText)} {Anchors.Evidence(l.EvidenceIds)}</td></tr>");
        page.Line("</tbody></table></div>");
    }

    private static void Numbers(Html page, IReadOnlyList<LeverResult> levers)
    {
        page.Line("<details class=\"card\"><summary><b>The numbers behind the pictures</b></summary><div class=\"scroll\"><table><caption class=\"unseen\">Levers and read-outs with both intervals</caption><thead><tr><th scope=\"col\">Lever</th><th scope=\"col\">Read-out</th><th scope=\"col\">As now</th><th scope=\"col\">With it</th><th scope=\"col\">Change</th><th scope=\"col\">Between people (90 %)</th><th scope=\"col\">Parameters (90 %)</th></tr></thead><tbody>");
        foreach (LeverResult l in levers)
            foreach (LeverEffect e in l.Effects)
                page.Line($"<tr><th scope=\"row\">{Html.Escape(l.Label)}</th><td>{Html.Escape(e.Label)}{(e.Unit is "" or "1" ? "" : ", " + Html.Escape(e.Unit))}</td><td class=\"n\">{NumberFormat.Two(e.AsNow)}</td><td class=\"n\">{NumberFormat.Two(e.With)}</td>"
                    + $"<td class=\"n\">{NumberFormat.Signed(e.Difference)}{(Relative(e) is { Length: > 0 } rel ? $" ({rel})" : "")}{(e.CannotTell ? " <span class=\"tag\">cannot tell</span>" : "")}</td>"
                    + $"<td class=\"n\">{NumberFormat.Signed(e.PeopleLow)} to {NumberFormat.Signed(e.PeopleHigh)}</td><td class=\"n\">{NumberFormat.Signed(e.ParametersLow)} to {NumberFormat.Signed(e.ParametersHigh)}</td></tr>");
        page.Line("</tbody></table></div></details>");
    }

    private static string Relative(LeverEffect e) => Math.Abs(e.AsNow) > 1e-9 ? NumberFormat.SignedPercent(e.Difference / Math.Abs(e.AsNow)) : "";
}
