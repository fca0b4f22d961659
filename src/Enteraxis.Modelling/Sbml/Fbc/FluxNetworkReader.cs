using Enteraxis.Modelling.Sbml.Documents;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Files;
using Enteraxis.Numerics.Text;

namespace Enteraxis.Modelling.Sbml.Fbc;

/// <summary>Reads a genome-scale model (SBML level 3 with the package fbc, version 1 or 2; plain or gzipped) in one pass that keeps neither notes nor annotations.</summary>
/// <remarks>
/// For models whose bounds and stoichiometries are numbers. Where rules or initial assignments compute one of them, or submodels stand in the document, it is refused by name;
/// <see cref="SbmlReader.ReadFluxes"/> reads those, slowly. Gene associations are not read: no gene is knocked out here.
/// Reference: B. G. Olivier, F. T. Bergmann, SBML level 3 package: flux balance constraints version 2, J. Integr. Bioinform. 2018, doi 10.1515/jib-2017-0082.
/// </remarks>
public sealed class FluxNetworkReader
{
    private readonly GuardedXmlReader _xml;
    private readonly FluxNetworkParts _parts;
    private string _fbc = "none", _list = "";

    private FluxNetworkReader(GuardedXmlReader xml) => (_xml, _parts) = (xml, new FluxNetworkParts(xml.File));

    /// <exception cref="InputException">The file cannot be read, is no such model, or needs what is not supported; the sentence gives file and line.</exception>
    public static FluxNetwork Read(string path, XmlLimits? limits = null)
    {
        using GuardedXmlReader xml = GuardedXmlReader.Open(path, limits);
        return new FluxNetworkReader(xml).Read();
    }

    private FluxNetwork Read()
    {
        if (!_xml.Next() || _xml.Name != "sbml" || !SbmlNames.IsCore(_xml.Namespace)) throw _xml.Fault("the root element is not <sbml> of a namespace of SBML; give an SBML file.");
        if (_xml.Attribute("level") != "3") throw _xml.Fault("bounds of fluxes are read from SBML level 3 with the package fbc; convert the model (cobrapy and the COBRA Toolbox write it).");
        foreach ((string space, string name, string value) in _xml.Attributes())
        {
            if (SbmlNames.IsPackage(value, "fbc")) _fbc = value;
            if (name == "required" && value is "true" or "1" && SbmlNames.PackageOf(space) is not ("fbc" or null)) throw _xml.Fault($"the model needs the SBML package '{SbmlNames.PackageOf(space)}', which is no part of a linear program; give a flat model.");
        }
        if (_fbc == "none") throw _xml.Fault("the document does not use the package fbc, so it states no bounds of fluxes; export it as SBML level 3 with fbc.");
        while (_xml.Next()) Element();
        return _parts.Build();
    }

    private void Element()
    {
        string name = _xml.Name;
        if (name is "notes" or "annotation" or "kineticLaw" or "geneProductAssociation" or "listOfUnitDefinitions" or "listOfGeneProducts" or "listOfGroups" or "listOfLayouts" or "listOfCompartments" or "listOfModifiers") _xml.Skip();
        else if (_xml.Namespace == _fbc) Package(name);
        else if (SbmlNames.IsCore(_xml.Namespace)) Core(name);
        else if (name is "listOfSubmodels" or "listOfModelDefinitions") throw _xml.Fault("the model is made of submodels; flatten it.");
        else _xml.Skip();
    }

    private void Core(string name)
    {
        if (name.StartsWith("listOf", StringComparison.Ordinal)) _list = name;
        switch (name)
        {
            case "model":
                (_parts.Id, _parts.Name) = (_xml.Attribute("id") ?? "", _xml.Attribute("name") ?? "");
                _parts.IsStrict = Fbc("strict") is "true" or "1";
                break;
            case "species":
                _parts.AddSpecies(Needed("id"), _xml.Attribute("name") ?? "", _xml.Attribute("compartment") ?? "", Fbc("chemicalFormula") ?? "", _xml.Attribute("boundaryCondition") is "true" or "1", _xml.Line);
                break;
            case "parameter":
                _parts.AddParameter(Needed("id"), Number("value"), _xml.Line);
                break;
            case "reaction":
                _parts.AddReaction(Needed("id"), _xml.Attribute("name") ?? "", Fbc("lowerFluxBound"), Fbc("upperFluxBound"), _xml.Line);
                break;
            case "speciesReference":
                _parts.AddTerm(Needed("species"), _list == "listOfReactants" ? -1 : 1, Number("stoichiometry"), _xml.Attribute("id"), _xml.Line);
                break;
            case "initialAssignment":
                _parts.Computed.Add(Needed("symbol"));
                _xml.Skip();
                break;
            case "assignmentRule" or "rateRule":
                _parts.Computed.Add(Needed("variable"));
                _xml.Skip();
                break;
        }
    }

    private void Package(string name)
    {
        switch (name)
        {
            case "listOfObjectives":
                _parts.Active = Fbc("activeObjective");
                break;
            case "objective":
                _parts.AddObjective(Fbc("id") ?? "", Fbc("type") switch
                {
                    "maximize" => true,
                    "minimize" => false,
                    var type => throw _xml.Fault($"an objective is to 'maximize' or to 'minimize', not '{Echo.Of(type ?? "")}'."),
                });
                break;
            case "fluxObjective":
                if (Fbc("variableType") is { } form && form != "linear") throw _xml.Fault($"a flux objective of the type '{Echo.Of(form)}' is no part of a linear program.");
                _parts.AddObjectiveTerm(Fbc("reaction") ?? throw _xml.Fault("the flux objective names no reaction."), FbcNumber("coefficient"), _xml.Line);
                break;
            case "fluxBound":
                _parts.AddBound(Fbc("reaction") ?? throw _xml.Fault("the flux bound names no reaction."), Fbc("operation") ?? "", FbcNumber("value"), _xml.Line);
                break;
            case "listOfUserDefinedConstraints":
                throw _xml.Fault("user-defined constraints of the package fbc are not supported; give the model without them.");
        }
    }

    // Elements of the package may carry their attributes with or without its prefix.
    private string? Fbc(string attribute) => (_xml.Attribute(attribute, _fbc) ?? (_xml.Namespace == _fbc ? _xml.Attribute(attribute) : null))?.Trim();

    private double FbcNumber(string attribute) => Fbc(attribute) is { } text && SbmlElement.TryNumber(text, out double value) && !double.IsNaN(value) ? value : throw _xml.Fault($"the attribute '{attribute}' of <{_xml.Name}> is no number.");

    private string Needed(string attribute) => _xml.Attribute(attribute) is { Length: > 0 } value ? value.Trim() : throw _xml.Fault($"<{_xml.Name}> has no attribute '{attribute}'; add it.");

    /// <summary>NaN where it is missing: whether that matters shows later.</summary>
    private double Number(string attribute) =>
        _xml.Attribute(attribute) is not { } text ? double.NaN
        : SbmlElement.TryNumber(text, out double value) ? value
        : throw _xml.Fault($"'{Echo.Of(text)}' is no number for the attribute '{attribute}' of <{_xml.Name}>; write one, for example 1.5 or INF.");
}
