using Enteraxis.Modelling.Antimony.Outline;
using Enteraxis.Modelling.Antimony.Syntax;
using Enteraxis.Reporting.Text;

namespace Enteraxis.Reporting.ModelBook;

/// <summary>Jumps and events: when they happen and what they set.</summary>
internal static class EventSection
{
    public static void Write(Html page, BookLinks links, ModuleUse use)
    {
        if (use.Module.Events.Count == 0) return;
        PresentationMath math = new(name => links.Of(use, name));
        page.Line("<h5>Jumps and events</h5>");
        // What no equation and no start gives has its place where an event first sets it.
        HashSet<string> placed = [.. use.Module.Equations.Select(e => e.Name)];
        foreach (OutlineEvent e in use.Module.Events)
        {
            CallFormula? hazard = e.Trigger as CallFormula is { Function: "hazard" } h ? h : null;
            string when = hazard is not null ? $"at random, with the rate {PresentationMath.Math(math.Whole(hazard.Arguments[0]))} a day" : $"when {PresentationMath.Math(math.Whole(e.Trigger))}";
            string late = e.Delay is { } d ? $", {PresentationMath.Math(math.Whole(d))} days later" : "";
            page.Line($"<p><code>{Html.Escape(e.Name)}</code>: {when}{late}</p>");
            foreach ((string name, Formula value) in e.Assignments)
                page.Line(FileSection.Equation(placed.Add(name) ? BookLinks.Place(use.File, use.Module, name) : null, math.Name(name), math.Pieces(value), "←"));
        }
    }
}
