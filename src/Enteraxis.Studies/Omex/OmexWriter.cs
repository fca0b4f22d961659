using System.Text;
using System.Xml.Linq;
using Enteraxis.Numerics.Files;

namespace Enteraxis.Studies.Omex;

/// <summary>Packs an archive with its manifest and metadata.</summary>
internal static class OmexWriter
{
    private const string MetadataFile = "metadata.rdf";
    private static readonly XNamespace Ns = "http://identifiers.org/combine.specifications/omex-manifest", Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", Terms = "http://purl.org/dc/terms/";

    internal static byte[] Write(OmexArchive archive)
    {
        ZipArchiveWriter zip = new();
        OmexEntry[] entries = [.. archive.Entries.Where(e => e.Location != MetadataFile), new OmexEntry(MetadataFile, OmexArchive.MetadataFormat, false, Bytes(Metadata(archive.Metadata)))];
        zip.Add(OmexReader.Manifest, Bytes(new XElement(Ns + "omexManifest", Content(".", OmexArchive.ArchiveFormat, false), Content("./" + OmexReader.Manifest, OmexArchive.ManifestFormat, false),
            entries.Select(e => Content("./" + e.Location, e.Format, e.IsMaster)))));
        foreach (OmexEntry e in entries) zip.Add(e.Location, e.Content);
        return zip.ToBytes();
    }

    private static XElement Content(string location, string format, bool master) => new(Ns + "content", new XAttribute("location", location), new XAttribute("format", format), master ? new XAttribute("master", true) : null);

    // Without a date of making: the same run gives the same archive.
    private static XElement Metadata(OmexMetadata m) => new(Rdf + "RDF", new XAttribute(XNamespace.Xmlns + "rdf", Rdf.NamespaceName), new XAttribute(XNamespace.Xmlns + "dcterms", Terms.NamespaceName),
        new XElement(Rdf + "Description", new XAttribute(Rdf + "about", "."),
            m.Title.Length > 0 ? new XElement(Terms + "title", m.Title) : null, m.Description.Length > 0 ? new XElement(Terms + "description", m.Description) : null, m.Creators.Select(c => new XElement(Terms + "creator", c))));

    private static byte[] Bytes(XElement root) => Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + root + "\n");
}
