using Enteraxis.Modelling.Models;
using Enteraxis.Simulation;

namespace Enteraxis.Axis.Tests.Gut;

public sealed class FermentationTests
{
    private static readonly PartRun Colon = PartRun.Of("models/gut/competitiveness.ant");
    private static readonly Dictionary<string, double> Free = new() { ["kappa"] = 0 };
    private static readonly string[] Guilds = ["bac", "akk", "rsd", "fid", "bif", "bu1", "bu2", "bu3", "vei", "hyd", "pat"];

    private static string Share(string guild) => guild == "akk" ? "akkermansia_share" : "gut.share_" + guild;

    private static Dictionary<string, double> With(params (string Name, double Value)[] over)
    {
        Dictionary<string, double> all = new(Free);
        foreach ((string name, double value) in over) all[name] = value;
        return all;
    }

    [Fact]
    public void The_gut_and_the_wall_read_without_a_warning_of_units() => Assert.Empty(Colon.Model.Warnings);

    [Fact]
    public void Carbon_closes_through_a_change_of_diet_antibiotics_and_restoration()
    {
        string[] names = ["gut.carbon_residual", "gut.carbon_in", "gut.carbon_out", "gut.carbon_stock"];
        double[,] v = Colon.Run([0, 1, 30, 100, 400], names, With(), [
            new ScheduledChange(10, "fibre", ChangeKind.Set, 45), new ScheduledChange(40, "antibiotics", ChangeKind.Set, 1), new ScheduledChange(47, "antibiotics", ChangeKind.Set, 0),
            new ScheduledChange(60, "gut.engraftment", ChangeKind.Add, 0.3), new ScheduledChange(150, "probiotic_bifidobacterium", ChangeKind.Set, 1)]);
        for (int t = 0; t < 5; t++) Assert.True(Math.Abs(v[t, 0]) <= 1e-9 * Math.Max(v[t, 3], v[t, 1]), $"residual {v[t, 0]:g3} of {v[t, 1]:g5}");
        Assert.True(v[4, 1] > 1e6);
    }

    [Fact]
    public void The_reference_diet_rests_at_the_reference_community()
    {
        Dictionary<string, double> r = Colon.Rest(400, [.. Guilds.Select(Share), "gut.diversity"], Free);
        double[] expected = [0.30, 0.035, 0.09, 0.13, 0.08, 0.125, 0.115, 0.045, 0.04, 0.025, 0.015];
        for (int i = 0; i < Guilds.Length; i++) Assert.Equal(expected[i], r[Share(Guilds[i])], 0.003);
        Assert.Equal(1, r["gut.diversity"], 0.01);
    }

    [Fact]
    public void Fatty_acids_rest_within_published_ranges()
    {
        string[] names = ["gut.total_scfa", "gut.scfa_production", "gut.acetate_absorbed", "gut.propionate_absorbed", "gut.butyrate_absorbed", "gut.carbohydrate_fermented", "gut.suc", "gut.lac", "gut.stool_ph"];
        Dictionary<string, double> r = Colon.Rest(400, names, Free);
        double sum = r["gut.acetate_absorbed"] + r["gut.propionate_absorbed"] + r["gut.butyrate_absorbed"];
        Assert.InRange(r["gut.total_scfa"], 80, 120);
        Assert.InRange(r["gut.scfa_production"], 200, 600);
        Assert.InRange(r["gut.acetate_absorbed"] / sum, 0.55, 0.65);
        Assert.InRange(r["gut.propionate_absorbed"] / sum, 0.17, 0.25);
        Assert.InRange(r["gut.butyrate_absorbed"] / sum, 0.15, 0.23);
        Assert.InRange(r["gut.scfa_production"] / r["gut.carbohydrate_fermented"], 9, 12);
        Assert.InRange(r["gut.suc"] / 4, 2, 3);
        Assert.InRange(r["gut.lac"] / 3, 0, 3);
        Assert.InRange(r["gut.stool_ph"], 5.7, 6.9);
    }

    [Theory]
    [InlineData("fibre", 35, "gut.total_scfa", 1)]
    [InlineData("resistant_starch", 35, "gut.butyrate_absorbed", 1)]
    [InlineData("inulin", 10, "gut.share_bif", 1)]
    [InlineData("fibre", 35, "gut.transit_time", -1)]
    [InlineData("fibre", 8, "mucus", -1)]
    [InlineData("alcohol", 60, "wall.tight_junction", -1)]
    public void A_change_of_diet_moves_what_it_should(string exposure, double value, string readout, int sign)
    {
        double before = Colon.Rest(300, [readout], Free)[readout], after = Colon.Rest(300, [readout], With((exposure, value)))[readout];
        Assert.True(Math.Sign(after - before) == sign, $"{readout}: {before} to {after}");
    }

    [Fact]
    public void Competitiveness_is_found_that_rests_at_the_target_shares_and_holds_when_the_control_is_off()
    {
        double[] target = [0.45, 0.01, 0.05, 0.15, 0.02, 0.10, 0.10, 0.03, 0.02, 0.05, 0.02];
        Dictionary<string, double> over = [];
        for (int i = 0; i < Guilds.Length; i++) over["target_" + Guilds[i]] = target[i];
        Dictionary<string, double> r = Colon.Rest(500, [.. Guilds.Select(g => "log_comp_" + g), .. Guilds.Select(Share)], over);
        for (int i = 0; i < Guilds.Length; i++) Assert.InRange(r[Share(Guilds[i])] / target[i], 0.98, 1.02);
        Dictionary<string, double> held = With([.. Guilds.Select(g => ("log_comp_" + g, r["log_comp_" + g]))]);
        Dictionary<string, double> later = Colon.Rest(730, [.. Guilds.Select(Share)], held);
        for (int i = 0; i < Guilds.Length; i++) Assert.InRange(later[Share(Guilds[i])] / target[i], 0.97, 1.03);
    }

    [Fact]
    public void A_course_of_antibiotics_lowers_diversity_which_comes_back()
    {
        double[,] v = Colon.Run([0, 7, 90], ["gut.diversity"], With(), [new ScheduledChange(0, "antibiotics", ChangeKind.Set, 1), new ScheduledChange(7, "antibiotics", ChangeKind.Set, 0)]);
        Assert.True(v[1, 0] < 0.95);
        Assert.InRange(v[2, 0], 0.97, 1.03);
    }

    [Fact]
    public void Restoration_moves_a_dysbiotic_community_towards_the_reference_and_fades()
    {
        double[,] v = Colon.Run([0, 200, 230, 1800], ["gut.share_bif", "gut.engraftment"], With(("log_comp_bif", -1)), [new ScheduledChange(200, "gut.engraftment", ChangeKind.Add, 1)]);
        Assert.True(v[2, 0] > 1.2 * v[1, 0]);
        Assert.True(v[3, 1] < 0.01);
        Assert.InRange(v[3, 0] / v[1, 0], 0.95, 1.05);
    }

    [Fact]
    public void Every_parameter_of_the_parts_has_a_row() => Assert.DoesNotContain(Colon.Model.Parameters,
        p => (p.Name.StartsWith("gut.", StringComparison.Ordinal) || p.Name.StartsWith("wall.", StringComparison.Ordinal)) && p.Name != "gut.carbon_start" && PartRun.Parameters.Find(p.Name) is null);
}
