using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Enteraxis.Numerics;

namespace Enteraxis.Modelling.Sbml.Documents;

/// <summary>Reads children and attributes of one SBML element; a fault names file and line.</summary>
internal static class SbmlElement
{
    public static InputException Fault(this XElement e, string what)
    {
        Place place = e.PlaceOf();
        return InputException.At(place.File, place.Line, 0, what);
    }

    /// <summary>The element's own place, else that of the nearest ancestor that has one.</summary>
    public static Place PlaceOf(this XElement e)
    {
        for (XElement? at = e; at is not null; at = at.Parent)
            if (at.Annotation<Place>() is { } place) return place;
        return new Place("model", 1);
    }

    /// <summary>Copies an element with the places of all that is in it.</summary>
    public static XElement Copy(this XElement e)
    {
        XElement copy = new(e);
        foreach ((XElement to, XElement from) in copy.DescendantsAndSelf().Zip(e.DescendantsAndSelf()))
            if (from.Annotation<Place>() is { } place) to.AddAnnotation(place);
        return copy;
    }

    /// <summary>Children of core SBML with a name.</summary>
    public static IEnumerable<XElement> Core(this XElement e, string name) =>
        e.Elements().Where(c => c.Name.LocalName == name && SbmlNames.IsCore(c.Name.NamespaceName));

    /// <summary>The members of a list of core SBML.</summary>
    public static IEnumerable<XElement> Listed(this XElement e, string list) =>
        e.Core(list).SelectMany(l => l.Elements().Where(c => SbmlNames.IsCore(c.Name.NamespaceName) && c.Name.LocalName is not ("notes" or "annotation")));

    public static XElement? Math(this XElement e) => e.Elements().FirstOrDefault(c => c.Name.LocalName == "math" && c.Name.NamespaceName == SbmlNames.MathMl);

    /// <summary>The formula of an element's math; null where there is none or where it is empty, which L3V2 allows.</summary>
    public static XElement? Formula(this XElement e) => e.Math()?.Elements().FirstOrDefault(c => c.Name.LocalName is not ("annotation" or "annotation-xml"));

    public static string? Text(this XElement e, string attribute) => e.Attribute(attribute)?.Value.Trim();

    public static string Needed(this XElement e, params ReadOnlySpan<string> attributes)
    {
        foreach (string a in attributes)
            if (e.Text(a) is { Length: > 0 } value) return value;
        throw e.Fault($"<{e.Name.LocalName}> has no attribute '{attributes[0]}'; add it.");
    }

    public static double? Number(this XElement e, string attribute) =>
        e.Text(attribute) is not { } text ? null
        : TryNumber(text, out double value) ? value
        : throw e.Fault($"'{text}' is no number for the attribute '{attribute}' of <{e.Name.LocalName}>; write one, for example 1.5 or INF.");

    public static bool Flag(this XElement e, string attribute, bool otherwise) => e.Text(attribute) switch
    {
        null => otherwise,
        "true" or "1" => true,
        "false" or "0" => false,
        var text => throw e.Fault($"'{text}' is neither true nor false for the attribute '{attribute}' of <{e.Name.LocalName}>."),
    };

    public static bool TryNumber(string text, out double value)
    {
        text = text.Trim();
        (bool known, value) = text switch
        {
            "INF" or "+INF" => (true, double.PositiveInfinity),
            "-INF" => (true, double.NegativeInfinity),
            "NaN" => (true, double.NaN),
            _ => (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double v), v),
        };
        return known;
    }

    /// <summary>Gives every element its place from the reader's line numbers.</summary>
    public static void MarkPlaces(XElement root, string file)
    {
        foreach (XElement e in root.DescendantsAndSelf()) e.AddAnnotation(new Place(file, ((IXmlLineInfo)e).LineNumber));
    }
}
