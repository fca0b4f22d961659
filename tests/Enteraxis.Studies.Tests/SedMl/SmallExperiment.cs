using Enteraxis.Studies.SedMl;

namespace Enteraxis.Studies.Tests.SedMl;

/// <summary>Relaxation dx/dt = v − k x in SBML beside a document that a test writes; x(t) = v/k + (x0 − v/k) e^(−k t).</summary>
internal sealed class SmallExperiment : IDisposable
{
    internal const string K = "/sbml:sbml/sbml:model/sbml:listOfParameters/sbml:parameter[@id='k']", X = "/sbml:sbml/sbml:model/sbml:listOfParameters/sbml:parameter[@id='x']";
    internal const double Value = 2, Rate = 0.5, Inflow = 3;

    private const string Sbml = """
        <?xml version="1.0" encoding="UTF-8"?>
        <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2"><model id="relaxation">
          <listOfParameters><parameter id="x" value="2" constant="false"/><parameter id="k" value="0.5" constant="false"/><parameter id="v" value="3" constant="false"/></listOfParameters>
          <listOfRules><rateRule variable="x"><math xmlns="http://www.w3.org/1998/Math/MathML"><apply><minus/><ci>v</ci><apply><times/><ci>k</ci><ci>x</ci></apply></apply></math></rateRule></listOfRules>
        </model></sbml>
        """;

    private readonly ScratchFolder _folder = new();

    internal SmallExperiment(string body)
    {
        _folder.Write("model.xml", Sbml);
        _folder.Write("model.ant", "model relaxation()\n  x = 2; k = 0.5; v = 3; x' = v - k*x;\nend\n");
        _folder.Write("data.csv", "time,factor\n0,0.1\n1,0.2\n2,0.4\n");
        Path = _folder.Write("experiment.sedml", Document(body));
    }

    internal string Path { get; }

    internal string Folder => _folder.Path;

    internal static string Document(string body) => $"<?xml version='1.0'?>\n<sedML xmlns='http://sed-ml.org/sed-ml/level1/version4' xmlns:sbml='http://www.sbml.org/sbml/level3/version2/core' level='1' version='4'>{body}</sedML>";

    /// <summary>A document with one model, a course to 4 in 8 steps, a rest, a step of 0.5, the tasks given, and a report of time and x under the task named.</summary>
    internal static string Body(string task, string tasks = "", string changes = "", string source = "model.xml", string algorithm = "KISAO:0000019") => $"""
        <listOfDataDescriptions><dataDescription id='table' source='data.csv' format='urn:sedml:format:csv'><listOfDataSources><dataSource id='factors'><listOfSlices><slice reference='ColumnIds' value='factor'/></listOfSlices></dataSource></listOfDataSources></dataDescription></listOfDataDescriptions>
        <listOfModels><model id='m' language='urn:sedml:language:{(source.EndsWith(".ant", StringComparison.Ordinal) ? "antimony" : "sbml")}' source='{source}'><listOfChanges>{changes}</listOfChanges></model></listOfModels>
        <listOfSimulations>
          <uniformTimeCourse id='course' initialTime='0' outputStartTime='0' outputEndTime='4' numberOfSteps='8'>{Algorithm(algorithm)}</uniformTimeCourse>
          <oneStep id='step' step='0.5'>{Algorithm(algorithm)}</oneStep><steadyState id='rest'>{Algorithm("KISAO:0000407")}</steadyState>
        </listOfSimulations>
        <listOfTasks><task id='t' modelReference='m' simulationReference='course'/><task id='one' modelReference='m' simulationReference='step'/><task id='r' modelReference='m' simulationReference='rest'/>{tasks}</listOfTasks>
        <listOfDataGenerators>
          <dataGenerator id='gt' name='time'><listOfVariables><variable id='a' symbol='urn:sedml:symbol:time' taskReference='{task}'/></listOfVariables><math xmlns='http://www.w3.org/1998/Math/MathML'><ci>a</ci></math></dataGenerator>
          <dataGenerator id='gx' name='x'><listOfVariables><variable id='b' target="{X}" taskReference='{task}'/></listOfVariables><math xmlns='http://www.w3.org/1998/Math/MathML'><ci>b</ci></math></dataGenerator>
        </listOfDataGenerators>
        <listOfOutputs><report id='out'><listOfDataSets><dataSet id='s1' label='time' dataReference='gt'/><dataSet id='s2' label='x' dataReference='gx'/></listOfDataSets></report>
        <plot2D id='plot'><listOfCurves><curve id='c1' xDataReference='gt' yDataReference='gx'/></listOfCurves></plot2D></listOfOutputs>
        """;

    /// <summary>setValue of k to a formula of ranges.</summary>
    internal static string SetK(string math) => $"<listOfChanges><setValue target=\"{K}\" modelReference='m'><math xmlns='http://www.w3.org/1998/Math/MathML'>{math}</math></setValue></listOfChanges>";

    internal static double At(double t, double k = Rate, double x0 = Value) => Inflow / k + (x0 - Inflow / k) * Math.Exp(-k * t);

    internal SedResult Run() => SedRun.Run(SedReader.ReadFile(Path));

    internal (SedArray Time, SedArray X) Report() => Run().Reports[0].Columns is [var t, var x] ? (t.Values, x.Values) : throw new InvalidOperationException();

    public void Dispose() => _folder.Dispose();

    private static string Algorithm(string kisao) =>
        $"<algorithm kisaoID='{kisao}'><listOfAlgorithmParameters><algorithmParameter kisaoID='KISAO:0000209' value='1e-9'/><algorithmParameter kisaoID='KISAO:0000211' value='1e-12'/></listOfAlgorithmParameters></algorithm>";
}
