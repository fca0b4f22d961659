using Enteraxis.Modelling.Antimony;
using Enteraxis.Modelling.Models;

namespace Enteraxis.Modelling.Tests.Antimony;

public sealed class EquationTests
{
    private const string Text = """
        model m()
          a = 1; b = 2; k = 3; n = 2; level = 1; far = 0; count = 0; alone = 0
          arrow := 1 + k * (a - b)
          deep := arrow^n / (1 + arrow)
          hazardous := deep * 2
          unused := exp(-alone)
          level' = deep - level
          alone' = 1
          far' = 0
          J: at hazard(hazardous * level): count = count + 1
          E: at (count > 2): far = far + 1
        end
        """;

    private static readonly Model Model = AntimonyReader.ReadText(Text, "m.ant", new ReadOptions());

    [Theory]
    [InlineData("arrow", "1 + k · (a − b)")]
    [InlineData("deep", "arrow^n / (1 + arrow)")]
    [InlineData("unused", "exp(−alone)")]
    [InlineData("level", "deep − level")]
    public void An_equation_reads_as_it_was_written(string name, string text) => Assert.Equal(text, new Equations(Model).Of(name));

    [Fact]
    public void Influence_runs_through_rates_hazards_and_events()
    {
        string[] all = ["arrow", "deep", "hazardous", "unused", "level", "k"];
        Influence influence = new(Model);
        Assert.Equal(["arrow", "deep", "hazardous", "level", "k"], all.Where(influence.Reaching("far", all).Contains));
        Assert.Equal(["arrow", "deep", "level", "k"], all.Where(influence.Reaching("level", all).Contains));
        Assert.Equal(["unused"], all.Where(influence.Reaching("unused", all).Contains));
    }
}
