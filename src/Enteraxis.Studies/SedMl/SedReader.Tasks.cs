using System.Globalization;
using Enteraxis.Numerics.Text;

namespace Enteraxis.Studies.SedMl;

public static partial class SedReader
{
    private const int MostRounds = 1_000_000;

    private static SedAbstractTask Task(SedXml e) => e.Name switch
    {
        "task" => new SedTask(e.Required("id"), e.Required("modelReference"), e.Required("simulationReference")),
        "repeatedTask" => new RepeatedTask(e.Required("id"), e.Text("resetModel") is "" || e.Flag("resetModel"), e.Flag("concatenate"), e.Required("range"), [.. e.In("listOfRanges").Select(Range)],
            [.. e.In("listOfChanges").Select(Set)], [.. e.In("listOfSubTasks").Select(Sub).OrderBy(s => s.Order)]),
        _ => throw e.Fault($"the task '{Echo.Of(e.Name)}' is not supported; task and repeatedTask are."),
    };

    private static SubTask Sub(SedXml e) => new(e.Required("task"), e.Text("order").Length > 0 ? e.Count("order", int.MaxValue) : 0, [.. e.In("listOfChanges").Select(Set)]);

    private static SetValue Set(SedXml e)
    {
        if (e.Name != "setValue") throw e.Fault($"'{Echo.Of(e.Name)}' does not stand in a task; setValue does.");
        return new SetValue(e.Required("modelReference"), e.Text("target").Length > 0 || e.Text("symbol").Length > 0 ? e.Text("target") : throw e.Fault("setValue has no target; add one."), e.Text("symbol"), Calculation(e), e.Line);
    }

    private static SedRange Range(SedXml e)
    {
        string id = e.Required("id");
        switch (e.Name)
        {
            case "uniformRange":
                UniformRange uniform = new(id, e.Number("start"), e.Number("end"), e.Count(e.Text("numberOfSteps").Length > 0 ? "numberOfSteps" : "numberOfPoints", MostRounds), e.Text("type") switch
                {
                    "" or "linear" => false,
                    "log" => true,
                    _ => throw e.Fault($"'{Echo.Of(e.Text("type"))}' is no type of a range; write linear or log."),
                });
                return uniform.Logarithmic && !(uniform.Start > 0 && uniform.End > 0) ? throw e.Fault("a logarithmic range begins and ends above 0; correct it.") : uniform;
            case "vectorRange":
                return new VectorRange(id, [.. e.Element.Elements().Where(v => v.Name.LocalName == "value").Select(v => double.TryParse(v.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double x) ? x : throw e.Fault($"'{Echo.Of(v.Value)}' in the range '{Echo.Of(id)}' is no number."))]);
            case "functionalRange":
                // Some writers put variables and parameters without their lists.
                return new FunctionalRange(id, e.Text("range"), Calculation(e));
            case "dataRange": return new DataRange(id, e.Required("sourceReference").TrimStart('#'));
            default: throw e.Fault($"the range '{Echo.Of(e.Name)}' is not supported; uniformRange, vectorRange, functionalRange and dataRange are.");
        }
    }

    private static SedModel Model(SedXml e) => new(e.Required("id"), e.Text("name"), e.Text("language"), e.Required("source"), [.. e.In("listOfChanges").Select(Change)]);

    private static SedChange Change(SedXml e)
    {
        string target = e.Required("target");
        switch (e.Name)
        {
            case "changeAttribute": return new ChangeAttribute(target, e.Text("newValue"), e.Line);
            case "computeChange": return new ComputeChange(target, Calculation(e), e.Line);
            case "addXML": return new ChangeXml(target, XmlChangeKind.Add, New(e), e.Line);
            case "changeXML": return new ChangeXml(target, XmlChangeKind.Replace, New(e), e.Line);
            case "removeXML": return new ChangeXml(target, XmlChangeKind.Remove, [], e.Line);
            default: throw e.Fault($"the change '{Echo.Of(e.Name)}' is not supported; changeAttribute, computeChange, addXML, changeXML and removeXML are.");
        }
    }

    private static System.Xml.Linq.XElement[] New(SedXml e) => e.Child("newXML") is { } n ? [.. n.Element.Elements()] : throw e.Fault($"{e.Name} has no newXML; add it.");
}
