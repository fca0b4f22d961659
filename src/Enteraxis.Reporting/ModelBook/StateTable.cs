using Enteraxis.Modelling.Antimony.Outline;
using Enteraxis.Reporting.Text;

namespace Enteraxis.Reporting.ModelBook;

/// <summary>What a module remembers: states that rates move, and quantities that only events set, each with its start and unit.</summary>
internal static class StateTable
{
    public static void Write(Html page, BookContents book, BookLinks links, ModuleUse use)
    {
        OutlineEquation[] starts = [.. use.Module.Equations.Where(e => e.Kind == OutlineKind.Initial)];
        HashSet<string> moved = [.. use.Module.States], set = [.. use.Module.Events.SelectMany(e => e.Assignments).Select(a => a.Name)];
        if (starts.Length == 0) return;
        PresentationMath math = new(name => links.Of(use, name));
        page.Line($"<div class=\"scroll\"><table><caption class=\"unseen\">States of {Html.Escape(use.Module.Name)}</caption><thead><tr><th scope=\"col\">Quantity</th><th scope=\"col\">What</th><th scope=\"col\">Start</th><th scope=\"col\">Unit</th><th scope=\"col\">Moved by</th></tr></thead><tbody>");
        foreach (OutlineEquation e in starts)
        {
            string by = (moved.Contains(e.Name), set.Contains(e.Name)) switch { (true, true) => "rate and events", (true, false) => "rate", (false, true) => "events", _ => "nothing here" };
            string id = use.Module.Equations.Any(o => o.Name == e.Name && o.Kind != OutlineKind.Initial) ? "" : $" id=\"{BookLinks.Place(use.File, use.Module, e.Name)}\"";
            page.Line($"<tr{id}><th scope=\"row\">{PresentationMath.Math(math.Name(e.Name))}</th><td>{Html.Escape(What(book, use, e.Name))}</td><td>{string.Join(' ', math.Pieces(e.Value).Select(PresentationMath.Math))}</td><td>{Html.Escape(Unit(use.Module, e.Name))}</td><td>{by}</td></tr>");
        }
        page.Line("</tbody></table></div>");
    }

    // The composition may know a quantity by another name, or by its own behind the module's.
    private static string What(BookContents book, ModuleUse use, string name)
    {
        string flat = use.Name.Length > 0 ? $"{use.Name}.{name}" : name, outer = use.Outer(name) ?? book.Composition.Outline.Modules[0].Synonyms.GetValueOrDefault(flat, flat);
        return book.Words(outer);
    }

    private static string Unit(OutlineModule module, string name) => module.Units.TryGetValue(name, out string? unit) ? unit is "dimensionless" ? "1" : unit.Replace('_', ' ') : "1";
}
