using Enteraxis.Studies.Fermentation;
using Enteraxis.Studies.Fermentation.Calibration;

namespace Enteraxis.Studies.Tests.Fermentation;

public sealed class StoolModelTests
{
    private static readonly FermentationModels Models = new(Installation.Library);
    private static readonly StoolModel Stool = new(Models.StoolPath, Installation.Library.Parameters,
        ["transit_base", .. Models.InStool.SelectMany(a => new[] { "stool_" + a.Stool, "excreted_" + a.Stool, "absorbed_" + a.Stool })]);

    [Fact]
    public void The_model_reads_without_a_warning_of_units() => Assert.Empty(Stool.Model.Warnings);

    [Fact]
    public void The_text_of_the_model_and_the_calibration_are_one_formula()
    {
        StoolFit fit = TransferTests.Frozen();
        Dictionary<string, double> inputs = new(StringComparer.Ordinal);
        for (int m = 0; m < Models.Markers.Count; m++) inputs["marker_" + Models.Markers[m]] = 0.001 * (m + 1);
        foreach (string guild in Models.InStool.Select(a => a.TiltGuild).Where(g => g.Length > 0)) inputs["guild_" + guild] = 0.05;
        StoolSample sample = new("one", [.. Models.Markers.Select(m => Math.Log(inputs["marker_" + m] + Models.Stool("marker_floor")))],
            [.. Models.InStool.Select(a => a.TiltGuild.Length > 0 ? Math.Log(0.05 + Models.Stool("guild_floor")) : 0)], new double[Models.InStool.Count]);
        double days = Stool.Evaluate(inputs)("transit_base");
        Assert.Equal(fit.TransitDays(sample), days, 1e-9);
        inputs["transit_time"] = days;
        Func<string, double> read = Stool.Evaluate(inputs);
        for (int a = 0; a < Models.InStool.Count; a++) Assert.Equal(fit.Predict(sample)[a], Math.Log(read("stool_" + Models.InStool[a].Stool)), 1e-9);
    }

    [Fact]
    public void What_is_made_is_absorbed_or_leaves()
    {
        Func<string, double> read = Stool.Evaluate(new Dictionary<string, double> { ["made_" + Models.InStool[0].Stool] = 200, ["transit_time"] = 2 });
        Assert.Equal(200, read("absorbed_" + Models.InStool[0].Stool) + read("excreted_" + Models.InStool[0].Stool), 1e-9);
    }

    [Fact]
    public void Slow_transit_leaves_less_in_the_stool_and_butyrate_goes_first()
    {
        double Left(string acid, double days) => Stool.Evaluate(new Dictionary<string, double> { ["transit_time"] = days })("stool_" + acid);
        double[] kept = [.. new[] { "acetate", "propionate", "butyrate" }.Select(a => Left(a, 2.5) / Left(a, 1.25))];
        Assert.True(kept[2] < kept[1] && kept[1] < kept[0] && kept[0] < 1, string.Join(", ", kept));
    }

    [Fact]
    public void The_stool_and_the_gut_agree_on_volume_and_transit()
    {
        Assert.Equal(Models.Value("gut.volume"), Models.Stool("volume"));
        Assert.Equal(Models.Value("gut.transit_base"), Models.Stool("transit_reference"));
    }

    [Fact]
    public void No_weight_points_against_its_published_direction()
    {
        foreach (string m in Models.Markers) Assert.True(Models.Stool("weight_" + m) * Models.Directions[m] >= 0, m);
    }
}
