using System.Xml.Linq;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Files;
using Enteraxis.Numerics.Text;

namespace Enteraxis.Studies.SedMl;

/// <summary>Reads SED-ML of level 1, versions 1 to 4; what is not supported (parameter estimation, surfaces, NuML) is refused by name.</summary>
public static partial class SedReader
{
    // A course of ten million values of ten quantities is what a machine can hold.
    private const int MostSteps = 10_000_000;

    private static readonly XmlLimits Limits = new() { Bytes = 32L << 20 };

    /// <exception cref="InputException">The file cannot be read, is no SED-ML, or asks for what is not supported.</exception>
    public static SedDocument ReadFile(string path) => Read(path, GuardedXml.Load(path, Limits));

    /// <param name="name">What error sentences call the document.</param>
    public static SedDocument Parse(string name, string text) => Read(name, GuardedXml.Parse(name, text, Limits));

    private static SedDocument Read(string file, XDocument document)
    {
        SedXml root = new(file, document.Root!);
        if (root.Name != "sedML") throw root.Fault($"the document is no SED-ML but '{Echo.Of(root.Name)}'; give a SED-ML file.");
        if (root.Text("level") is not ("1" or "")) throw root.Fault($"level '{Echo.Of(root.Text("level"))}' of SED-ML is not known; level 1 is read.");
        SedDocument read = new()
        {
            File = file,
            Data = [.. root.In("listOfDataDescriptions").Select(Data)],
            Models = [.. root.In("listOfModels").Select(Model)],
            Simulations = [.. root.In("listOfSimulations").Select(Simulation)],
            Tasks = [.. root.In("listOfTasks").Select(Task)],
            DataGenerators = [.. root.In("listOfDataGenerators").Select(g => new SedDataGenerator(g.Required("id"), g.Text("name"), Calculation(g)))],
            Outputs = [.. root.In("listOfOutputs").Select(Output)],
        };
        new SedCheck(read).Run();
        return read;
    }

    private static SedData Data(SedXml e) => new(e.Required("id"), e.Required("source"), e.Text("format"), [.. e.In("listOfDataSources").Select(Source)], e.Line);

    private static SedDataSource Source(SedXml e)
    {
        SedXml[] slices = [.. e.In("listOfSlices")];
        if (slices.Length > 1) throw slices[1].Fault("only one slice of a data source is read: the one that names a column; remove the others.");
        return new SedDataSource(e.Required("id"), slices.Length == 0 ? "" : slices[0].Required("value"));
    }

    private static SedSimulation Simulation(SedXml e)
    {
        SedAlgorithm algorithm = e.Child("algorithm") is { } a
            ? new SedAlgorithm(a.Required("kisaoID"), [.. a.In("listOfAlgorithmParameters").Select(p => (p.Required("kisaoID"), p.Text("value")))])
            : new SedAlgorithm("", []);
        switch (e.Name)
        {
            case "uniformTimeCourse":
                // Versions before the fourth call the number of steps numberOfPoints.
                UniformTimeCourse course = new(e.Required("id"), algorithm, e.Number("initialTime"), e.Number("outputStartTime"), e.Number("outputEndTime"), e.Count(e.Text("numberOfSteps").Length > 0 ? "numberOfSteps" : "numberOfPoints", MostSteps));
                return course.InitialTime <= course.OutputStart && course.OutputStart <= course.OutputEnd ? course : throw e.Fault("initialTime, outputStartTime and outputEndTime are not in this order; correct them.");
            case "oneStep": return e.Number("step") > 0 ? new OneStep(e.Required("id"), algorithm, e.Number("step")) : throw e.Fault("the step is not above 0; write a positive one.");
            case "steadyState": return new SteadyStateSimulation(e.Required("id"), algorithm);
            default: throw e.Fault($"the simulation '{Echo.Of(e.Name)}' is not supported; uniformTimeCourse, oneStep and steadyState are.");
        }
    }

    private static SedCalculation Calculation(SedXml e) => new([.. e.In("listOfVariables").Select(Variable)], [.. e.In("listOfParameters").Select(p => (p.Required("id"), p.Number("value")))], e.Formula());

    private static SedVariable Variable(SedXml e)
    {
        if (e.Text("target").Length == 0 && e.Text("symbol").Length == 0) throw e.Fault("a variable has a target or a symbol; add one.");
        string term = e.Text("dimensionTerm");
        return new SedVariable(e.Required("id"), e.Text("name"), e.Text("target"), e.Text("symbol"), e.Text("taskReference"), e.Text("modelReference"), term.Length == 0 ? "" : term[(term.LastIndexOf(':') + 1)..],
            [.. e.In("listOfAppliedDimensions").Select(d => d.Text("target") is { Length: > 0 } t ? t : d.Required("dimensionTarget"))], e.Line);
    }

    private static SedOutput Output(SedXml e)
    {
        switch (e.Name)
        {
            case "report": return new SedReport(e.Required("id"), e.Text("name"), [.. e.In("listOfDataSets").Select(d => new SedDataSet(d.Text("id"), d.Text("label"), d.Required("dataReference")))]);
            case "plot2D":
                SedXml[] curves = [.. e.In("listOfCurves")];
                SedXml? strange = curves.Where(c => c.Name != "curve").Cast<SedXml?>().FirstOrDefault();
                if (strange is { } s) throw s.Fault($"'{Echo.Of(s.Name)}' in plots is not supported; curves are.");
                bool Log(string axis, string attribute) => e.Child(axis)?.Text("type") == "log10" || (curves.Length > 0 && curves.All(c => c.Flag(attribute)));
                return new SedPlot(e.Required("id"), e.Text("name"), [.. curves.Select(c => new SedCurve(c.Text("id"), c.Text("name"), c.Required("xDataReference"), c.Required("yDataReference")))], Log("xAxis", "logX"), Log("yAxis", "logY"));
            default: throw e.Fault($"the output '{Echo.Of(e.Name)}' is not supported; report and plot2D are.");
        }
    }
}
