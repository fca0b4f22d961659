using Enteraxis.Studies.SedMl;

namespace Enteraxis.Studies.Tests.SedMl;

public sealed class SedRoundTripTests
{
    private static readonly string Tasks = $"<repeatedTask id='rep' range='i' resetModel='false' concatenate='true'><listOfRanges><uniformRange id='i' start='1' end='8' numberOfSteps='3' type='log'/><vectorRange id='w'><value>1</value><value>2.5</value></vectorRange>"
        + "<functionalRange id='f' range='i'><listOfVariables><variable id='now' target=\"" + SmallExperiment.X + "\" modelReference='m'/></listOfVariables><listOfParameters><parameter id='n' value='0.1'/></listOfParameters><math xmlns='http://www.w3.org/1998/Math/MathML'>"
        + "<piecewise><piece><apply><times/><ci>n</ci><ci>i</ci></apply><apply><lt/><ci>i</ci><cn>3</cn></apply></piece><otherwise><apply><divide/><cn>1</cn><apply><plus/><ci>now</ci><cn type='e-notation'>1<sep/>1</cn></apply></apply></otherwise></piecewise></math></functionalRange>"
        + $"<dataRange id='d' sourceReference='#factors'/></listOfRanges>{SmallExperiment.SetK("<ci>f</ci>")}<listOfSubTasks><subTask order='2' task='t'/><subTask order='1' task='one'/></listOfSubTasks></repeatedTask>";

    private static readonly string Changes = $"<changeAttribute target=\"{SmallExperiment.K}/@value\" newValue='0.75'/><computeChange target=\"{SmallExperiment.X}\"><math xmlns='http://www.w3.org/1998/Math/MathML'><apply><root/><degree><cn>3</cn></degree><cn>8</cn></apply></math></computeChange>";

    [Fact]
    public void What_is_written_reads_back_to_the_same_document_and_the_same_results()
    {
        using SmallExperiment experiment = new(SmallExperiment.Body("rep", Tasks, Changes));
        SedDocument first = SedReader.ReadFile(experiment.Path);
        string text = SedWriter.Write(first);
        SedDocument again = SedReader.Parse(experiment.Path, text);
        Assert.Equal(text, SedWriter.Write(again));
        SedArray x = SedRun.Run(first).Reports[0].Columns[1].Values, y = SedRun.Run(again).Reports[0].Columns[1].Values;
        Assert.Equal(x.Shape, y.Shape);
        Assert.Equal(x.Values, y.Values);
    }

    [Theory]
    [InlineData("http://sed-ml.org/", "1")]
    [InlineData("http://sed-ml.org/sed-ml/level1/version2", "2")]
    [InlineData("http://sed-ml.org/sed-ml/level1/version3", "3")]
    public void Earlier_versions_are_read_with_their_words(string space, string version)
    {
        using SmallExperiment experiment = new(SmallExperiment.Body("t"));
        string old = File.ReadAllText(experiment.Path).Replace("http://sed-ml.org/sed-ml/level1/version4", space, StringComparison.Ordinal).Replace("version='4'", $"version='{version}'", StringComparison.Ordinal).Replace("numberOfSteps", "numberOfPoints", StringComparison.Ordinal);
        Assert.Equal(SmallExperiment.At(4), SedRun.Run(SedReader.Parse(experiment.Path, old)).Reports[0].Columns[1].Values.Values[8], 1e-7);
    }
}
