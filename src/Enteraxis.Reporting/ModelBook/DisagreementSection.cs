using Enteraxis.Reporting.Text;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Reporting.ModelBook;

/// <summary>Rows that say otherwise of the same thing, in one frame, none of them averaged away.</summary>
internal static class DisagreementSection
{
    public static void Write(Html page, EvidenceTable evidence)
    {
        IReadOnlyList<IReadOnlyList<EvidenceRow>> groups = Groups(evidence);
        page.Line($"<h2 id=\"disagreements\">Where sources disagree</h2>").Element("p", $"{groups.Count} groups of rows contradict each other. They are kept side by side and never averaged.");
        foreach (IReadOnlyList<EvidenceRow> group in groups)
        {
            page.Line("<div class=\"card\"><div class=\"two\">");
            foreach (EvidenceRow e in group)
                page.Line($"<div><b>{Html.Escape(e.Claim)}</b><br/>{Html.Escape(EvidencePage.Size(e))}<br/><span class=\"sub\">{EvidenceMarks.WithWord(e.Certainty)}; {Html.Escape(e.Population)}; {BookLinks.WithEvidence(e.Id)}; otherwise {BookLinks.WithEvidence(string.Join(", ", e.Contradicts))}</span></div>");
            page.Line("</div></div>");
        }
    }

    /// <summary>Rows joined by contradictions, directly or through others, in the order of the table.</summary>
    private static List<IReadOnlyList<EvidenceRow>> Groups(EvidenceTable evidence)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<IReadOnlyList<EvidenceRow>> groups = [];
        foreach (EvidenceRow row in evidence.Rows.Where(r => r.Contradicts.Count > 0 && !seen.Contains(r.Id)))
        {
            HashSet<string> members = new(StringComparer.Ordinal);
            Queue<string> next = new([row.Id]);
            while (next.TryDequeue(out string? id))
                if (members.Add(id) && evidence.Find(id) is { } found)
                    foreach (string other in found.Contradicts) next.Enqueue(other);
            seen.UnionWith(members);
            groups.Add([.. evidence.Rows.Where(r => members.Contains(r.Id))]);
        }
        return groups;
    }
}
