using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Text;

namespace Enteraxis.Studies.SedMl;

/// <summary>The part of XPath that points at one thing of a model: steps from parent to child, with [@name='value'] and [n], and an attribute at the end.</summary>
/// <remarks>Prefixes are not looked at, as documents bind them carelessly. The whole of XPath is not read: it can compute for ever, and no published document needs it.</remarks>
internal sealed partial class SedPath
{
    private const int LongestText = 2000;

    private sealed record Step(string Name, IReadOnlyList<(string Attribute, string Value)> Where, int Index);

    private readonly string _text;
    private readonly List<Step> _steps = [];

    private SedPath(string text) => _text = text;

    /// <summary>Name of the attribute at the end; null where the path names an element.</summary>
    internal string? Attribute { get; private set; }

    /// <summary>Ids of the steps that have one, from the outermost.</summary>
    internal IReadOnlyList<string> Ids => [.. _steps.SelectMany(s => s.Where).Where(w => w.Attribute is "id" or "metaid").Select(w => w.Value)];

    /// <summary>True where the last id belongs to a parameter within a reaction.</summary>
    internal bool IsLocal => _steps.Any(s => s.Name == "kineticLaw");

    /// <exception cref="InputException">More than this part of XPath; the sentence fits behind file and line.</exception>
    internal static SedPath Parse(string text)
    {
        SedPath path = new(text);
        if (text.Length > LongestText || text.Length == 0 || text[0] != '/') throw path.Fault();
        int at = 0;
        while (at < text.Length)
        {
            Match m = StepForm().Match(text, at);
            if (!m.Success) throw path.Fault();
            at += m.Length;
            if (m.Groups["attribute"].Success)
            {
                path.Attribute = m.Groups["attribute"].Value;
                if (at != text.Length) throw path.Fault();
                break;
            }
            List<(string, string)> where = [];
            int index = 0;
            foreach (Capture predicate in m.Groups["predicate"].Captures)
                if (int.TryParse(predicate.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int n)) index = n;
                else
                    foreach (Match w in Condition().Matches(predicate.Value)) where.Add((w.Groups["name"].Value, w.Groups["a"].Success ? w.Groups["a"].Value : w.Groups["b"].Value));
            path._steps.Add(new Step(m.Groups["step"].Value, where, index));
        }
        return path._steps.Count > 0 ? path : throw path.Fault();
    }

    /// <summary>The one element that the path names.</summary>
    /// <exception cref="InputException">None or several.</exception>
    internal XElement Select(XDocument document)
    {
        IEnumerable<XElement> found = [document.Root!];
        for (int i = 0; i < _steps.Count; i++)
        {
            Step step = _steps[i];
            IEnumerable<XElement> candidates = i == 0 ? found : found.SelectMany(e => e.Elements());
            XElement[] fit = [.. candidates.Where(e => (step.Name == "*" || e.Name.LocalName == step.Name) && step.Where.All(w => e.Attributes().Any(a => a.Name.LocalName == w.Attribute && a.Value == w.Value)))];
            found = step.Index == 0 ? fit : fit.Length >= step.Index ? [fit[step.Index - 1]] : [];
        }
        XElement[] all = [.. found.Take(2)];
        return all.Length == 1 ? all[0] : throw new InputException($"the target '{Echo.Of(_text, 200)}' names {(all.Length == 0 ? "nothing" : "several elements")} of the model; correct it.");
    }

    private InputException Fault() => new($"the target '{Echo.Of(_text, 200)}' is not understood; write a path such as /sbml:sbml/sbml:model/sbml:listOfParameters/sbml:parameter[@id='k'].");

    [GeneratedRegex(@"\G/(?:@(?:[\w.-]+:)?(?<attribute>[\w.-]+)$|(?:[\w.-]+:)?(?<step>[\w.-]+|\*)(?:\[(?<predicate>\d{1,6}|(?:\s*(?:and\s+)?@[\w.:-]+\s*=\s*(?:'[^']*'|""[^""]*"")\s*)+)\])*)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex StepForm();

    [GeneratedRegex(@"@(?:[\w.-]+:)?(?<name>[\w.-]+)\s*=\s*(?:'(?<a>[^']*)'|""(?<b>[^""]*)"")", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Condition();
}
