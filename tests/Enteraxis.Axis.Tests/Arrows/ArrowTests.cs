using System.Globalization;
using Enteraxis.Axis.Tests.Gut;
using Enteraxis.Modelling.Antimony;
using Enteraxis.Modelling.Models;
using Enteraxis.Simulation;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Axis.Tests.Arrows;

/// <summary>Every arrow of models/arrows.tsv has a switch, and its read-out moves when it is switched off.</summary>
public sealed class ArrowTests
{
    // Two orders above what the solver's tolerance lets two courses differ by.
    private const double LeastMove = 1e-4;

    // Off by default, kept as a variant: what reaches the brain from venous blood is minute.
    private static readonly string[] Variants = ["barrier.sw_plasma_brain"];

    private static readonly string Models = Path.Combine(PartRun.Root, "models");
    private static readonly ArrowRow[] Rows = [.. ArrowTable.Read(Path.Combine(Models, "arrows.tsv")).Rows];
    private static readonly Model Axis = AntimonyReader.ReadFile(Path.Combine(Models, "axis.ant"), new ReadOptions { ParameterValues = PartRun.Parameters.Values });
    private static readonly IReadOnlyDictionary<string, double> Preset = PresetTable.Read(Path.Combine(Models, "presets.tsv"))["rrms"];

    [Fact]
    public void Each_arrow_moves_its_read_out_when_it_is_switched_off()
    {
        string[] readouts = [.. Rows.Select(r => r.Readout).Distinct()];
        CompiledModel compiled = new(Axis, readouts);
        SimulationOptions options = new() { RelativeTolerance = 1e-6, AbsoluteTolerance = 1e-9 };
        string?[] faults = new string?[Rows.Length];
        Parallel.For(0, Rows.Length, i =>
        {
            ArrowRow row = Rows[i];
            Simulator simulator = new(compiled, options);
            double[] on = Course(simulator, row, 1, readouts), off = Course(simulator, row, 0, readouts);
            double size = on.Max(Math.Abs), move = on.Zip(off, (a, b) => Math.Abs(a - b)).Max();
            if (!(move > LeastMove * size)) faults[i] = string.Create(CultureInfo.InvariantCulture, $"{row.Id}: {row.Readout} moves by {move / size:G2} of its size");
        });
        Assert.Empty(faults.OfType<string>());
    }

    [Fact]
    public void Each_row_names_an_arrow_a_switch_that_is_on_and_quantities_of_the_model()
    {
        HashSet<string> readouts = [.. ReadoutTable.Read(Path.Combine(Models, "readouts.tsv")).Rows.Select(r => r.Id)];
        foreach (ArrowRow r in Rows)
        {
            Assert.True(Axis.Find(r.Id) is { Kind: QuantityKind.Assigned }, r.Id);
            Assert.True(Axis.Find(r.Switch) is { Kind: QuantityKind.Parameter }, r.Switch);
            Assert.Equal(Variants.Contains(r.Switch) ? 0 : 1, PartRun.Parameters.Find(r.Switch)!.Value);
            Assert.True(Axis.Find(r.Readout) is not null, $"{r.Id}: {r.Readout}");
            Assert.All(Probe(r).Keys, name => Assert.True(Axis.Find(name) is { Kind: not QuantityKind.Assigned }, $"{r.Id}: {name}"));
            Assert.Contains(r.Status, new[] { "literature", "calibrated", "assumed" });
            foreach (string end in new[] { r.From, r.To }) Assert.True(end is "gut" or "time" or "season" || Axis.Find(end) is not null, $"{r.Id}: {end}");
        }
        Assert.Equal(Rows.Length, Rows.Select(r => r.Switch).Distinct().Count());
        Assert.All(readouts, name => Assert.True(Axis.Find(name) is not null, name));
    }

    [Fact]
    public void Each_arrow_of_the_model_has_a_row_and_each_switch_is_an_arrows()
    {
        HashSet<string> listed = [.. Rows.Select(r => r.Id)], switches = [.. Rows.Select(r => r.Switch)];
        Assert.Empty(Axis.Assigned.Select(a => a.Name).Where(n => n[(n.LastIndexOf('.') + 1)..].StartsWith("arrow_", StringComparison.Ordinal) && !listed.Contains(n)));
        Assert.Empty(Axis.Parameters.Select(p => p.Name).Where(n => n[(n.LastIndexOf('.') + 1)..].StartsWith("sw_", StringComparison.Ordinal) && !switches.Contains(n)));
    }

    [Fact]
    public void Each_mechanism_of_the_article_has_an_arrow()
    {
        HashSet<int> rows = [.. Rows.SelectMany(r => r.ArticleRow.Split(',')).Select(a => int.Parse(a, CultureInfo.InvariantCulture))];
        Assert.Empty(Enumerable.Range(1, 22).Except(rows));
    }

    [Theory]
    [InlineData("myelin.arrow_p_cresol_demyelination")]
    [InlineData("myelin.arrow_lps_demyelination")]
    [InlineData("myelin.arrow_scfa_survival")]
    [InlineData("barrier.arrow_scfa_balance")]
    [InlineData("gut.arrow_vitamin_d_gut")]
    [InlineData("myelin.arrow_antioxidants_axons")]
    [InlineData("immune.arrow_clock_immune")]
    [InlineData("wellbeing.arrow_fatigue_life")]
    public void What_the_article_draws_and_the_sketch_lacked_is_there(string arrow) => Assert.Contains(Rows, r => r.Id == arrow);

    private static double[] Course(Simulator simulator, ArrowRow row, double on, string[] readouts)
    {
        Dictionary<string, double> values = new(Preset, StringComparer.Ordinal);
        foreach ((string name, double value) in Probe(row)) values[name] = value;
        values[row.Switch] = on;
        double[] days = [3, 30, 60, 120, 240, 365];
        // Recovery needs something to recover from; everything else is seen best without chance.
        Course course = simulator.Run(new PersonRun { Seed = 1, Person = 1, Values = values, End = days[^1], OutputTimes = days, Randomness = row.Readout == "relapse_deficit" });
        Assert.True(course.Failure is null, $"{row.Id}: {course.Failure}");
        int column = Array.IndexOf(readouts, row.Readout);
        return [.. days.Select((_, d) => course.Values[d, column])];
    }

    private static Dictionary<string, double> Probe(ArrowRow row) => row.Probe.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(p => p.Split('=')).ToDictionary(p => p[0], p => double.Parse(p[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
}
