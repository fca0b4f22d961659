using System.Text.RegularExpressions;
using Enteraxis.Reporting.Text;

namespace Enteraxis.Reporting.Person;

/// <summary>Links within the page from a number to its parameter and its paper.</summary>
internal static partial class Anchors
{
    public static string EvidenceTarget(string id) => "ev-" + Slug(id);

    public static string ParameterTarget(string name) => "param-" + Slug(name);

    /// <summary>Every evidence id in a text as a link to its row.</summary>
    public static string Evidence(string ids)
    {
        string[] found = [.. IdPattern().Matches(ids).Select(m => m.Value).Distinct()];
        return found.Length == 0 ? "" : "<span class=\"sub\">" + string.Join(", ", found.Select(id => $"<a href=\"#{EvidenceTarget(id)}\">{Html.Escape(id)}</a>")) + "</span>";
    }

    /// <summary>A text with its evidence ids turned into links.</summary>
    public static string WithLinks(string text) =>
        IdPattern().Replace(Html.Escape(text), m => $"<a href=\"#{EvidenceTarget(m.Value)}\">{m.Value}</a>");

    public static string Slug(string text) => NotPlain().Replace(text, "-");

    [GeneratedRegex(@"EV-[A-Z]+-\d+", RegexOptions.CultureInvariant)]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"[^A-Za-z0-9_.-]", RegexOptions.CultureInvariant)]
    private static partial Regex NotPlain();
}
