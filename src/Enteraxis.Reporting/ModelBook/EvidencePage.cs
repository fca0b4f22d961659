using Enteraxis.Numerics.Tables;
using Enteraxis.Reporting.Person;
using Enteraxis.Reporting.Text;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Reporting.ModelBook;

/// <summary>Every published figure: first where sources disagree, side by side, then all rows with the reasons of their certainty and what rests on them, then the ladder.</summary>
internal static class EvidencePage
{
    public static BookPage Render(BookContents book, BookLinks links)
    {
        Html page = new();
        EvidenceTable evidence = book.Library.Evidence;
        Dictionary<string, List<string>> uses = Uses(book, links);
        page.Line("<p>Certainty follows from a design and written reasons by the <a href=\"#ladder\">ladder</a>. <b>Recalled</b> rows: their paper was not opened. <b>Context</b> rows steer nothing.</p>");
        DisagreementSection.Write(page, evidence);
        page.Line($"<h2 id=\"all\">All {evidence.Rows.Count} rows</h2><div class=\"scroll\"><table class=\"stack\" role=\"table\"><caption class=\"unseen\">Evidence</caption><thead role=\"rowgroup\"><tr role=\"row\"><th scope=\"col\" role=\"columnheader\">Row</th><th scope=\"col\" role=\"columnheader\">What it says</th><th scope=\"col\" role=\"columnheader\">Size</th><th scope=\"col\" role=\"columnheader\">Certainty</th><th scope=\"col\" role=\"columnheader\">Source</th><th scope=\"col\" role=\"columnheader\">Used by</th></tr></thead><tbody role=\"rowgroup\">");
        foreach (EvidenceRow e in evidence.Rows)
            page.Line($"<tr role=\"row\" id=\"{Anchors.EvidenceTarget(e.Id)}\"><th scope=\"row\" role=\"rowheader\" class=\"n\">{Html.Escape(e.Id)}</th><td role=\"cell\">{Html.Escape(e.Claim)}<br/><span class=\"sub\">{Html.Escape(e.Population)}; {Html.Escape(Kind(e))}{(e.Contradicts.Count > 0 ? "; otherwise: " + BookLinks.WithEvidence(string.Join(", ", e.Contradicts)) : "")}</span></td>"
                + $"<td role=\"cell\">{Html.Escape(Size(e))}</td><td role=\"cell\">{EvidenceMarks.WithWord(e.Certainty)}<br/><span class=\"sub\">{Html.Escape(Reasons(e))}</span></td><td role=\"cell\">{Source(e)}</td><td role=\"cell\">{string.Join(", ", uses.GetValueOrDefault(e.Id, []))}</td></tr>");
        page.Line("</tbody></table></div>");
        Ladder(page, book.Ladder);
        return BookPage.Of(book, BookLinks.Evidence, "Evidence: the model book", page);
    }

    public static string Size(EvidenceRow e) => e.ValueText.Length == 0 ? "no figure" : e.ValueText;

    public static string Reasons(EvidenceRow e) => string.Join("; ", new[] { e.Design.Replace('-', ' '), e.Down.Length > 0 ? "down: " + Words(e.Down) : "", e.Up.Length > 0 ? "up: " + Words(e.Up) : "" }.Where(s => s.Length > 0));

    /// <summary>The source with its status, led to by DOI or PMID and by nothing else.</summary>
    public static string Source(EvidenceRow e)
    {
        string way = e.Doi.StartsWith("10.", StringComparison.Ordinal) ? $" <a rel=\"noreferrer\" href=\"https://doi.org/{Html.Escape(e.Doi)}\">{Html.Escape(e.Doi)}</a>"
            : e.Pmid.Length > 0 ? $" <a rel=\"noreferrer\" href=\"https://pubmed.ncbi.nlm.nih.gov/{Html.Escape(e.Pmid)}/\">PMID {Html.Escape(e.Pmid)}</a>" : "";
        return $"{Html.Escape(e.Source)}{way} <span class=\"tag\">{Html.Escape(e.Status.ToLowerInvariant())}</span>";
    }

    private static string Words(string reasons) => reasons.Replace('-', ' ').Replace(":2", " (two steps)", StringComparison.Ordinal).Replace(";", ",", StringComparison.Ordinal);

    private static string Kind(EvidenceRow e) => e.Kind.Replace('-', ' ');

    private static Dictionary<string, List<string>> Uses(BookContents book, BookLinks links)
    {
        Dictionary<string, List<string>> uses = new(StringComparer.Ordinal);
        void Add(string cell, string markup)
        {
            foreach (string id in EvidenceTable.IdsIn(cell).Distinct())
            {
                if (!uses.TryGetValue(id, out List<string>? list)) uses[id] = list = [];
                list.Add(markup);
            }
        }
        foreach (ParameterRow p in book.Parameters) Add(p.Evidence + " " + p.Note, $"<a href=\"{links.Parameter(p.Name)}\">{Html.Escape(p.Name)}</a>");
        foreach (ArrowRow a in book.Library.Arrows.Rows) Add(a.Evidence, $"<a href=\"{BookLinks.PageOf(book.FolderOfArrow(a))}#causes\">{Html.Escape(a.Label)}</a>");
        return uses;
    }

    private static void Ladder(Html page, IReadOnlyList<TsvRow> ladder)
    {
        page.Line("<h2 id=\"ladder\">How certainty follows</h2><div class=\"scroll\"><table><caption>A design gives the start, each reason down takes a step, each reason up gives one back; never above high nor below very low.</caption><thead><tr><th scope=\"col\">Part</th><th scope=\"col\">Name</th><th scope=\"col\">Start or steps</th><th scope=\"col\">Meaning</th></tr></thead><tbody>");
        foreach (TsvRow r in ladder)
            page.Line($"<tr><td>{Html.Escape(r["part"])}</td><th scope=\"row\">{Html.Escape(r["name"].Replace('-', ' '))}</th><td>{Html.Escape(r["value"])}</td><td>{Html.Escape(r["meaning"])}</td></tr>");
        page.Line("</tbody></table></div>");
    }
}
