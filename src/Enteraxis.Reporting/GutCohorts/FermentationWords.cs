using Enteraxis.Reporting.Text;
using Enteraxis.Studies.Fermentation;

namespace Enteraxis.Reporting.GutCohorts;

/// <summary>How pages name what is estimated of fermentation, and what they say of its worth.</summary>
internal static class FermentationWords
{
    public const string NoSkill = "◦ No skill was found: the level is the model's alone.";

    public static IReadOnlyList<(string Id, string Label, string Unit)> Measures { get; } =
        [("production_mmol_per_day", "Made", "mmol a day"), ("absorption_mmol_per_day", "Absorbed", "mmol a day"), ("faecal_umol_per_g", "Left in the stool", "µmol per g")];

    /// <summary>The sign that leads to <see cref="NoSkill"/>.</summary>
    public static string Mark(AcidRow acid) => HasSkill(acid) ? "" : " ◦";

    /// <summary>Whether measured stools bore the acid's estimates out.</summary>
    public static bool HasSkill(AcidRow acid) => acid.HasStool && acid.ShapesTransit;

    public static void Cautions(Html page, IReadOnlyList<string> cautions)
    {
        page.Line("<div class=\"note\" role=\"note\"><ul>");
        foreach (string caution in cautions) page.Element("li", caution);
        page.Line("</ul></div>");
    }
}
