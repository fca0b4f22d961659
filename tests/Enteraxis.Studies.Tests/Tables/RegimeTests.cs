using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Tests.Tables;

public sealed class RegimeTests
{
    private static PresetTable Presets(string rows)
    {
        using ScratchFolder folder = new();
        File.WriteAllText(folder["presets.tsv"], "preset\tparameter\tvalue\n" + rows);
        return PresetTable.Read(folder["presets.tsv"]);
    }

    [Fact]
    public void A_regime_may_rest_on_another_and_say_what_differs()
    {
        PresetTable presets = Presets("onset\ta\t1\nonset\tb\t2\nlyon\tas onset\t\nlyon\tb\t3\n");
        Assert.Equal((1, 3), (presets["lyon"]["a"], presets["lyon"]["b"]));
        Assert.Equal(2, presets["onset"]["b"]);
    }

    [Theory]
    [InlineData("lyon\tas onset\t\nonset\ta\t1\n")]
    [InlineData("onset\ta\t1\nlyon\tb\t3\nlyon\tas onset\t\n")]
    public void What_it_rests_on_stands_above_and_first(string rows) => Assert.Contains("must stand above", Installation.Fault(() => Presets(rows)), StringComparison.Ordinal);

    [Fact]
    public void A_value_of_one_regime_moves_nobody_else()
    {
        ParameterTable table = Installation.Library.Parameters;
        double central = table.Find("lesion_rate")!.Value;
        Dictionary<string, double> moved = new() { ["lesion_rate"] = 2 * central, ["lesion_rate@lyon"] = 1.5 }, regime = new() { ["lesion_rate"] = 3 };
        Assert.Equal(1.5, table.Draw(1, null, null, regime, moved, "lyon").GetValueOrDefault("lesion_rate"), 12);
        Assert.Equal(6, table.Draw(1, null, null, regime, moved, "onset").GetValueOrDefault("lesion_rate"), 12);
        Assert.Equal(6, table.Draw(1, null, null, regime, moved).GetValueOrDefault("lesion_rate"), 12);
        Assert.Equal(("lesion_rate", "lyon", "lesion_rate_person", true), (ParameterEnsemble.Plain("lesion_rate@lyon"), ParameterEnsemble.PresetOf("lesion_rate@lyon"), ParameterEnsemble.Plain("spread(lesion_rate_person)@lyon"), ParameterEnsemble.IsSpread("spread(lesion_rate_person)@lyon")));
    }
}
