using System.Diagnostics;
using CsCheck;
using Enteraxis.Numerics;
using Enteraxis.Studies.SedMl;

namespace Enteraxis.Studies.Tests.SedMl;

public sealed class SedFaultTests
{
    [Theory]
    [InlineData("source='model.xml'", "source='none.xml'", "'none.xml' is not there")]
    [InlineData("source='model.xml'", "source='https://example.org/m.xml'", "nothing is fetched")]
    [InlineData("source='model.xml'", "source='urn:miriam:biomodels.db:BIOMD1'", "nothing is fetched")]
    [InlineData("source='model.xml'", "source='#m'", "begins from itself")]
    [InlineData("source='model.xml'", "source='#q'", "no model 'q'")]
    [InlineData("language:sbml", "language:cellml", "cellml")]
    [InlineData("outputEndTime='4'", "outputEndTime='-4'", "not in this order")]
    [InlineData("outputEndTime='4'", "outputEndTime='soon'", "'soon'")]
    [InlineData("numberOfSteps='8'", "numberOfSteps='99999999999'", "whole number from 0")]
    [InlineData("numberOfSteps='8'", "numberOfSteps='-1'", "whole number from 0")]
    [InlineData("step='0.5'", "step='0'", "not above 0")]
    [InlineData("<oneStep id='step' step='0.5'>", "<oneStep id='course' step='0.5'>", "stands twice")]
    [InlineData("simulationReference='course'", "simulationReference='cours'", "Did you mean 'course'?")]
    [InlineData("[@id='x']", "[@id='y']", "no quantity 'y'")]
    [InlineData("listOfParameters/sbml:parameter[@id='x']", "listOfParameters[last()]", "not understood")]
    [InlineData("symbol='urn:sedml:symbol:time'", "symbol='urn:sedml:symbol:mood' target=\"/a/b[@id='x']\"", "symbol")]
    [InlineData("<ci>a</ci>", "<ci>z</ci>", "'z'")]
    [InlineData("<ci>a</ci>", "<apply><sine/><ci>a</ci></apply>", "'sine'")]
    [InlineData("dataReference='gt'", "dataReference='g'", "no data generator 'g'")]
    [InlineData("<report id='out'>", "<surface id='out'>", "XML")]
    [InlineData("value='factor'", "value='actor'", "no column 'actor'")]
    [InlineData("format='urn:sedml:format:csv'", "format='urn:sedml:format:numl'", "numl")]
    public void Every_fault_is_one_sentence_that_names_it(string old, string text, string part)
    {
        using SmallExperiment experiment = new(SmallExperiment.Body("t"));
        string document = File.ReadAllText(experiment.Path);
        Assert.Contains(old, document, StringComparison.Ordinal);
        string message = Installation.Fault(() => SedRun.Run(SedReader.Parse(experiment.Path, document.Replace(old, text, StringComparison.Ordinal))));
        Assert.Contains(part, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void A_few_lines_that_mean_simulations_without_end_are_refused_at_once()
    {
        string Level(int i) => $"<repeatedTask id='r{i}' range='n' resetModel='true'><listOfRanges><uniformRange id='n' start='0' end='1' numberOfSteps='999' type='linear'/></listOfRanges><listOfSubTasks>{string.Concat(Enumerable.Range(0, 50).Select(_ => $"<subTask order='1' task='{(i == 0 ? "t" : $"r{i - 1}")}'/>"))}</listOfSubTasks></repeatedTask>";
        Stopwatch watch = Stopwatch.StartNew();
        Assert.Contains("simulations", Installation.Fault(() => SedReader.Parse("e.sedml", SmallExperiment.Document(SmallExperiment.Body("r10", string.Concat(Enumerable.Range(0, 11).Select(Level)))))), StringComparison.Ordinal);
        Assert.Contains("itself", Installation.Fault(() => SedReader.Parse("e.sedml", SmallExperiment.Document(SmallExperiment.Body("r0", Level(0).Replace("'t'", "'r0'", StringComparison.Ordinal))))), StringComparison.Ordinal);
        Assert.Contains("document type", Installation.Fault(() => SedReader.Parse("e.sedml", "<!DOCTYPE a [<!ENTITY b 'c'>]><sedML>&b;</sedML>")), StringComparison.Ordinal);
        Assert.InRange(watch.ElapsedMilliseconds, 0, 3000);
    }

    [Fact]
    public void Any_document_with_a_piece_lost_or_doubled_runs_or_says_one_sentence()
    {
        using SmallExperiment experiment = new(SmallExperiment.Body("rep", "<repeatedTask id='rep' range='i' resetModel='true'><listOfRanges><uniformRange id='i' start='1' end='2' numberOfSteps='1' type='linear'/></listOfRanges>" + SmallExperiment.SetK("<ci>i</ci>") + "<listOfSubTasks><subTask order='1' task='t'/></listOfSubTasks></repeatedTask>"));
        string good = File.ReadAllText(experiment.Path);
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Int[0, 40], Gen.Bool).Sample((at, length, twice) =>
        {
            int end = Math.Min(good.Length, at + length);
            try
            {
                SedRun.Run(SedReader.Parse(experiment.Path, twice ? good[..end] + good[at..] : good[..at] + good[end..]));
            }
            catch (InputException e)
            {
                Assert.DoesNotContain('\n', e.Message);
            }
        }, iter: 400, seed: "0000KOIKNVr9", threads: 1);
    }
}
