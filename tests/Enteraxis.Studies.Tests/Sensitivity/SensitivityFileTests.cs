using Enteraxis.Studies.Sensitivity;
using Enteraxis.Studies.Tables;
using Enteraxis.Studies.Yaml;

namespace Enteraxis.Studies.Tests.Sensitivity;

public sealed class SensitivityFileTests
{
    private static SensitivityFile Read(string text)
    {
        using ScratchFolder folder = new();
        SmallSensitivity.Write(folder);
        return SensitivityFileReader.Read(YamlFile.Parse("study.yaml", text), ScienceLibrary.Load(folder[""]));
    }

    [Fact]
    public void Parameters_come_by_stage_name_and_pattern_each_with_its_law()
    {
        SensitivityFile file = Read(SmallSensitivity.Study.Replace("also: [effect, gain]", "also: [\"*\"]\n  except: [comp_*]", StringComparison.Ordinal));
        Assert.Equal(["rate", "gain", "effect"], file.Parameters.Select(p => p.Name));
        Assert.Equal(["lognormal(0.3)", "lognormal(0.1)", "normal(0.2)"], file.Parameters.Select(p => p.PriorText));
        Assert.Equal(["sw_feeds", "sw_calms"], file.Levers!.Switches);
    }

    [Theory]
    [InlineData("also: [effect, gain]", "also: [efect]", "is no parameter")]
    [InlineData("also: [effect, gain]", "also: [pull]", "has no uncertainty")]
    [InlineData("also: [effect, gain]", "except: [pull]", "leaves out nothing")]
    [InlineData("stage: small", "stage: large", "is no stage")]
    [InlineData("keep: 2", "keep: 16", "outside 0 to 15")]
    [InlineData("points: 12", "points: 5", "too few")]
    [InlineData("groups: 2", "groups: 2\n  levels: 3", "even number")]
    [InlineData("sobol_rows: 64", "sobol_rows: 60", "power of 2")]
    [InlineData("interventions: [drug]", "interventions: [drugs]", "is no intervention")]
    [InlineData("second: drug}", "second: dru}", "is no arm")]
    [InlineData("switches: [sw_*]", "switches: [pull]", "is no switch")]
    [InlineData("readout: score, over: end", "readout: score, over: ends", "is unknown")]
    [InlineData("at: {effect: 1.5}", "at: {pull: 1}", "none of the parameters")]
    [InlineData("at: {effect: 1.5}", "at: {effect: 4}", "from -3 to 3")]
    [InlineData("points: 3", "points: 1", "outside 2 to 21")]
    [InlineData("title: Small", "titel: Small", "is unknown")]
    public void A_faulty_study_gets_a_sentence(string was, string now, string says)
    {
        Assert.Contains(was, SmallSensitivity.Study, StringComparison.Ordinal);
        Assert.Contains(says, Installation.Fault(() => Read(SmallSensitivity.Study.Replace(was, now, StringComparison.Ordinal))), StringComparison.Ordinal);
    }
}
