using Enteraxis.Modelling.Models;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Axis.Tests.Gut;

public sealed class GutTableTests
{
    private static string Table(string name) => Path.Combine(PartRun.Root, "models", name);

    [Fact]
    public void The_units_of_the_table_are_those_of_the_model()
    {
        foreach (string file in (string[])["models/gut/competitiveness.ant", "models/kinetics/alone_hour.ant"])
            foreach (ParameterVariable p in PartRun.Of(file).Model.Parameters)
                if (PartRun.Parameters.Find(p.Name) is { } row) Assert.True(row.Unit == p.Unit, $"{p.Name}: {row.Unit} and {p.Unit}");
    }

    [Fact]
    public void Interventions_and_doses_read_and_unfold()
    {
        InterventionTable table = InterventionTable.Read(Table("interventions.tsv"), DoseTable.Read(Table("doses.tsv")));
        foreach (string id in table.Rows.Select(r => r.Intervention).Distinct()) Assert.NotEmpty(table.Schedule([id], 0, 730, _ => 1));
        Assert.Equal(4, table.Schedule(["restoration"], 0, 730, _ => 1).Count);
        Assert.Equal(53, table.Schedule(["vitamin_d_100000_fortnightly"], 0, 730, _ => 1).Count);
        Assert.Equal(6499, table.Schedule(["vitamin_d_100000_fortnightly"], 0, 730, _ => 1)[0].Value, 0.5);
    }

    [Fact]
    public void Gains_of_vitamin_D_probiotics_and_diet_on_the_host_are_centred_on_nothing()
    {
        foreach (string gain in (string[])["wall.gain_vitamin_d_tight_junction", "wall.gain_probiotic_tight_junction", "wall.gain_western_tight_junction", "wall.gain_western_inflammation",
            "wall.gain_sugar_tight_junction", "wall.gain_omega3_inflammation", "gut.gain_vitamin_d_gut", "gut.gain_fat_gut"])
        {
            ParameterRow row = PartRun.Parameters.Find(gain)!;
            Assert.Equal((0, "assumed"), (row.Value, row.Status));
            Assert.Equal(SpreadKind.Normal, row.Uncertainty.Kind);
        }
    }
}
