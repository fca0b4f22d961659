using Enteraxis.Reporting.Text;
using Enteraxis.Studies.Calibration;
using Enteraxis.Studies.People;

namespace Enteraxis.Reporting.Person;

/// <summary>How it was computed, and every parameter and paper behind the page.</summary>
internal static class SourceSection
{
    public static void Write(Html page, PersonStudyResult r)
    {
        page.Element("h2", "How sure, and what it rests on");
        page.Line("<details class=\"card\"><summary><b>How it was computed</b></summary>");
        page.Element("p", $"{r.BankSize:N0} people with the same answers were simulated through their last two years. Those whose past looks like this person's (relapses, disability score) were drawn more often, until there were {r.Twins} twins. Each twin has its own draw of everything that is not known: traits, uncertain parameters, random events.");
        page.Element("p", "Every lever was then simulated on the same twins with the same random events. The interval between people says how differently it works from person to person, what their own draws of the parameters add taken out. The parameter interval says how little is known about the model's numbers. Where it holds zero the page says: cannot tell.");
        page.Element("p", $"Courses that could not be computed: {r.Failures}. {r.Parameters.Count(p => p.Status == "assumed")} of {r.Parameters.Count} parameters are assumptions.");
        if (r.DrawnTraits.Count > 0)
        {
            page.Line("<h3>Not given, so drawn from the population</h3><ul>");
            foreach (DrawnTrait d in r.DrawnTraits) page.Element("li", $"{d.Label}: {d.Why}");
            page.Line("</ul>");
        }
        page.Line("</details>");
        Targets(page, r.Targets);
        Parameters(page, r.Parameters);
        Evidence(page, r.Evidence);
        page.Line("<details class=\"card\"><summary><b>Where these numbers come from</b></summary><div class=\"scroll\"><table><caption class=\"unseen\">Versions, inputs and options</caption><thead><tr><th scope=\"col\">What</th><th scope=\"col\">Value</th></tr></thead><tbody>");
        foreach ((string key, string value) in r.Provenance.OrderBy(p => p.Key, StringComparer.Ordinal))
            page.Line($"<tr><th scope=\"row\">{Html.Escape(key)}</th><td><code>{Html.Escape(value)}</code></td></tr>");
        page.Line("</tbody></table></div></details>");
    }

    private static void Targets(Html page, IReadOnlyList<TargetStanding> targets)
    {
        if (targets.Count == 0) return;
        page.Line($"<details class=\"card\"><summary><b>What the calibrated parameters rest on</b> <span class=\"sub\">{targets.Count(t => t.IsHit)} of {targets.Count} targets hit; no trial that is to be predicted is among them</span></summary>");
        page.Line("<div class=\"scroll\"><table><caption class=\"unseen\">Targets of the calibration</caption><thead><tr><th scope=\"col\">Stage</th><th scope=\"col\">Target</th><th scope=\"col\">Aimed at</th><th scope=\"col\">The model (90 % of parameter sets)</th><th scope=\"col\">Verdict</th><th scope=\"col\">Evidence</th></tr></thead><tbody>");
        foreach (TargetStanding t in targets)
            page.Line($"<tr><td>{Html.Escape(t.Stage)}</td><th scope=\"row\">{Html.Escape(t.Statistic.Replace('_', ' '))}</th><td class=\"n\">{NumberFormat.Significant(t.Low, 3)} to {NumberFormat.Significant(t.High, 3)} {Html.Escape(t.Unit)}</td><td class=\"n\">{NumberFormat.Significant(t.Made, 3)} ({NumberFormat.Significant(t.MadeLow, 3)} to {NumberFormat.Significant(t.MadeHigh, 3)})</td><td>{(t.IsHit ? "hit" : "miss")}</td><td>{Anchors.WithLinks(t.Evidence)}</td></tr>");
        page.Line("</tbody></table></div></details>");
    }

    private static void Parameters(Html page, IReadOnlyList<ParameterNote> parameters)
    {
        page.Line($"<details class=\"card\"><summary><b>All {parameters.Count} parameters</b> <span class=\"sub\">{parameters.Count(p => p.Status == "assumed")} assumed, {parameters.Count(p => p.Status == "calibrated")} calibrated, {parameters.Count(p => p.Status == "literature")} from the literature</span></summary>");
        page.Line("<div class=\"scroll\"><table><caption class=\"unseen\">Parameters</caption><thead><tr><th scope=\"col\">Parameter</th><th scope=\"col\">Value</th><th scope=\"col\">Between people</th><th scope=\"col\">Uncertainty</th><th scope=\"col\">Status</th><th scope=\"col\">Source</th></tr></thead><tbody>");
        foreach (ParameterNote p in parameters)
            page.Line($"<tr id=\"{Anchors.ParameterTarget(p.Name)}\"><th scope=\"row\"><code>{Html.Escape(p.Name)}</code></th><td class=\"n\">{NumberFormat.Significant(p.Value, 4)} {Html.Escape(p.Unit is "1" ? "" : p.Unit)}</td><td>{Html.Escape(p.BetweenPeople)}</td><td>{Html.Escape(p.Uncertainty)}</td><td>{Html.Escape(p.Status)}</td><td>{Anchors.WithLinks(p.Evidence)} <span class=\"sub\">{Anchors.WithLinks(p.Note)}</span></td></tr>");
        page.Line("</tbody></table></div></details>");
    }

    private static void Evidence(Html page, IReadOnlyList<EvidenceNote> evidence)
    {
        page.Line($"<details class=\"card\"><summary><b>{evidence.Count} published figures</b> <span class=\"sub\">recalled ones are marked: their paper has not been opened</span></summary>");
        page.Line("<div class=\"scroll\"><table><caption class=\"unseen\">Published figures</caption><thead><tr><th scope=\"col\">Id</th><th scope=\"col\">What it says</th><th scope=\"col\">Value</th><th scope=\"col\">How sure</th><th scope=\"col\">Source</th><th scope=\"col\">Status</th></tr></thead><tbody>");
        HashSet<string> here = [.. evidence.Select(e => e.Id)];
        foreach (EvidenceNote e in evidence)
            page.Line($"<tr id=\"{Anchors.EvidenceTarget(e.Id)}\"><th scope=\"row\" class=\"n\">{Html.Escape(e.Id)}</th><td>{Html.Escape(e.Claim)}{Otherwise(e, here)}</td><td>{Html.Escape(e.Value)}</td><td>{(e.Certainty.Length > 0 ? EvidenceMarks.WithWord(e.Certainty) : "")}</td><td>{Html.Escape(e.Source)}{Way(e)}</td><td>{Html.Escape(e.Status)}</td></tr>");
        page.Line("</tbody></table></div></details>");
    }

    private static string Otherwise(EvidenceNote e, HashSet<string> here)
    {
        string[] others = [.. e.Contradicts.Where(here.Contains)];
        return others.Length == 0 ? "" : $"<br/><span class=\"sub\">otherwise: {Anchors.WithLinks(string.Join(", ", others))}</span>";
    }

    private static string Way(EvidenceNote e) =>
        e.Doi.StartsWith("10.", StringComparison.Ordinal) ? $" <a rel=\"noreferrer\" href=\"https://doi.org/{Html.Escape(e.Doi)}\">{Html.Escape(e.Doi)}</a>"
        : e.Pmid.Length > 0 ? $" <a rel=\"noreferrer\" href=\"https://pubmed.ncbi.nlm.nih.gov/{Html.Escape(e.Pmid)}/\">PMID {Html.Escape(e.Pmid)}</a>" : "";
}
