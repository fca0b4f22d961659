using System.Xml.Linq;
using Enteraxis.Modelling.Models;
using Enteraxis.Modelling.Sbml.Build;
using Enteraxis.Modelling.Sbml.Comp;
using Enteraxis.Modelling.Sbml.Documents;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Files;

namespace Enteraxis.Modelling.Sbml;

/// <summary>Reads SBML of levels 1 (version 2), 2 and 3 into a flat <see cref="Model"/>; what a document needs and is not supported is refused by name.</summary>
/// <remarks>
/// Reference: M. Hucka and others, The Systems Biology Markup Language: language specification for level 3 version 2 core,
/// Journal of Integrative Bioinformatics 2019, doi 10.1515/jib-2019-0021.
/// </remarks>
public static class SbmlReader
{
    /// <exception cref="InputException">The file cannot be read, is no SBML, or needs what is not supported.</exception>
    public static Model ReadFile(string path, SbmlReadOptions? options = null) => Build(Load(path), options ?? new SbmlReadOptions());

    /// <summary>A document that was read by <see cref="GuardedXml"/> and changed since.</summary>
    /// <param name="path">Where it came from: files that it names lie there.</param>
    public static Model Read(XDocument document, string path, SbmlReadOptions? options = null) =>
        Build(SbmlDocument.Of(document.Root!, Path.GetFileName(path), Path.GetDirectoryName(Path.GetFullPath(path))), options ?? new SbmlReadOptions());

    private static SbmlDocument Load(string path)
    {
        return SbmlDocument.Of(GuardedXml.Load(path).Root!, Path.GetFileName(path), Path.GetDirectoryName(Path.GetFullPath(path)));
    }

    private static Model Build(SbmlDocument document, SbmlReadOptions options)
    {
        FlatDocument flat = new FlatDocumentReader(document.Level).Read(Flattener.Flatten(document, Load), document.File);
        return new ModelBuilder(flat, options).Build();
    }
}
