namespace Enteraxis.Statistics.Tests;

/// <summary>The reference answers: one row a figure, each with the relative error it allows.</summary>
internal static class Reference
{
    public sealed record Row(string Id, string Dataset, string Analysis, string Term, string Statistic, double Value, double Tolerance);

    public static Row[] All()
    {
        Table t = Table.Shared("reference");
        string[] id = t.Text("id"), dataset = t.Text("dataset"), analysis = t.Text("analysis"), term = t.Text("term"), statistic = t.Text("statistic");
        double[] value = t.Numbers("value"), tolerance = t.Numbers("rel_tol");
        return [.. Enumerable.Range(0, t.Rows).Select(i => new Row(id[i], dataset[i], analysis[i], term[i], statistic[i], value[i], tolerance[i]))];
    }

    /// <summary>Every row of the analyses chosen against our answer; each analysis chosen must have rows.</summary>
    public static void Meets(Func<string, bool> analysis, Func<Row, double> ours)
    {
        Row[] rows = [.. All().Where(r => analysis(r.Analysis))];
        Assert.NotEmpty(rows);
        string faults = string.Join("\n", rows.Select(r => (r, x: ours(r))).Where(p => !Near(p.x, p.r.Value, p.r.Tolerance)).Select(p => FormattableString.Invariant($"{p.r.Id} {p.r.Analysis} {p.r.Term} {p.r.Statistic}: {p.x:R}, expected {p.r.Value:R}")));
        Assert.True(faults.Length == 0, faults);
    }

    public static bool Near(double x, double expected, double tolerance) =>
        double.IsNaN(expected) ? double.IsNaN(x) : Math.Abs(x - expected) <= tolerance * Math.Max(Math.Abs(expected), 1e-300) || expected == 0 && Math.Abs(x) < 1e-300;
}
