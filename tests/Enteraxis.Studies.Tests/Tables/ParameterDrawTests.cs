using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Tests.Tables;

public sealed class ParameterDrawTests
{
    private const string Header = "parameter\tvalue\tunit\tbetween_people\tuncertainty\tstatus\tevidence\tnote\n";

    private static readonly string[] Lines =
    [
        "a\t1\t1\tlognormal(0.3)\tlognormal(0.2)\tassumed\t-\t", "b\t2\t1\tnone\tnormal(0.2)\tassumed\t-\t", "c\t0.3\t1\tlogitnormal(0.5)\tnone\tassumed\t-\t",
        "d\t1\t1\tbernoulli(0.4)\tnone\tassumed\t-\t", "e\t5\t1\tnone\tnone\tassumed\t-\t",
    ];

    private static readonly Dictionary<string, double> NoRegime = [];

    private static ParameterTable Table(params string[] lines)
    {
        using ScratchFolder folder = new();
        return ParameterTable.Read(folder.Write("parameters.tsv", Header + string.Join('\n', lines) + "\n"));
    }

    [Fact]
    public void A_draw_does_not_depend_on_the_order_or_the_number_of_rows()
    {
        Dictionary<string, double> drawn = Table(Lines).Draw(3, 7, 9, NoRegime);
        Assert.True(drawn.Count >= 3);
        Assert.Equal(drawn.OrderBy(d => d.Key), Table([.. Lines.Reverse()]).Draw(3, 7, 9, NoRegime).OrderBy(d => d.Key));
        Dictionary<string, double> more = Table(["zero\t1\t1\tlognormal(1)\tlognormal(1)\tassumed\t-\t", .. Lines]).Draw(3, 7, 9, NoRegime);
        foreach ((string name, double value) in drawn) Assert.Equal(value, more[name]);
        Assert.Equal(drawn["b"], Table(Lines[1]).Draw(3, 7, 9, NoRegime)["b"]);
    }

    [Fact]
    public void A_draw_is_a_function_of_seed_set_and_person()
    {
        ParameterTable t = Table(Lines);
        Assert.Equal(t.Draw(3, 7, 9, NoRegime), t.Draw(3, 7, 9, NoRegime));
        Assert.NotEqual(t.Draw(3, 7, 9, NoRegime)["a"], t.Draw(4, 7, 9, NoRegime)["a"]);
        Assert.NotEqual(t.Draw(3, 7, 9, NoRegime)["a"], t.Draw(3, 8, 9, NoRegime)["a"]);
        Assert.NotEqual(t.Draw(3, 7, 9, NoRegime)["a"], t.Draw(3, 7, 10, NoRegime)["a"]);
    }

    [Fact]
    public void What_is_not_known_belongs_to_the_set_and_the_deviation_to_the_person()
    {
        ParameterTable t = Table(Lines);
        Assert.Equal(t.Draw(3, 7, 9, NoRegime)["b"], t.Draw(3, 7, 10, NoRegime)["b"]);
        Assert.Equal(t.Draw(3, 7, 9, NoRegime)["c"], t.Draw(3, 8, 9, NoRegime)["c"]);
        // Both at once: set first, then the person's factor.
        double set = t.Draw(3, 7, null, NoRegime)["a"], person = t.Draw(3, null, 9, NoRegime)["a"];
        Assert.Equal(set * person, t.Draw(3, 7, 9, NoRegime)["a"], 1e-12);
        Assert.Empty(t.Draw(3, null, null, NoRegime));
    }

    [Fact]
    public void Two_parameters_of_one_person_are_independent()
    {
        ParameterTable t = Table("a\t1\t1\tnormal(1)\tnone\tassumed\t-\t", "b\t1\t1\tnormal(1)\tnone\tassumed\t-\t");
        double[][] pairs = [.. Enumerable.Range(1, 4000).Select(p => t.Draw(1, null, (ulong)p, NoRegime)).Select(d => new[] { d["a"] - 1, d["b"] - 1 })];
        Assert.Equal(0, pairs.Average(p => p[0] * p[1]), 4 / Math.Sqrt(4000));
        Assert.Equal(1, pairs.Average(p => p[0] * p[0]), 0.1);
    }

    [Fact]
    public void Spreads_act_about_the_value_of_the_regime()
    {
        ParameterTable t = Table(Lines);
        Dictionary<string, double> regime = new() { ["a"] = 10, ["e"] = 6 };
        Dictionary<string, double> drawn = t.Draw(3, 7, 9, regime);
        Assert.Equal(10 * t.Draw(3, 7, 9, NoRegime)["a"], drawn["a"], 1e-10);
        Assert.Equal(6, drawn["e"]);
    }

    [Fact]
    public void A_draw_that_hits_the_central_value_replaces_the_value_of_a_regime()
    {
        // bernoulli: 1 is the central value and the regime says 0; who draws 1 must get 1.
        ParameterTable t = Table(Lines);
        double mean = Enumerable.Range(1, 4000).Average(p => t.Draw(1, null, (ulong)p, new Dictionary<string, double> { ["d"] = 0 })["d"]);
        Assert.Equal(0.4, mean, 0.04);
    }

    [Theory]
    [InlineData("a\t1\t1\tnone\tnone\tassumed\t-\t\na\t1\t1\tnone\tnone\tassumed\t-\t", "line 3: column 'parameter': 'a' stands twice")]
    [InlineData("a\tx\t1\tnone\tnone\tassumed\t-\t", "line 2: column 'value': 'x' is no number")]
    [InlineData("a\t1\t\tnone\tnone\tassumed\t-\t", "line 2: column 'unit': the cell is empty")]
    [InlineData("a\t1\t1\twide\tnone\tassumed\t-\t", "line 2: column 'between_people': 'wide' is no spread")]
    [InlineData("a\t1\t1\tnone\tnone\tguessed\t-\t", "line 2: column 'status': 'guessed' is not one of")]
    [InlineData("a\t2\t1\tlogitnormal(1)\tnone\tassumed\t-\t", "line 2: column 'value': a logitnormal spread needs a value between 0 and 1")]
    public void A_faulty_row_is_refused_with_line_and_column(string rows, string says) => Assert.Contains(says, Installation.Fault(() => Table(rows)), StringComparison.Ordinal);

    [Fact]
    public void Every_regime_draws_finite_values_of_parameters_that_exist()
    {
        ScienceLibrary library = Installation.Library;
        foreach (string preset in library.Presets.Names)
        {
            Assert.Empty(library.Presets[preset].Keys.Where(k => library.Parameters.Find(k) is null));
            for (ulong p = 1; p <= 20; p++) Assert.DoesNotContain(library.Parameters.Draw(1, p, p, library.Presets[preset]), d => !double.IsFinite(d.Value));
        }
    }

    [Fact]
    public void No_two_parameters_share_a_place_in_the_stream() =>
        Assert.Equal(Installation.Library.Parameters.Rows.Count, Installation.Library.Parameters.Rows.Select(r => StableHash.Of(r.Name)).Distinct().Count());
}
