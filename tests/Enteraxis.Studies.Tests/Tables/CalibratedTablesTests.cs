using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Tests.Tables;

/// <summary>What calibration found lies over the tables and never in them.</summary>
public sealed class CalibratedTablesTests : IDisposable
{
    private const string Parameters = """
        parameter	value	unit	between_people	uncertainty	status	evidence	note
        rate	5	1	none	lognormal(0.2)	assumed	-	by preset
        person	1	1	lognormal(0.6)	none	assumed	-	
        share	0.2	1	none	logitnormal(0.3)	assumed	-	
        shift	1	1	none	normal(0.2)	assumed	-	
        still	3	1	none	lognormal(0.2)	assumed	-	

        """;

    private const string Presets = "preset\tparameter\tvalue\tnote\nbusy\trate\t10\t-\nquiet\trate\t2\t-\nquiet\tshift\t3\t-\nnone\trate\t0\t-\n";
    private const string Ensemble = "# found\nmember\trate\tspread(person)\tshare\tshift\trate@quiet\ntable\t5\t0.6\t0.2\t1\t2\n1\t6\t0.5\t0.3\t1.5\t1\n2\t8\t0.7\t0.4\t2\t1.5\n3\t10\t0.9\t0.5\t2.5\t2\n";

    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private CalibratedTables Read(string parameters = Parameters, string? ensemble = Ensemble)
    {
        _folder.Write("parameters.tsv", parameters);
        _folder.Write("presets.tsv", Presets);
        if (ensemble is not null) _folder.Write("ensemble.tsv", ensemble);
        return CalibratedTables.Read(_folder.Path);
    }

    [Fact]
    public void A_run_without_draws_stands_in_the_middle_of_the_sets_and_regimes_move_along()
    {
        CalibratedTables t = Read();
        Assert.Equal((8, 0.4, 2, 3), (t.Parameters.Values["rate"], t.Parameters.Values["share"], t.Parameters.Values["shift"], t.Parameters.Values["still"]));
        Assert.Equal(0.7, t.Parameters.Find("person")!.BetweenPeople.A);
        Assert.Equal("lognormal(0.7)", t.Parameters.Find("person")!.BetweenPeopleText);
        // Busy people keep their factor, quiet ones have a value of their own, a shift stays a shift, nothing stays nothing.
        Assert.Equal((16, 1.5, 4, 0), (t.Presets["busy"]["rate"], t.Presets["quiet"]["rate"], t.Presets["quiet"]["shift"], t.Presets["none"]["rate"]));
        Assert.Equal(5, t.Parameters.Find("rate")!.BeforeCalibration);
        Assert.Equal("5 before calibration; by preset", t.Parameters.Find("rate")!.Note);
    }

    [Fact]
    public void A_set_means_the_same_whether_or_not_the_tables_stand_in_the_middle()
    {
        CalibratedTables t = Read(), before = CalibratedTables.ReadTables(_folder.Path, _folder["ensemble.tsv"]);
        foreach (string preset in new[] { "busy", "quiet", "none" })
        {
            Dictionary<string, double> over = t.Parameters.Draw(1, 2, 7, t.Presets[preset], null, preset), under = before.Parameters.Draw(1, 2, 7, before.Presets[preset], null, preset);
            foreach (string name in t.Parameters.Values.Keys) Assert.Equal(under.GetValueOrDefault(name, before.Parameters.Values[name]), over.GetValueOrDefault(name, t.Parameters.Values[name]), 12);
        }
    }

    [Fact]
    public void Who_changes_a_calibrated_value_of_the_tables_carries_the_sets_with_it()
    {
        CalibratedTables t = Read(Parameters.Replace("rate\t5", "rate\t10", StringComparison.Ordinal).Replace("lognormal(0.6)", "lognormal(0.3)", StringComparison.Ordinal).Replace("share\t0.2", "share\t0.5", StringComparison.Ordinal));
        Assert.Equal((16, 20), (t.Parameters.Values["rate"], t.Parameters.Ensemble.Member(2)["rate"]));
        Assert.Equal(0.35, t.Parameters.Find("person")!.BetweenPeople.A, 12);
        // On the logit: odds of 0.4 times four.
        Assert.Equal(0.4 / 0.6 * 4, t.Parameters.Values["share"] / (1 - t.Parameters.Values["share"]), 12);
        Assert.Equal(1.5, t.Presets["quiet"]["rate"], 12);
    }

    [Fact]
    public void The_line_of_the_centre_beats_the_middle()
    {
        CalibratedTables t = Read(ensemble: Ensemble.Replace("1\t6\t", "centre\t5\t0.6\t0.3\t1\t2\n1\t6\t", StringComparison.Ordinal));
        Assert.Equal(5, t.Parameters.Values["rate"]);
        Assert.Equal(0.3, t.Parameters.Values["share"], 12);
        Assert.Null(t.Parameters.Find("rate")!.BeforeCalibration);
        Assert.Equal(3, t.Parameters.Ensemble.Members.Count);
    }

    [Fact]
    public void Without_sets_the_tables_are_as_they_are() => Assert.Equal((5, 10), Read(ensemble: null) is var t ? (t.Parameters.Values["rate"], t.Presets["busy"]["rate"]) : default);

    [Theory]
    [InlineData("rate@quiet", "rate@nowhere", "is of no preset")]
    [InlineData("\tshare\t", "\tshares\t", "is no parameter")]
    [InlineData("\n1\t6\t0.5\t0.3\t1.5\t1\n2\t8\t0.7\t0.4\t2\t1.5\n3\t10\t0.9\t0.5\t2.5\t2\n", "\n", "no set of values")]
    public void A_faulty_ensemble_gets_a_sentence(string was, string now, string says)
    {
        Assert.Contains(was, Ensemble, StringComparison.Ordinal);
        Assert.Contains(says, Installation.Fault(() => Read(ensemble: Ensemble.Replace(was, now, StringComparison.Ordinal))), StringComparison.Ordinal);
    }
}
