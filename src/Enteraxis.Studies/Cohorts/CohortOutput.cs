using Enteraxis.Studies.Runs;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Cohorts;

/// <summary>Writes a cohort's tables: people, visits and events as TSV and Parquet, summaries as TSV.</summary>
internal sealed class CohortOutput(ScienceLibrary library, CohortFile file, IReadOnlyList<string> traits, Func<IEnumerable<CohortMember>> people)
{
    private readonly double[] _visits = file.VisitDays;

    internal void Write(RunFolder folder, CohortSummary summary)
    {
        Table(folder, "people", [new("person", typeof(int)), new("preset", typeof(string)), .. traits.Select(t => new RowColumn(Plain(t), typeof(double)))],
            () => people().Select(p => (object?[])[p.Number, file.Presets[p.Preset].Preset, .. p.Traits.Cast<object?>()]));
        Table(folder, "visits", [new("person", typeof(int)), new("arm", typeof(string)), new("day", typeof(double)), .. file.Readouts.Select(r => new RowColumn(r, typeof(double)))], () => people().SelectMany(Visits));
        Table(folder, "events", [new("person", typeof(int)), new("arm", typeof(string)), new("day", typeof(double)), new("kind", typeof(string)), new("size", typeof(double)), new("system", typeof(double))],
            () => people().SelectMany(Events));
        folder.AddTsv("summary.tsv", ["arm", "readout", "day", "people", "mean", "sd", "p05", "p50", "p95"], Summaries(summary));
        folder.AddTsv("rates.tsv", ["arm", "kind", "year", "per_person_year", "variance_over_mean", "share_without"],
            summary.Rates().Select(r => (object?[])[file.Arms[r.Arm].Id, file.Events[r.Kind].Kind, r.Year, r.Rate, r.Dispersion, r.ShareNone]));
        folder.AddTsv("milestones.tsv", ["arm", "milestone", "year", "share_reached", "median_years"],
            summary.Curves().SelectMany(c => c.Reached.Select((share, year) => (object?[])[file.Arms[c.Arm].Id, file.Milestones[c.Milestone].Id, year, share, c.Years])));
        folder.AddTsv("columns.tsv", ["table", "column", "unit", "meaning"], Columns());
    }

    private static void Table(RunFolder folder, string name, IReadOnlyList<RowColumn> columns, Func<IEnumerable<object?[]>> rows)
    {
        folder.Add("result", name + ".tsv", s => RowStream.ToTsv(s, columns, rows()));
        folder.Add("result", name + ".parquet", s => RowStream.ToParquet(s, columns, rows()));
    }

    private IEnumerable<object?[]> Visits(CohortMember p)
    {
        foreach (CohortCourse c in p.Courses.Where(c => !c.Failed))
            for (int v = 0; v < _visits.Length; v++)
                yield return [p.Number, file.Arms[c.Arm].Id, _visits[v], .. Enumerable.Range(0, file.Readouts.Count).Select(r => (object?)c.Values[v, r])];
    }

    private IEnumerable<object?[]> Events(CohortMember p) =>
        p.Courses.SelectMany(c => c.Events.Select(e => (object?[])[p.Number, file.Arms[c.Arm].Id, e.Day, file.Events[e.Kind].Kind, e.Size, e.System]));

    private IEnumerable<object?[]> Summaries(CohortSummary summary)
    {
        for (int a = 0; a < file.Arms.Count; a++)
            for (int r = 0; r < file.Readouts.Count; r++)
                for (int v = 0; v < _visits.Length; v++)
                {
                    Simulation.Ensembles.CourseSummary s = summary.Courses(a);
                    yield return [file.Arms[a].Id, file.Readouts[r], _visits[v], s.People, s.Mean(v, r), s.StandardDeviation(v, r), s.Quantile(v, r, 0.05), s.Quantile(v, r, 0.5), s.Quantile(v, r, 0.95)];
                }
    }

    private IEnumerable<object?[]> Columns()
    {
        foreach (string t in traits) yield return ["people", Plain(t), library.Population.Rows.First(r => r.Variable == t).Unit, library.Population.Rows.First(r => r.Variable == t).Note];
        yield return ["visits", "day", "d", "since the person entered"];
        foreach (string r in file.Readouts) yield return ["visits", r, library.Readouts.Find(r).Unit, library.Readouts.Find(r).Label];
        yield return ["events", "day", "d", "since the person entered"];
        foreach (CohortEvent e in file.Events) yield return ["events", "size, system", "", $"of {e.Kind}: {e.Size}, {e.System}"];
    }

    // Brackets in a header are awkward in R.
    private static string Plain(string name) => name.Replace("(", "_", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal);
}
