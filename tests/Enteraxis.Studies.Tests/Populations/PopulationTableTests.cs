using Enteraxis.Studies.Populations;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Tests.Populations;

public sealed class PopulationTableTests
{
    private const string Header = "variable\tpreset\tlaw\tlow\thigh\tunit\tstatus\tsource\tnote\n";
    private static readonly ScienceLibrary Library = Installation.Library;

    private static PopulationTable Read(ScratchFolder folder, string rows) => PopulationTable.Read(folder.Write("population.tsv", Header + rows), Library.Presets, Library.Parameters);

    [Theory]
    [InlineData("a\t\tnormal(b; 1)\t\t\t1\tassumed\t-\t\n", "'b' is neither a parameter nor a variable")]
    [InlineData("a\tnobody\tfixed(1)\t\t\t1\tassumed\t-\t\n", "'nobody' is no preset")]
    [InlineData("a\t\tfixed(1)\t\t\t1\tassumed\t-\t\na\t\tfixed(2)\t\t\t1\tassumed\t-\t\n", "stands twice")]
    [InlineData("a\t\tbernoulli(0.5)\t0\t\t1\tassumed\t-\t\n", "is not cut off")]
    [InlineData("a\t\tnormal(1; 1)\t3\t2\t1\tassumed\t-\t\n", "low lies above high")]
    [InlineData("a\t\tnormal(1; 1)\t\t\t1\tguessed\t-\t\n", "guessed")]
    [InlineData("treatment\t\tfixed(1)\t\t\t1\tassumed\t-\t\n", "categorical")]
    public void A_faulty_row_gets_a_sentence_with_its_line(string rows, string says)
    {
        using ScratchFolder folder = new();
        string fault = Installation.Fault(() => Read(folder, rows));
        Assert.Contains(says, fault, StringComparison.Ordinal);
        Assert.Contains("line ", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_of_a_preset_beats_the_row_of_all_and_keeps_its_place()
    {
        using ScratchFolder folder = new();
        PopulationTable table = Read(folder, "a\t\tfixed(1)\t\t\t1\tassumed\t-\t\nb\t\tfixed(a)\t\t\t1\tassumed\t-\t\na\thealthy\tfixed(2)\t\t\t1\tassumed\t-\t\nb\tppms\tnone\t\t\t1\tassumed\t-\t\n");
        Assert.Equal(["a", "b"], table.Of("healthy").Select(r => r.Variable));
        Assert.Equal(["fixed(2)", "fixed(a)"], table.Of("healthy").Select(r => r.LawText));
        Assert.Equal(["fixed(1)"], table.Of("ppms").Select(r => r.LawText));
    }

    [Fact]
    public void Correlations_that_contradict_each_other_are_refused()
    {
        using ScratchFolder folder = new();
        PopulationTable table = Read(folder, "a\t\tnormal(0; 1)\t\t\t1\tassumed\t-\t\nb\t\tnormal(0; 1)\t\t\t1\tassumed\t-\t\nc\t\tnormal(0; 1)\t\t\t1\tassumed\t-\t\n");
        string path = folder.Write("c.tsv", "a\tb\trho\tsource\na\tb\t0.9\tx\nb\tc\t0.9\tx\na\tc\t-0.9\tx\n");
        Assert.Contains("contradict", Installation.Fault(() => Copula.Read(path, table)), StringComparison.Ordinal);
        path = folder.Write("c.tsv", "a\tb\trho\tsource\na\td\t0.9\tx\n");
        Assert.Contains("'d' is no variable", Installation.Fault(() => Copula.Read(path, table)), StringComparison.Ordinal);
        path = folder.Write("c.tsv", "a\tb\trho\tsource\na\tb\t1\tx\n");
        Assert.Contains("between -1 and 1", Installation.Fault(() => Copula.Read(path, table)), StringComparison.Ordinal);
    }
}
