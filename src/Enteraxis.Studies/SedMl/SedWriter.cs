using System.Globalization;
using System.Xml.Linq;
using Enteraxis.Studies.Experiments.Maths;

namespace Enteraxis.Studies.SedMl;

/// <summary>Writes a document as SED-ML level 1 version 4; <see cref="SedReader"/> reads it back to the same meaning.</summary>
public static class SedWriter
{
    private static readonly XNamespace Ns = "http://sed-ml.org/sed-ml/level1/version4", Sbml = "http://www.sbml.org/sbml/level3/version2/core";

    public static string Write(SedDocument d) => new XDeclaration("1.0", "UTF-8", null) + "\n" + new XElement(Ns + "sedML",
        new XAttribute("xmlns", Ns.NamespaceName), new XAttribute(XNamespace.Xmlns + "sbml", Sbml.NamespaceName), new XAttribute("level", 1), new XAttribute("version", 4),
        List("listOfDataDescriptions", d.Data.Select(Data)), List("listOfModels", d.Models.Select(Model)), List("listOfSimulations", d.Simulations.Select(Simulation)),
        List("listOfTasks", d.Tasks.Select(Task)), List("listOfDataGenerators", d.DataGenerators.Select(g => Named("dataGenerator", g.Id, g.Name, Calculation(g.Calculation)))), List("listOfOutputs", d.Outputs.Select(Output))) + "\n";

    private static XElement Data(SedData d) => new(Ns + "dataDescription", new XAttribute("id", d.Id), new XAttribute("source", d.Source), Optional("format", d.Format),
        List("listOfDataSources", d.Sources.Select(s => new XElement(Ns + "dataSource", new XAttribute("id", s.Id),
            s.Column.Length == 0 ? null : List("listOfSlices", [new XElement(Ns + "slice", new XAttribute("reference", "ColumnIds"), new XAttribute("value", s.Column))])))));

    private static XElement Model(SedModel m) => Named("model", m.Id, m.Name, Optional("language", m.Language), new XAttribute("source", m.Source), List("listOfChanges", m.Changes.Select(Change)));

    private static XElement Change(SedChange c) => c switch
    {
        ChangeAttribute a => new XElement(Ns + "changeAttribute", new XAttribute("target", a.Target), new XAttribute("newValue", a.NewValue)),
        ComputeChange k => new XElement(Ns + "computeChange", new XAttribute("target", k.Target), Calculation(k.Calculation)),
        ChangeXml { Kind: XmlChangeKind.Remove } x => new XElement(Ns + "removeXML", new XAttribute("target", x.Target)),
        ChangeXml x => new XElement(Ns + (x.Kind == XmlChangeKind.Add ? "addXML" : "changeXML"), new XAttribute("target", x.Target), new XElement(Ns + "newXML", x.Elements)),
        _ => throw new InvalidOperationException(c.GetType().Name),
    };

    private static XElement Simulation(SedSimulation s) => s switch
    {
        UniformTimeCourse c => new XElement(Ns + "uniformTimeCourse", new XAttribute("id", c.Id), Number("initialTime", c.InitialTime), Number("outputStartTime", c.OutputStart), Number("outputEndTime", c.OutputEnd), new XAttribute("numberOfSteps", c.Steps), Algorithm(c.Algorithm)),
        OneStep o => new XElement(Ns + "oneStep", new XAttribute("id", o.Id), Number("step", o.Step), Algorithm(o.Algorithm)),
        _ => new XElement(Ns + "steadyState", new XAttribute("id", s.Id), Algorithm(s.Algorithm)),
    };

    private static XElement? Algorithm(SedAlgorithm a) => a.Kisao.Length == 0 ? null : new XElement(Ns + "algorithm", new XAttribute("kisaoID", a.Kisao),
        List("listOfAlgorithmParameters", a.Parameters.Select(p => new XElement(Ns + "algorithmParameter", new XAttribute("kisaoID", p.Kisao), new XAttribute("value", p.Value)))));

