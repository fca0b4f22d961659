using System.Xml.Linq;
using Enteraxis.Modelling.Models;
using Enteraxis.Modelling.Sbml.Documents;

namespace Enteraxis.Modelling.Sbml.Fbc;

/// <summary>Reads the package fbc (versions 1 and 2) of a flat model; what it cannot state as a linear program is refused by name.</summary>
/// <remarks>Reference: B. G. Olivier, F. T. Bergmann, SBML level 3 package: flux balance constraints version 2, J. Integr. Bioinform. 2018, doi 10.1515/jib-2017-0082.</remarks>
internal sealed class FluxModelReader(FlatDocument document, Model model)
{
    private readonly Dictionary<string, Reaction> _reactions = document.Reactions.ToDictionary(r => r.Id, StringComparer.Ordinal);

    public FluxModel Read()
    {
        XElement root = document.Source;
        foreach (XElement e in root.Descendants().Where(IsFbc).Where(e => e.Name.LocalName is "listOfUserDefinedConstraints" or "userDefinedConstraint"))
            throw e.Fault("user-defined constraints of the package fbc are not supported; give the model without them.");
        FluxObjective[] objectives = [.. Listed(root, "listOfObjectives").Select(Objective)];
        XElement? list = root.Elements().FirstOrDefault(e => IsFbc(e) && e.Name.LocalName == "listOfObjectives");
        string? active = list is null ? null : Fbc(list, "activeObjective");
        if (active is not null && objectives.All(o => o.Id != active)) throw list!.Fault($"the active objective '{active}' is not among the objectives.");
        Dictionary<string, (double Lower, double Upper)> bounds = BoundsOfVersion1(root);
        bool strict = Fbc(root, "strict") is "true" or "1";
        return new FluxModel(model, [.. document.Species.Where(s => !s.IsBoundary).Select(s => s.Id)], [.. document.Reactions.Select(r => Reaction(r, bounds, strict))], objectives,
            objectives.FirstOrDefault(o => o.Id == active) ?? objectives.FirstOrDefault());
    }

    private FluxReaction Reaction(Reaction r, Dictionary<string, (double Lower, double Upper)> bounds, bool strict)
    {
        (double lower, double upper) = bounds.GetValueOrDefault(r.Id, (double.NegativeInfinity, double.PositiveInfinity));
        FluxNumber Bound(string attribute, double otherwise)
        {
            if (Fbc(r.Source, attribute) is not { } name)
                return !strict ? new FluxNumber(otherwise, null) : throw r.Source.Fault($"the reaction '{r.Id}' has no {attribute}, which a strict model needs; add it.");
            return document.Parameters.Any(p => p.Id == name) ? new FluxNumber(double.NaN, name) : throw r.Source.Fault($"the {attribute} '{name}' of the reaction '{r.Id}' is no parameter.");
        }
        return new FluxReaction(r.Id, Bound("lowerFluxBound", lower), Bound("upperFluxBound", upper), [.. r.Uses.Select(u => (u.Species, u.Sign, Stoichiometry(u)))]);
    }

    private static FluxNumber Stoichiometry(SpeciesUse u) =>
        u.Id.Length > 0 ? new FluxNumber(double.NaN, u.Id)
        : u.Stoichiometry is { } number ? new FluxNumber(number, null)
        : throw u.Source.Fault($"the species reference to '{u.Species}' has no stoichiometry; give it one.");

    private FluxObjective Objective(XElement e)
    {
        bool maximum = Fbc(e, "type") switch
        {
            "maximize" => true,
            "minimize" => false,
            var type => throw e.Fault($"an objective is to 'maximize' or to 'minimize', not '{type}'."),
        };
        return new FluxObjective(Fbc(e, "id") ?? throw e.Fault("the objective has no identifier; add one."), maximum, [.. Listed(e, "listOfFluxObjectives").Select(Term)]);
    }

    private (string, double) Term(XElement e)
    {
        if (Fbc(e, "variableType") is { } type && type != "linear") throw e.Fault($"a flux objective of the type '{type}' is no part of a linear program and is not supported.");
        string reaction = Fbc(e, "reaction") ?? throw e.Fault("the flux objective names no reaction.");
        if (!_reactions.ContainsKey(reaction)) throw e.Fault($"the flux objective names the reaction '{reaction}', which is not defined.");
        return (reaction, Number(e, "coefficient"));
    }

    private Dictionary<string, (double Lower, double Upper)> BoundsOfVersion1(XElement root)
    {
        Dictionary<string, (double Lower, double Upper)> bounds = new(StringComparer.Ordinal);
        foreach (XElement e in Listed(root, "listOfFluxBounds"))
        {
            string reaction = Fbc(e, "reaction") ?? throw e.Fault("the flux bound names no reaction.");
            if (!_reactions.ContainsKey(reaction)) throw e.Fault($"the flux bound names the reaction '{reaction}', which is not defined.");
            (double lower, double upper) = bounds.GetValueOrDefault(reaction, (double.NegativeInfinity, double.PositiveInfinity));
            double value = Number(e, "value");
            bounds[reaction] = Fbc(e, "operation") switch
            {
                // A linear program knows no difference between less and at most.
                "lessEqual" or "less" => (lower, Math.Min(upper, value)),
                "greaterEqual" or "greater" => (Math.Max(lower, value), upper),
                "equal" => (value, value),
                var operation => throw e.Fault($"'{operation}' is no operation of a flux bound; write lessEqual, greaterEqual or equal."),
            };
        }
        return bounds;
    }

    private static double Number(XElement e, string attribute) =>
        Fbc(e, attribute) is { } text && SbmlElement.TryNumber(text, out double value) ? value : throw e.Fault($"the attribute '{attribute}' of <{e.Name.LocalName}> is no number.");

    private static bool IsFbc(XElement e) => SbmlNames.IsPackage(e.Name.NamespaceName, "fbc");

    private static IEnumerable<XElement> Listed(XElement e, string list) => e.Elements().Where(l => IsFbc(l) && l.Name.LocalName == list).SelectMany(l => l.Elements().Where(IsFbc));

    private static string? Fbc(XElement e, string attribute) =>
        (e.Attributes().FirstOrDefault(a => a.Name.LocalName == attribute && SbmlNames.IsPackage(a.Name.NamespaceName, "fbc")) ?? (IsFbc(e) ? e.Attribute(attribute) : null))?.Value.Trim();
}
