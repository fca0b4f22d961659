using System.Globalization;
using System.Xml.Linq;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Files;
using Enteraxis.Numerics.Text;
using Enteraxis.Studies.Experiments.Maths;

namespace Enteraxis.Studies.SedMl;

/// <summary>An element of a SED-ML document, with faults that name file and line. Names are compared without their namespace, which differs by version.</summary>
internal readonly struct SedXml(string file, XElement element)
{
    internal XElement Element => element;

    internal string Name => element.Name.LocalName;

    internal int Line => GuardedXml.LineOf(element);

    internal IEnumerable<SedXml> In(string list)
    {
        string f = file;
        return element.Elements().Where(e => e.Name.LocalName == list).SelectMany(e => e.Elements()).Where(e => e.Name.LocalName is not ("notes" or "annotation")).Select(e => new SedXml(f, e));
    }

    internal SedXml? Child(string name) => element.Elements().FirstOrDefault(e => e.Name.LocalName == name) is { } child ? new SedXml(file, child) : null;

    internal string Text(string attribute) => ((string?)element.Attribute(attribute) ?? "").Trim();

    internal string Required(string attribute) => Text(attribute) is { Length: > 0 } text ? text : throw Fault($"the attribute '{attribute}' of {Name} is missing; add it.");

    internal double Number(string attribute)
    {
        string text = Required(attribute);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double v) && double.IsFinite(v) ? v : throw Fault($"'{Echo.Of(text)}' in the attribute '{attribute}' of {Name} is no number; write it with a point.");
    }

    /// <param name="most">What a machine should be asked for at most.</param>
    internal int Count(string attribute, int most)
    {
        double v = Number(attribute);
        return v == Math.Floor(v) && v >= 0 && v <= most ? (int)v : throw Fault(string.Create(CultureInfo.InvariantCulture, $"the attribute '{attribute}' of {Name} is no whole number from 0 to {most:N0}; correct it."));
    }

    internal bool Flag(string attribute) => Text(attribute) is "true" or "1";

    internal MathNode Formula() => Child("math") is { } math ? MathMlReader.Read(file, math.Element) : throw Fault($"{Name} has no math; add its formula.");

    internal InputException Fault(string what) => InputException.At(file, Line, 0, what);
}
