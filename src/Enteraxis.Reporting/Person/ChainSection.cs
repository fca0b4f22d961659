using System.Text.RegularExpressions;
using Enteraxis.Reporting.Text;
using Enteraxis.Studies.People;

namespace Enteraxis.Reporting.Person;

/// <summary>The chain of cause, lever by lever: how much each arrow changes, and what is left of the effect when one is held at its untreated course.</summary>
internal static partial class ChainSection
{
    /// <summary>An arrow that changes by less than this share is not shown.</summary>
    private const double Noticeable = 0.001;

    public static void Write(Html page, IReadOnlyList<LeverResult> levers, IReadOnlyList<ParameterNote> parameters)
    {
        HashSet<string> known = [.. parameters.Select(p => p.Name)];
        page.Element("h2", "The chain of cause");
        page.Element("p", "Each lever acts through arrows of the model. The first number is how much the arrow's mean in year two differs from the same twin without the lever. The last says how much of the lever's effect is left when that arrow alone is held at its untreated course: the smaller, the more runs through it.", "sub");
        foreach (LeverResult l in levers)
        {
            ChainLink[] shown = [.. l.Chain.Where(c => Math.Abs(c.FluxChange) >= Noticeable || Math.Abs(c.Low) >= Noticeable || Math.Abs(c.High) >= Noticeable || c.LeftIfFrozen is not null)];
            page.Line($"<details class=\"card\"><summary><b>How {Html.Escape(l.Label)} gets there</b> <span class=\"sub\">{shown.Length} arrows move</span></summary>");
            if (shown.Length == 0) page.Element("p", "No arrow of the model moves by more than a thousandth under this lever.");
            Table(page, [.. shown.Where(c => c.LeftIfFrozen is not null)], known);
            ChainLink[] others = [.. shown.Where(c => c.LeftIfFrozen is null)];
            if (others.Length > 0 && others.Length < shown.Length) page.Line($"<details><summary>{others.Length} more arrows, which change less</summary>");
            Table(page, others, known);
            if (others.Length > 0 && others.Length < shown.Length) page.Line("</details>");
            page.Line("</details>");
        }
    }

    private static void Table(Html page, ChainLink[] links, HashSet<string> parameters)
    {
        if (links.Length == 0) return;
        bool frozen = links.Any(c => c.LeftIfFrozen is not null);
        page.Line("<div class=\"scroll\"><table><caption class=\"unseen\">Arrows and how much they change</caption><thead><tr><th scope=\"col\">Arrow</th><th scope=\"col\">Rests on</th><th scope=\"col\">Change in year two (90 %)</th>" + (frozen ? "<th scope=\"col\">Effect left if frozen</th>" : "") + "</tr></thead><tbody>");
        foreach (ChainLink c in links.OrderByDescending(c => Math.Abs(c.FluxChange)).ThenBy(c => c.Arrow, StringComparer.Ordinal))
        {
            string left = c.LeftIfFrozen is { } share ? double.IsFinite(share) ? NumberFormat.Percent(share) : "cannot tell" : "";
            page.Line($"<tr><th scope=\"row\">{Html.Escape(Words(c.From))} → {Html.Escape(Words(c.To))}<br/><span class=\"sub\">{Html.Escape(c.Label)}</span>{Equation(c, parameters)}</th><td>{EvidenceMarks.WithWord(c.EvidenceMark)}</td>"
                + $"<td class=\"n\">{NumberFormat.SignedPercent(c.FluxChange)} ({NumberFormat.SignedPercent(c.Low)} to {NumberFormat.SignedPercent(c.High)})</td>{(frozen ? $"<td class=\"n\">{left}</td>" : "")}</tr>");
        }
        page.Line("</tbody></table></div>");
    }

    private static string Words(string name) => name.Replace('_', ' ');

    /// <summary>The arrow's equation; each parameter in it leads to its value and its source.</summary>
    private static string Equation(ChainLink link, HashSet<string> parameters)
    {
        if (link.Equation.Length == 0) return "";
        string text = Name().Replace(Html.Escape(link.Equation), m => parameters.Contains(m.Value) ? $"<a href=\"#{Anchors.ParameterTarget(m.Value)}\">{m.Value}</a>" : m.Value);
        return $"<details><summary class=\"sub\">equation</summary><code>{Html.Escape(link.Arrow)} = {text}</code></details>";
    }

    [GeneratedRegex(@"[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
