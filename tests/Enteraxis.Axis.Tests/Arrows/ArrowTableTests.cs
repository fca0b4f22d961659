using System.Globalization;
using Enteraxis.Axis.Tests.Cohorts;
using Enteraxis.Axis.Tests.Gut;
using Enteraxis.Modelling.Models;
using Enteraxis.Numerics.Tables;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Axis.Tests.Arrows;

/// <summary>models/arrows.tsv names what the model has, all of it, and what stands behind it.</summary>
public sealed class ArrowTableTests
{
    // Off by default, kept as a variant: what reaches the brain from venous blood is minute.
    private static readonly string[] Variants = ["barrier.sw_plasma_brain"];

    private static readonly Model Axis = WholeAxis.Day;
    private static readonly ArrowRow[] Rows = ArrowProbe.Rows;

    [Fact]
    public void Each_row_names_an_arrow_a_switch_that_is_on_and_quantities_of_the_model()
    {
        foreach (ArrowRow r in Rows)
        {
            Assert.True(Axis.Find(r.Id) is { Kind: QuantityKind.Assigned }, r.Id);
            Assert.True(Axis.Find(r.Switch) is { Kind: QuantityKind.Parameter }, r.Switch);
            Assert.Equal(Variants.Contains(r.Switch) ? 0 : 1, WholeAxis.Parameters.Find(r.Switch)!.Value);
            Assert.True(Axis.Find(r.Readout) is not null, $"{r.Id}: {r.Readout}");
            Assert.All(ArrowProbe.Of(r).Keys, name => Assert.True(Axis.Find(name) is { Kind: not QuantityKind.Assigned }, $"{r.Id}: {name}"));
            foreach (string end in (string[])[r.From, r.To]) Assert.True(end is "gut" or "time" or "season" || Axis.Find(end) is not null, $"{r.Id}: {end}");
        }
        Assert.Equal(Rows.Length, Rows.Select(r => r.Switch).Distinct().Count());
        Assert.Equal(Rows.Length, Rows.Select(r => r.Label).Distinct().Count());
    }

    [Fact]
    public void Each_arrow_of_the_model_has_a_row_and_each_switch_is_an_arrows()
    {
        HashSet<string> listed = [.. Rows.Select(r => r.Id)], switches = [.. Rows.Select(r => r.Switch)];
        foreach (Model model in (Model[])[WholeAxis.Day, WholeAxis.Hours])
        {
            Assert.Empty(model.Assigned.Select(a => a.Name).Where(n => LastPart(n).StartsWith("arrow_", StringComparison.Ordinal) && !listed.Contains(n)));
            Assert.Empty(model.Parameters.Select(p => p.Name).Where(n => LastPart(n).StartsWith("sw_", StringComparison.Ordinal) && !switches.Contains(n)));
        }
    }

    [Fact]
    public void Each_mechanism_of_the_article_has_an_arrow()
    {
        HashSet<int> rows = [.. Rows.SelectMany(r => r.ArticleRow.Split(',')).Select(a => int.Parse(a, CultureInfo.InvariantCulture))];
        Assert.Equal(Enumerable.Range(1, 22), rows.Order());
    }

    [Theory]
    [InlineData("myelin.arrow_p_cresol_demyelination")]
    [InlineData("myelin.arrow_lps_demyelination")]
    [InlineData("myelin.arrow_scfa_survival")]
    [InlineData("barrier.arrow_scfa_balance")]
    [InlineData("gut.arrow_vitamin_d_gut")]
    [InlineData("myelin.arrow_antioxidants_axons")]
    [InlineData("immune.arrow_clock_immune")]
    [InlineData("wellbeing.arrow_edss_life")]
    [InlineData("wellbeing.arrow_fatigue_life")]
    [InlineData("wellbeing.arrow_sleep_life")]
    [InlineData("wellbeing.arrow_digestion_life")]
    public void What_the_article_draws_and_the_sketch_lacked_is_there(string arrow) => Assert.Contains(Rows, r => r.Id == arrow);

    [Fact]
    public void What_stands_behind_an_arrow_is_in_the_evidence_table_and_literature_always_has_something()
    {
        HashSet<string> known = [.. TsvTable.Read(Path.Combine(PartRun.Root, "evidence", "evidence.tsv"), "id").Rows.Select(r => r["id"])];
        foreach (ArrowRow r in Rows)
        {
            string[] ids = r.Evidence == "-" ? [] : r.Evidence.Split(' ');
            Assert.All(ids, id => Assert.True(known.Contains(id), $"{r.Id}: {id}"));
            Assert.Contains(r.Status, (string[])["literature", "calibrated", "assumed"]);
            Assert.True(r.Status == "assumed" || ids.Length > 0, $"{r.Id} rests on nothing");
            // An effect that starts from nothing rests on nobody's figure.
            if (ArrowProbe.Gain(r) is { Value: 0 }) Assert.True(r.Status == "assumed", r.Id);
        }
    }

    private static string LastPart(string name) => name[(name.LastIndexOf('.') + 1)..];
}
