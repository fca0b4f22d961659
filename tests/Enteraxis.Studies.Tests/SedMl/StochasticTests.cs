using Enteraxis.Studies.SedMl;

namespace Enteraxis.Studies.Tests.SedMl;

public sealed class StochasticTests
{
    private const string Decay = """
        <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2"><model id="decay">
          <listOfCompartments><compartment id="c" size="1" constant="true" spatialDimensions="3"/></listOfCompartments>
          <listOfSpecies><species id="A" compartment="c" initialAmount="100" hasOnlySubstanceUnits="true" boundaryCondition="false" constant="false"/></listOfSpecies>
          <listOfParameters><parameter id="k" value="0.5" constant="true"/></listOfParameters>
          <listOfReactions><reaction id="r" reversible="false"><listOfReactants><speciesReference species="A" stoichiometry="1" constant="true"/></listOfReactants>
            <kineticLaw><math xmlns="http://www.w3.org/1998/Math/MathML"><apply><times/><ci>k</ci><ci>A</ci></apply></math></kineticLaw></reaction></listOfReactions>
        </model></sbml>
        """;

    private static readonly string Document = SmallExperiment.Document("""
        <listOfModels><model id='m' language='urn:sedml:language:sbml' source='model.xml'/></listOfModels>
        <listOfSimulations><uniformTimeCourse id='u' initialTime='0' outputStartTime='0' outputEndTime='2' numberOfSteps='1'><algorithm kisaoID='KISAO:0000029'><listOfAlgorithmParameters><algorithmParameter kisaoID='KISAO:0000488' value='SEED'/></listOfAlgorithmParameters></algorithm></uniformTimeCourse></listOfSimulations>
        <listOfTasks><task id='t' modelReference='m' simulationReference='u'/><repeatedTask id='rep' range='i' resetModel='true'><listOfRanges><uniformRange id='i' start='1' end='400' numberOfSteps='399' type='linear'/></listOfRanges><listOfSubTasks><subTask order='1' task='t'/></listOfSubTasks></repeatedTask></listOfTasks>
        <listOfDataGenerators><dataGenerator id='g'><listOfVariables><variable id='a' target="/sbml:sbml/sbml:model/sbml:listOfSpecies/sbml:species[@id='A']" taskReference='rep'/></listOfVariables><math xmlns='http://www.w3.org/1998/Math/MathML'><ci>a</ci></math></dataGenerator></listOfDataGenerators>
        <listOfOutputs><report id='r'><listOfDataSets><dataSet id='d' label='A' dataReference='g'/></listOfDataSets></report></listOfOutputs>
        """);

    [Fact]
    public void Rounds_of_a_stochastic_task_are_binomial_and_the_seed_repeats_them()
    {
        double[] first = Ends("5"), again = Ends("5"), other = Ends("6");
        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
        Assert.All(first, a => Assert.Equal(Math.Round(a), a));
        // What is left of 100 particles after time 2 is binomial with p = 1/e.
        double p = Math.Exp(-1), mean = first.Average(), variance = first.Select(a => (a - mean) * (a - mean)).Sum() / 399;
        Assert.InRange(mean, 100 * p - 4 * Math.Sqrt(100 * p * (1 - p) / 400), 100 * p + 4 * Math.Sqrt(100 * p * (1 - p) / 400));
        Assert.InRange(variance / (100 * p * (1 - p)), 1 - 4 * Math.Sqrt(2.0 / 399), 1 + 4 * Math.Sqrt(2.0 / 399));
    }

    private static double[] Ends(string seed)
    {
        using ScratchFolder folder = new();
        folder.Write("model.xml", Decay);
        SedArray a = SedRun.Run(SedReader.ReadFile(folder.Write("e.sedml", Document.Replace("SEED", seed, StringComparison.Ordinal)))).Reports[0].Columns[0].Values;
        Assert.Equal([400, 2], a.Shape);
        return [.. Enumerable.Range(0, 400).Select(i => a.Values[2 * i + 1])];
    }
}
