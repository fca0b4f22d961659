using System.Xml.Linq;

namespace Enteraxis.Modelling.Sbml.Documents;

/// <summary>Reads the components of a flat model element, with the defaults of its level and version.</summary>
internal sealed class FlatDocumentReader(int level, FaultList faults)
{
    private int _anonymous;

    public FlatDocument Read(XElement model, string fileName)
    {
        List<Reaction> reactions = faults.Each(model.Listed("listOfReactions"), Reaction);
        return new FlatDocument(
            model.Text("id") ?? model.Text("name") ?? Path.GetFileNameWithoutExtension(fileName), model,
            faults.Each(model.Listed("listOfFunctionDefinitions"), Function),
            faults.Each(model.Listed("listOfCompartments"), Compartment),
            faults.Each(model.Listed("listOfSpecies"), Species),
            faults.Each(model.Listed("listOfParameters"), p => Parameter(p, level < 3)),
            faults.Each(model.Listed("listOfInitialAssignments"), i => Assignment(i, "symbol")),
            faults.Each(model.Listed("listOfRules"), Rule),
            reactions,
            faults.Each(model.Listed("listOfEvents"), Event),
            model.Text("conversionFactor"))
        {
            Warnings = [.. model.Listed("listOfConstraints").Where(c => c.Formula() is not null)
                .Select(c => $"{c.PlaceOf().File}, line {c.PlaceOf().Line}: the constraint is read but not watched during a simulation.")],
        };
    }

    // Level 1 calls the identifier a name.
    private string Id(XElement e) => level == 1 ? e.Needed("name") : e.Needed("id");

    private static FunctionDefinition Function(XElement e)
    {
        XElement? lambda = e.Formula();
        // Wrapped by semantics where a writer kept its own notation beside.
        if (lambda?.Name.LocalName == "semantics") lambda = lambda.Elements().FirstOrDefault();
        if (lambda is null) return new FunctionDefinition(e.Needed("id"), e, [], null);
        if (lambda.Name.LocalName != "lambda") throw lambda.Fault("the math of a function definition must be a <lambda>.");
        string[] arguments = [.. lambda.Elements().Where(c => c.Name.LocalName == "bvar").Select(b => b.Value.Trim())];
        return new FunctionDefinition(e.Needed("id"), e, arguments, lambda.Elements().LastOrDefault(c => c.Name.LocalName != "bvar"));
    }

    private Compartment Compartment(XElement e)
    {
        double dimensions = e.Number("spatialDimensions") ?? 3;
        double? size = level == 1 ? e.Number("volume") ?? 1 : e.Number("size");
        return new Compartment(Id(e), e, size, dimensions, e.Flag("constant", level == 2));
    }

    private Species Species(XElement e) => new(Id(e), e, e.Needed("compartment"), e.Number("initialAmount"), e.Number("initialConcentration"),
        e.Flag("hasOnlySubstanceUnits", false), e.Flag("boundaryCondition", false), e.Flag("constant", false), e.Text("conversionFactor"));

    private Parameter Parameter(XElement e, bool constant) => new(Id(e), e, e.Number("value"), e.Flag("constant", constant && level > 1));

    /// <summary>Null where the formula is absent, which L3V2 allows and which means that nothing is assigned.</summary>
    private static InitialAssignment? Assignment(XElement e, string target)
    {
        string variable = e.Needed(target);
        return e.Formula() is { } formula ? new InitialAssignment(variable, e, formula) : null;
    }

    private Rule? Rule(XElement e)
    {
        RuleKind kind = e.Name.LocalName switch
        {
            "assignmentRule" => RuleKind.Assignment,
            "rateRule" => RuleKind.Rate,
            "algebraicRule" => RuleKind.Algebraic,
            "compartmentVolumeRule" or "speciesConcentrationRule" or "specieConcentrationRule" or "parameterRule" => e.Text("type") == "rate" ? RuleKind.Rate : RuleKind.Assignment,
            var name => throw e.Fault($"<{name}> is no kind of rule."),
        };
        string variable = kind == RuleKind.Algebraic ? "" : e.Needed("variable", "compartment", "species", "specie", "name");
        return FormulaOf(e) is { } formula ? new Rule(variable, e, kind, formula) : null;
    }

    // Level 1 writes formulas as text.
    private XElement? FormulaOf(XElement e) => level == 1 ? e.Text("formula") is { } text ? MathMl.InfixFormula.Read(text, e) : null : e.Formula();

    private Reaction Reaction(XElement e)
    {
        XElement? law = e.Core("kineticLaw").FirstOrDefault();
        IEnumerable<XElement> local = law is null ? [] : law.Listed("listOfParameters").Concat(law.Listed("listOfLocalParameters"));
        return new Reaction(Id(e), e, e.Flag("fast", false),
            [.. e.Listed("listOfReactants").Select(r => Use(r, -1)), .. e.Listed("listOfProducts").Select(r => Use(r, 1))],
            law is null ? null : FormulaOf(law), [.. local.Select(p => Parameter(p, true))]);
    }

    private SpeciesUse Use(XElement e, int sign)
    {
        string species = e.Needed("species", "specie");
        XElement? math = e.Core("stoichiometryMath").FirstOrDefault()?.Formula();
        double? stoichiometry = math is not null ? null : e.Number("stoichiometry") ?? (level < 3 ? 1 : null);
        if (level == 1 && e.Number("denominator") is { } denominator) stoichiometry /= denominator;
        return new SpeciesUse(e.Text("id") ?? "", e, species, sign, stoichiometry, math, e.Flag("constant", false));
    }

    private Event Event(XElement e)
    {
        XElement? trigger = e.Core("trigger").FirstOrDefault();
        return new Event(e.Text("id") ?? $"event{++_anonymous}", e, trigger?.Formula(), e.Core("delay").FirstOrDefault()?.Formula(), e.Core("priority").FirstOrDefault()?.Formula(),
            trigger?.Flag("persistent", true) ?? true, trigger?.Flag("initialValue", true) ?? true, e.Flag("useValuesFromTriggerTime", true),
            [.. e.Listed("listOfEventAssignments").Select(a => Assignment(a, "variable")).OfType<InitialAssignment>()]);
    }
}
