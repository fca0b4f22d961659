using System.Globalization;
using System.Xml;
using Enteraxis.Modelling.Models;
using Enteraxis.Modelling.Units;

namespace Enteraxis.Modelling.Sbml.Write;

/// <summary>Unit definitions, each a factor and powers of base units.</summary>
internal static class UnitWriter
{
    private static readonly string[] Kinds = ["metre", "kilogram", "second", "ampere", "kelvin", "mole", "candela", "item"];

    public static void Write(XmlWriter xml, Unit? time, NamedUnits units)
    {
        bool ownTime = time is not null && !time.Equals(UnitCatalogue.BuiltInUnit("second"));
        if (!ownTime && units.Defined.Count == 0) return;
        xml.WriteStartElement("listOfUnitDefinitions");
        if (ownTime) Definition(xml, "time_unit", time!);
        foreach ((string name, Unit unit) in units.Defined) Definition(xml, name, unit);
        xml.WriteEndElement();
    }

    /// <summary>SBML has one spelling where Antimony has two.</summary>
    public static string Reference(string name) => name switch { "meter" => "metre", "liter" => "litre", _ => name };

    private static void Definition(XmlWriter xml, string id, Unit unit)
    {
        xml.WriteStartElement("unitDefinition");
        xml.WriteAttributeString("id", id);
        xml.WriteStartElement("listOfUnits");
        int[] used = [.. Enumerable.Range(0, Kinds.Length).Where(i => unit.Powers[i] != 0)];
        // With one kind the factor is part of it, (86400 second)^-1; else it stands by itself.
        bool joined = used.Length == 1 && unit.Powers[used[0]] is 1 or -1;
        if (!joined && (unit.Factor != 1 || used.Length == 0)) Part(xml, "dimensionless", 1, unit.Factor);
        foreach (int i in used) Part(xml, Kinds[i], unit.Powers[i], !joined ? 1 : unit.Powers[i] == 1 ? unit.Factor : 1 / unit.Factor);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Part(XmlWriter xml, string kind, double exponent, double multiplier)
    {
        xml.WriteStartElement("unit");
        xml.WriteAttributeString("kind", kind);
        xml.WriteAttributeString("exponent", exponent.ToString("R", CultureInfo.InvariantCulture));
        xml.WriteAttributeString("scale", "0");
        xml.WriteAttributeString("multiplier", multiplier.ToString("R", CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }
}
