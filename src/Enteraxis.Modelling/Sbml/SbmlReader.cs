using System.Xml.Linq;
using Enteraxis.Modelling.Models;
using Enteraxis.Modelling.Sbml.Build;
using Enteraxis.Modelling.Sbml.Comp;
using Enteraxis.Modelling.Sbml.Documents;
using Enteraxis.Modelling.Sbml.Fbc;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Files;

namespace Enteraxis.Modelling.Sbml;

/// <summary>Reads SBML of level 1, 2 and 3 into a flat <see cref="Model"/>; what a document needs and is not supported is refused by name.</summary>
/// <remarks>
/// Of the packages comp (submodels become parts A__x), distrib (draws in initial assignments and events) and fbc (<see cref="ReadFluxes"/>) are read.
/// A species' identifier means what it means in formulas; in a compartment whose size may change the state is <c>amount(S)</c>.
/// Reference: M. Hucka and others, The Systems Biology Markup Language: language specification for level 3 version 2 core,
/// Journal of Integrative Bioinformatics 2019, doi 10.1515/jib-2019-0021.
/// </remarks>
public static class SbmlReader
{
    /// <exception cref="InputException">The file cannot be read, is no SBML, or needs what is not supported; the sentence gives file and line.</exception>
    public static Model ReadFile(string path, SbmlReadOptions? options = null) => Build(Flat(Load(path)), options);

    /// <summary>A document that was read by <see cref="GuardedXml"/> and changed since.</summary>
    /// <param name="path">Where it came from: files that it names lie there.</param>
    /// <exception cref="InputException">As for a file.</exception>
    public static Model Read(XDocument document, string path, SbmlReadOptions? options = null) =>
        Build(Flat(SbmlDocument.Of(document.Root!, Path.GetFileName(path), Path.GetDirectoryName(Path.GetFullPath(path)))), options);

    /// <param name="fileName">What error sentences call the text. A text in memory cannot name other files.</param>
    /// <exception cref="InputException">As for a file.</exception>
    public static Model ReadText(string text, string fileName = "model.xml", SbmlReadOptions? options = null) =>
        Build(Flat(SbmlDocument.Of(GuardedXml.Parse(fileName, text).Root!, fileName, null)), options);

    /// <summary>The flux balance problem of a document that uses the package fbc.</summary>
    /// <exception cref="InputException">As for a file, or the problem is no linear program.</exception>
    public static FluxModel ReadFluxes(string path)
    {
        FlatDocument flat = Flat(Load(path));
        return new FluxModelReader(flat, Build(flat, null)).Read();
    }

    /// <summary>Every fault of a document, one sentence each, then what else is worth knowing.</summary>
    public static (IReadOnlyList<string> Faults, IReadOnlyList<string> Warnings) Check(string path)
    {
        FaultList faults = new(keeps: true);
        IReadOnlyList<string> warnings = [];
        faults.Try(() =>
        {
            FlatDocument flat = Flat(Load(path), faults);
            Model model = new ModelBuilder(flat, new SbmlReadOptions(), faults).Build();
            warnings = model.Warnings;
            if (flat.Source.Descendants().Any(e => SbmlNames.IsPackage(e.Name.NamespaceName, "fbc"))) _ = new FluxModelReader(flat, model).Read();
        });
        return (faults.Faults, warnings);
    }

    private static SbmlDocument Load(string path) =>
        SbmlDocument.Of(GuardedXml.Load(path).Root!, Path.GetFileName(path), Path.GetDirectoryName(Path.GetFullPath(path)));

    private static FlatDocument Flat(SbmlDocument document) => Flat(document, new FaultList(keeps: false));

    private static FlatDocument Flat(SbmlDocument document, FaultList faults) => new FlatDocumentReader(document.Level, faults).Read(Flattener.Flatten(document, Load), document.File);

    private static Model Build(FlatDocument flat, SbmlReadOptions? options) => new ModelBuilder(flat, options ?? new SbmlReadOptions(), new FaultList(keeps: false)).Build();
}
