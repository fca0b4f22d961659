using System.Globalization;
using System.Xml;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Models;
using Enteraxis.Modelling.Units;

namespace Enteraxis.Modelling.Sbml.Write;

/// <summary>Writes one document, list by list in the order that SBML asks for.</summary>
internal sealed class DocumentWriter
{
    private const string Core = "http://www.sbml.org/sbml/level3/version2/core", Distrib = "http://www.sbml.org/sbml/level3/version1/distrib/version1";

    private readonly XmlWriter _xml;
    private readonly Model _model;
    private readonly SbmlOptions _options;
    private readonly Identifiers _names;
    private readonly NamedNodes _nodes;
    private readonly NamedUnits _units;
    private readonly MathWriter _math;
    private readonly DescriptionWriter _descriptions;
    private readonly Dictionary<string, string> _unitOf;

    public DocumentWriter(XmlWriter xml, Model model, SbmlOptions options)
    {
        (_xml, _model, _options, _names) = (xml, model, options, SbmlWriter.NamesOf(model));
        _nodes = new NamedNodes(model, _names);
        _units = new NamedUnits(model);
        _unitOf = _units.OfQuantities.ToDictionary(q => q.Quantity, q => UnitWriter.Reference(q.Unit), StringComparer.Ordinal);
        _math = new MathWriter(xml, model.Graph, _nodes.Of, options.Draws);
        _descriptions = new DescriptionWriter(xml);
    }

    public void Write()
    {
        Operator[] laws = [.. _nodes.Draws];
        bool package = _options.Draws == DrawForm.Distrib && laws.Length > 0;
        _xml.WriteStartElement("sbml", Core);
        if (package) _xml.WriteAttributeString("xmlns", "distrib", null, Distrib);
        _xml.WriteAttributeString("level", "3");
        _xml.WriteAttributeString("version", "2");
        if (package) _xml.WriteAttributeString("required", Distrib, "true");
        ModelElement(package ? [] : laws);
        _xml.WriteEndElement();
    }

    private void ModelElement(Operator[] functions)
    {
        _xml.WriteStartElement("model");
        Description description = _options.Descriptions.GetValueOrDefault("") ?? new Description();
        _descriptions.Attributes(IdentifierOf(_model.Name), description.Label is null ? description with { Label = _model.Name } : description, "");
        if (_model.Units.Time is { } time) _xml.WriteAttributeString("timeUnits", time.Equals(UnitCatalogue.BuiltInUnit("second")) ? "second" : "time_unit");
        _descriptions.Content(IdentifierOf(_model.Name), description, ofModel: true);
        if (functions.Length > 0) DrawFunctions.Write(_xml, functions);
        UnitWriter.Write(_xml, _model.Units.Time, _units);
        List("listOfParameters", Parameters());
        List("listOfInitialAssignments", InitialAssignments());
        List("listOfRules", Rules());
        List("listOfEvents", _model.Events.Select(e => (Action)(() => Event(e))));
        _xml.WriteEndElement();
    }

