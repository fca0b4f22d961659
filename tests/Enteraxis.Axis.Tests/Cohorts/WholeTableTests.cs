using Enteraxis.Modelling.Models;

namespace Enteraxis.Axis.Tests.Cohorts;

/// <summary>The models and the table of parameters fit each other, name by name.</summary>
public sealed class WholeTableTests
{
    private static readonly Model[] Variants = [.. Directory.GetFiles(WholeAxis.Models("variants"), "*.ant").Select(f => WholeAxis.Read("variants", Path.GetFileName(f)))];

    private static readonly Model[] Users = [WholeAxis.Day, WholeAxis.Hours, WholeAxis.Read("gut", "competitiveness.ant"), WholeAxis.Read("gut", "stool.ant"), .. Variants];

    [Fact]
    public void Neither_clock_reads_with_a_warning()
    {
        Assert.Empty(WholeAxis.Day.Warnings);
        Assert.Empty(WholeAxis.Hours.Warnings);
        Assert.All(Variants, v => Assert.Empty(v.Warnings));
    }

    [Fact]
    public void Every_row_of_the_table_is_used_by_a_model() =>
        Assert.DoesNotContain(WholeAxis.Parameters.Rows, r => Users.All(m => m.Find(r.Name)?.Kind is not QuantityKind.Parameter));

    [Fact]
    public void Every_parameter_that_nothing_in_the_model_moves_has_a_row()
    {
        foreach (Model model in (Model[])[WholeAxis.Day, WholeAxis.Hours, .. Variants])
        {
            HashSet<int> moved = [.. model.Events.SelectMany(e => e.Assignments).Concat(model.Jumps.SelectMany(j => j.Assignments)).Where(a => a.Kind == QuantityKind.Parameter).Select(a => a.Index),
                .. model.Drives.Select(d => d.Parameter)];
            // carbon_start is computed from the states at the start, for the account of carbon.
            Assert.DoesNotContain(Enumerable.Range(0, model.Parameters.Count), i =>
                !moved.Contains(i) && model.Parameters[i].Name != "gut.carbon_start" && WholeAxis.Parameters.Find(model.Parameters[i].Name) is null);
        }
    }

    [Fact]
    public void Every_preset_sets_parameters_that_the_model_has() =>
        Assert.All(WholeAxis.Presets.Names.SelectMany(p => WholeAxis.Presets[p].Keys), name => Assert.True(WholeAxis.Day.Find(name)?.Kind == QuantityKind.Parameter, name));
}
