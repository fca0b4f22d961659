using System.Globalization;
using Enteraxis.Reporting.GutCohorts;
using Enteraxis.Reporting.Text;
using Enteraxis.Studies.Fermentation;
using Enteraxis.Studies.GutCohorts;
using Enteraxis.Studies.GutReferences;

namespace Enteraxis.Reporting.Sample;

/// <summary>What this page is and is not, and the answer in three numbers.</summary>
internal static class SampleOpening
{
    private const double Low = 5, High = 95;
    private const string Made = "production_mmol_per_day";

    public static void Write(Html page, CohortResult r, string title)
    {
        page.Element("h1", title);
        string depth = r.Alpha.Depth is null ? "depth not known" : string.Create(CultureInfo.InvariantCulture, $"{r.Alpha.Rows[0].Depth:N0} reads");
        page.Element("div", $"{r.Table.Source} · {depth} · {NumberFormat.Percent(r.Standing.Shares.Mapped[0])} of them with a guild", "sub");
        page.Line("<div class=\"note\" role=\"note\"><p><b>For research and teaching.</b> One stool is one day, and a profile is no diagnosis. Nothing here says what anyone should eat, take or stop.</p>");
        if (r.Warnings.Count > 0)
        {
            page.Line("<ul>");
            foreach (string warning in r.Warnings) page.Element("li", warning);
            page.Line("</ul>");
        }
        page.Line("</div><section class=\"three\" aria-label=\"The sample in three numbers\">");
        Outside(page, r);
        Fermented(page, r);
        Diet(page, r);
        page.Line("</section>");
    }

    // A share counts as outside only where its whole interval is: the rest cannot be told from the usual.
    private static void Outside(Html page, CohortResult r)
    {
        Standing[] of = [.. r.Standing.Standings.Where(s => s.Reference.Id == ShippedReference.Id)];
        Standing[] outside = [.. of.Where(s => s.High <= Low || s.Low >= High)];
        string names = string.Join(", ", outside.Take(3).Select(s => $"{StandingWords.Label(r.Standing, r.Fermentation, s.Item)} {(s.Low >= High ? "high" : "low")}")) + (outside.Length > 3 ? " …" : "");
        Card(page, "Surely outside the usual", $"{outside.Length} of {of.Length}", outside.Length == 0 ? "taxa and guilds lie among nine in ten of the published controls, or cannot be told from them" : names);
    }

    private static void Fermented(Html page, CohortResult r)
    {
        if (r.Fermentation is not { } f) Card(page, "Fermentation", "cannot tell", "too little of the sample has a guild");
        else
        {
            AcidEstimate most = f.Estimates.Rows.Where(x => x.Measure == Made).MaxBy(x => x.Estimate)!;
            Card(page, $"Most of what is made: {f.Acids.First(a => a.Id == most.Acid).Label.ToLowerInvariant()}", $"{NumberFormat.Two(most.Estimate)} mmol a day", $"90 %: {NumberFormat.Two(most.Low)} to {NumberFormat.Two(most.High)}; a model's estimate, nearly all absorbed");
        }
    }

    private static void Diet(Html page, CohortResult r)
    {
        if (r.Fermentation is not { Changes.Count: > 0 } f)
        {
            Card(page, "What fibre changes", "cannot tell", "");
            return;
        }
        DietChange most = f.Changes.Where(c => c.Measure == Made && c.Day == DietList.Days[^1] && f.Acids.Any(a => a.Id == c.Acid && FermentationWords.HasSkill(a))).MaxBy(c => Math.Abs(c.Change))!;
        Card(page, $"What fibre changes most: {f.Acids.First(a => a.Id == most.Acid).Label.ToLowerInvariant()}", NumberFormat.SignedPercent(most.Change), $"{f.Diets.First(d => d.Intervention == most.Intervention).Label}, after 12 weeks; the model overstates it");
    }

    private static void Card(Html page, string label, string value, string note) =>
        page.Line($"<div class=\"card\"><div class=\"sub\">{Html.Escape(label)}</div><div class=\"big\" style=\"color:var(--gut)\">{Html.Escape(value)}</div><div class=\"sub\">{Html.Escape(note)}</div></div>");
}
