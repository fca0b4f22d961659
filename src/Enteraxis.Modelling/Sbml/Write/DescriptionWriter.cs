using System.Globalization;
using System.Xml;
using Enteraxis.Modelling.Models;

namespace Enteraxis.Modelling.Sbml.Write;

/// <summary>Writes what is known beside the mathematics: names, terms of the SBO, notes in XHTML and MIRIAM annotations in RDF.</summary>
internal sealed class DescriptionWriter(XmlWriter xml)
{
    private const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", Biology = "http://biomodels.net/biology-qualifiers/", Modelling = "http://biomodels.net/model-qualifiers/";

    /// <summary>id, and name, term and metaid where there are such.</summary>
    /// <param name="flatName">The name in the model; it is kept as name where the identifier differs and no label is known.</param>
    public void Attributes(string id, Description description, string flatName)
    {
        if (description.References.Count > 0) xml.WriteAttributeString("metaid", MetaId(id));
        if (description.SboTerm is { } term) xml.WriteAttributeString("sboTerm", "SBO:" + term.ToString("D7", CultureInfo.InvariantCulture));
        xml.WriteAttributeString("id", id);
        string name = description.Label ?? (flatName == id ? "" : flatName);
        if (name.Length > 0) xml.WriteAttributeString("name", name);
    }

    public void Content(string id, Description description, bool ofModel)
    {
        if (description.Notes is { } notes)
        {
            xml.WriteStartElement("notes");
            xml.WriteStartElement("body", "http://www.w3.org/1999/xhtml");
            foreach (string line in notes.Split('\n')) xml.WriteElementString("p", "http://www.w3.org/1999/xhtml", line);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        if (description.References.Count == 0) return;
        xml.WriteStartElement("annotation");
        xml.WriteStartElement("rdf", "RDF", Rdf);
        xml.WriteAttributeString("xmlns", "bqbiol", null, Biology);
        xml.WriteAttributeString("xmlns", "bqmodel", null, Modelling);
        xml.WriteStartElement("rdf", "Description", Rdf);
        xml.WriteAttributeString("rdf", "about", Rdf, "#" + MetaId(id));
        foreach (IGrouping<string, Reference> group in description.References.GroupBy(r => r.Qualifier)) Bag(group, ofModel && group.Key is ("is" or "isDescribedBy" or "isDerivedFrom"));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void Bag(IGrouping<string, Reference> group, bool ofModel)
    {
        xml.WriteStartElement(ofModel ? "bqmodel" : "bqbiol", group.Key, ofModel ? Modelling : Biology);
        xml.WriteStartElement("rdf", "Bag", Rdf);
        foreach (Reference r in group)
        {
            xml.WriteStartElement("rdf", "li", Rdf);
            xml.WriteAttributeString("rdf", "resource", Rdf, r.Resource);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string MetaId(string id) => "meta_" + id;
}