    private static string IdentifierOf(string name)
    {
        string id = new([.. name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')]);
        return id.Trim('_').Length == 0 ? "main" : char.IsAsciiDigit(id[0]) ? "_" + id : id;
    }

    private void List(string name, IEnumerable<Action> items)
    {
        bool open = false;
        foreach (Action item in items)
        {
            if (!open) _xml.WriteStartElement(name);
            open = true;
            item();
        }
        if (open) _xml.WriteEndElement();
    }

    private IEnumerable<Action> Parameters() =>
        _model.States.Select(s => (Action)(() => Parameter(s.Name, s.Initial, isConstant: false)))
            .Concat(_model.Parameters.Select(p => (Action)(() => Parameter(p.Name, p.Initial, p.IsConstant))))
            .Concat(_model.Assigned.Select(a => (Action)(() => Parameter(a.Name, Expr.None, isConstant: false))))
            .Concat(_nodes.Parts.Select(p => (Action)(() => Bare(p.Name))));

    private void Parameter(string name, Expr initial, bool isConstant)
    {
        Description description = _options.Descriptions.GetValueOrDefault(name) ?? new Description();
        if (description.SboTerm is null && isConstant) description = description with { SboTerm = Terms.OfConstant(_model, name) };
        _xml.WriteStartElement("parameter");
        _descriptions.Attributes(_names[name], description, name);
        if (!initial.IsNone && _model.Graph.IsConstant(initial)) _xml.WriteAttributeString("value", Number(_model.Graph.ConstantValue(initial)));
        if (_unitOf.TryGetValue(name, out string? unit)) _xml.WriteAttributeString("units", unit);
        _xml.WriteAttributeString("constant", isConstant ? "true" : "false");
        _descriptions.Content(_names[name], description, ofModel: false);
        _xml.WriteEndElement();
    }

    /// <summary>A part of formulas that stands in several places and got a name here.</summary>
    private void Bare(string id)
    {
        _xml.WriteStartElement("parameter");
        _xml.WriteAttributeString("id", id);
        _xml.WriteAttributeString("constant", "false");
        _xml.WriteEndElement();
    }

    private IEnumerable<Action> InitialAssignments() =>
        _model.States.Select(s => (s.Name, s.Initial)).Concat(_model.Parameters.Select(p => (p.Name, p.Initial))).Where(q => !_model.Graph.IsConstant(q.Initial))
            .Select(q => (Action)(() => WithMath("initialAssignment", "symbol", _names[q.Name], q.Initial)));

    private IEnumerable<Action> Rules() =>
        _nodes.Parts.Select(p => (Action)(() => WithMath("assignmentRule", "variable", p.Name, p.Value, writtenOut: true)))
            .Concat(_model.Assigned.Select(a => (Action)(() => WithMath("assignmentRule", "variable", _names[a.Name], a.Value, writtenOut: _nodes.Of(a.Value) == _names[a.Name]))))
            .Concat(_model.States.Select(s => (Action)(() => StateRule(s))));

    private void StateRule(StateVariable s)
    {
        if (s.IsAlgebraic) WithMath("algebraicRule", null, "", s.Rate);
        else WithMath("rateRule", "variable", _names[s.Name], s.Rate);
    }

    private void WithMath(string element, string? attribute, string id, Expr e, bool writtenOut = false)
    {
        _xml.WriteStartElement(element);
        if (attribute is not null) _xml.WriteAttributeString(attribute, id);
        _math.Write(e, writtenOut: writtenOut);
        _xml.WriteEndElement();
    }

    private void Event(ModelEvent e)
    {
        Description description = _options.Descriptions.GetValueOrDefault(e.Name) ?? new Description();
        string id = _names.OfEvent(e.Name);
        _xml.WriteStartElement("event");
        _descriptions.Attributes(id, description, e.Name);
        _xml.WriteAttributeString("useValuesFromTriggerTime", e.UseTriggerTimeValues ? "true" : "false");
        _descriptions.Content(id, description, ofModel: false);
        _xml.WriteStartElement("trigger");
        _xml.WriteAttributeString("initialValue", e.InitialTrigger ? "true" : "false");
        _xml.WriteAttributeString("persistent", e.Persistent ? "true" : "false");
        _math.Write(e.Trigger, asTruth: true);
        _xml.WriteEndElement();
        if (!e.Priority.IsNone) WithMath("priority", null, "", e.Priority);
        if (!e.Delay.IsNone) WithMath("delay", null, "", e.Delay);
        List("listOfEventAssignments", e.Assignments.Select(a => (Action)(() => WithMath("eventAssignment", "variable",
            _names[a.Kind == QuantityKind.State ? _model.States[a.Index].Name : _model.Parameters[a.Index].Name], a.Value))));
        _xml.WriteEndElement();
    }

    private static string Number(double value) =>
        double.IsNaN(value) ? "NaN" : double.IsInfinity(value) ? value > 0 ? "INF" : "-INF" : value.ToString("R", CultureInfo.InvariantCulture);
}
