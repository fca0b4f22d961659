using System.Xml.Linq;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Files;
using Enteraxis.Numerics.Text;

namespace Enteraxis.Studies.Omex;

/// <summary>Reads manifest, files and metadata of an archive.</summary>
internal static class OmexReader
{
    internal const string Manifest = "manifest.xml";

    private static readonly XmlLimits Limits = new() { Bytes = 8L << 20 };

    internal static OmexArchive Read(ZipArchiveFile zip)
    {
        if (!zip.Has(Manifest)) throw new InputException($"{zip.Name}: the archive has no {Manifest}, so it is no COMBINE archive; pack it with one.");
        XDocument manifest = GuardedXml.Parse($"{zip.Name}, {Manifest}", zip.Read(Manifest), Limits);
        if (manifest.Root!.Name.LocalName != "omexManifest") throw new InputException($"{zip.Name}, {Manifest}: the document is no manifest but '{Echo.Of(manifest.Root.Name.LocalName)}'; pack the archive again.");
        List<OmexEntry> entries = [];
        OmexMetadata metadata = new();
        foreach (XElement content in manifest.Root.Elements().Where(e => e.Name.LocalName == "content"))
        {
            string stated = ((string?)content.Attribute("location") ?? "").Trim(), format = ((string?)content.Attribute("format") ?? "").Trim();
            string location = stated.StartsWith("./", StringComparison.Ordinal) ? stated[2..] : stated;
            if (location is "" or "." or Manifest) continue;
            if (!zip.Has(location)) throw InputException.At($"{zip.Name}, {Manifest}", GuardedXml.LineOf(content), 0, $"the archive holds no '{Echo.Of(stated)}'.{NearestName.Hint(location, zip.Entries)}");
            if (entries.Any(e => e.Location == location)) throw InputException.At($"{zip.Name}, {Manifest}", GuardedXml.LineOf(content), 0, $"'{Echo.Of(stated)}' stands twice; keep one.");
            byte[] bytes = zip.Read(location);
            if (format.Contains("omex-metadata", StringComparison.Ordinal) || location.EndsWith(".rdf", StringComparison.OrdinalIgnoreCase)) metadata = Metadata($"{zip.Name}, {location}", bytes);
            entries.Add(new OmexEntry(location, format, (string?)content.Attribute("master") is "true" or "1", bytes));
        }
        return new OmexArchive { Entries = entries, Metadata = metadata };
    }

    // Only Dublin Core's words are looked at, wherever they stand: writers nest them in many ways.
    private static OmexMetadata Metadata(string name, byte[] bytes)
    {
        XDocument rdf = GuardedXml.Parse(name, bytes, Limits);
        string First(string word) => rdf.Descendants().FirstOrDefault(e => e.Name.LocalName == word)?.Value.Trim() ?? "";
        IEnumerable<string> creators = rdf.Descendants().Where(e => e.Name.LocalName == "creator").Select(c =>
        {
            string[] names = [.. c.Descendants().Where(e => e.Name.LocalName is "hasName" or "fn" or "name" or "given-name" or "family-name").Where(e => !e.HasElements).Select(e => e.Value.Trim())];
            return names.Length > 0 ? string.Join(' ', names) : c.Value.Trim();
        });
        return new OmexMetadata { Title = First("title"), Description = First("description"), Creators = [.. creators.Where(c => c.Length > 0)] };
    }
}