    private static XElement Task(SedAbstractTask t) => t switch
    {
        SedTask s => new XElement(Ns + "task", new XAttribute("id", s.Id), new XAttribute("modelReference", s.Model), new XAttribute("simulationReference", s.Simulation)),
        RepeatedTask r => new XElement(Ns + "repeatedTask", new XAttribute("id", r.Id), new XAttribute("range", r.MasterRange), new XAttribute("resetModel", r.Reset), r.Concatenate ? new XAttribute("concatenate", true) : null,
            List("listOfRanges", r.Ranges.Select(Range)), List("listOfChanges", r.Changes.Select(Set)),
            List("listOfSubTasks", r.SubTasks.Select(s => new XElement(Ns + "subTask", new XAttribute("order", s.Order), new XAttribute("task", s.Task), List("listOfChanges", s.Changes.Select(Set)))))),
        _ => throw new InvalidOperationException(t.GetType().Name),
    };

    private static XElement Range(SedRange r) => r switch
    {
        UniformRange u => new XElement(Ns + "uniformRange", new XAttribute("id", u.Id), Number("start", u.Start), Number("end", u.End), new XAttribute("numberOfSteps", u.Steps), new XAttribute("type", u.Logarithmic ? "log" : "linear")),
        VectorRange v => new XElement(Ns + "vectorRange", new XAttribute("id", v.Id), v.Values.Select(x => new XElement(Ns + "value", Text(x)))),
        FunctionalRange f => new XElement(Ns + "functionalRange", new XAttribute("id", f.Id), Optional("range", f.Index), Calculation(f.Calculation)),
        DataRange d => new XElement(Ns + "dataRange", new XAttribute("id", d.Id), new XAttribute("sourceReference", "#" + d.Source)),
        _ => throw new InvalidOperationException(r.GetType().Name),
    };

    private static XElement Set(SetValue c) => new(Ns + "setValue", new XAttribute("modelReference", c.Model), Optional("target", c.Target), Optional("symbol", c.Symbol), Calculation(c.Calculation));

    private static object?[] Calculation(SedCalculation c) =>
    [
        List("listOfVariables", c.Variables.Select(v => Named("variable", v.Id, v.Name, Optional("symbol", v.Symbol), Optional("target", v.Target), Optional("taskReference", v.Task), Optional("modelReference", v.Model),
            Optional("dimensionTerm", v.Reduction.Length == 0 ? "" : "urn:sedml:function:" + v.Reduction), List("listOfAppliedDimensions", v.Dimensions.Select(x => new XElement(Ns + "appliedDimension", new XAttribute("target", x))))))),
        List("listOfParameters", c.Parameters.Select(p => new XElement(Ns + "parameter", new XAttribute("id", p.Id), Number("value", p.Value)))),
        MathMlWriter.Write(c.Math),
    ];

    private static XElement Output(SedOutput o) => o switch
    {
        SedReport r => Named("report", r.Id, r.Name, List("listOfDataSets", r.DataSets.Select(s => new XElement(Ns + "dataSet", Optional("id", s.Id), Optional("label", s.Label), new XAttribute("dataReference", s.DataGenerator))))),
        SedPlot p => Named("plot2D", p.Id, p.Name, new XElement(Ns + "xAxis", new XAttribute("id", p.Id + "_x"), new XAttribute("type", p.LogX ? "log10" : "linear")), new XElement(Ns + "yAxis", new XAttribute("id", p.Id + "_y"), new XAttribute("type", p.LogY ? "log10" : "linear")),
            List("listOfCurves", p.Curves.Select(c => Named("curve", c.Id, c.Name, new XAttribute("xDataReference", c.X), new XAttribute("yDataReference", c.Y))))),
        _ => throw new InvalidOperationException(o.GetType().Name),
    };

    private static XElement Named(string element, string id, string name, params object?[] content) => new(Ns + element, Optional("id", id), Optional("name", name), content);

    private static XElement? List(string name, IEnumerable<XElement> items) => items.ToArray() is { Length: > 0 } all ? new XElement(Ns + name, all) : null;

    private static XAttribute? Optional(string name, string value) => value.Length > 0 ? new XAttribute(name, value) : null;

    private static XAttribute Number(string name, double value) => new(name, Text(value));

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
