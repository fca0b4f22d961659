using Enteraxis.Numerics.Tables;
using Enteraxis.Studies.Cohorts;
using Enteraxis.Studies.People;
using Enteraxis.Studies.Runs;

namespace Enteraxis.Studies.Tests.Cohorts.Widths;

/// <summary>The four sources of width in a run of a cohort.</summary>
public sealed class CohortWidthTests
{
    private const string Width = "width: {people: 5, sets: 4, repeats: 2, variants: 3, outcomes: [vitamin_d, t2_seen, relapse], years: [0.5, 1]}";

    private const string Study = $$"""
        title: A few people
        presets: {rrms: 0.7, ppms: 0.3}
        people: 12
        years: 1
        run_in_days: 60
        visit_every_days: 182.625
        readouts: [vitamin_d, t2_seen]
        events: [{kind: relapse, jump: relapse.strikes}]
        arms: [{id: as_now}, {id: supplement, interventions: [vitamin_d_4000], start_day: 30}]
        {{Width}}
        """;

    private static CohortStudyRequest Request(ScratchFolder folder, string name, int threads = 1, string study = Study) =>
        new() { RootPath = Installation.Root, StudyPath = folder.Write("study.yaml", study), OutDir = folder[name], Threads = threads };

    private static TsvRow[] Rows(ScratchFolder folder, string name, string table) => [.. TsvTable.Read(folder[name, table + ".tsv"]).Rows];

    private static void SameBytes(ScratchFolder folder, string one, string other)
    {
        string[] files = [.. folder.Files(one).Where(f => !f.EndsWith(RunLog.FileName, StringComparison.Ordinal))];
        Assert.Contains(files, f => f.EndsWith("width.tsv", StringComparison.Ordinal));
        foreach (string file in files) Assert.True(File.ReadAllBytes(folder[file]).AsSpan().SequenceEqual(File.ReadAllBytes(folder[other + file[one.Length..]])), file);
    }

    [Fact]
    public void Every_forecast_has_four_sources_whose_shares_sum_to_one()
    {
        using ScratchFolder folder = new();
        CohortStudyResult result = CohortStudy.Run(Request(folder, "a"));
        // Four sets of five people, twice, and three people under six readings, in two arms.
        Assert.Equal(2 * (40 + 18), result.Width!.Courses);
        Assert.Equal(0, result.Width.Failed);
        TsvRow[] rows = Rows(folder, "a", "width");
        IGrouping<(string, string, string, string), TsvRow>[] forecasts = [.. rows.GroupBy(r => (r["outcome"], r["arm"], r["against"], r["year"]))];
        // Three outcomes at two times: both arms, and what one adds to the other.
        Assert.Equal(3 * 2 * 3, forecasts.Length);
        foreach (var f in forecasts)
        {
            Assert.Equal(["people", "chance", "parameters", "readings", "all"], f.Select(r => r["source"]));
            TsvRow all = f.Last();
            TsvRow[] parts = [.. f.Take(4)];
            Assert.Equal(all.Number("variance"), parts.Sum(r => Math.Max(0, r.Number("variance"))), 1e-9 * Math.Max(1, all.Number("variance")));
            if (all.Number("variance") > 0) Assert.Equal(1, parts.Sum(r => r.Number("share")), 1e-12);
            Assert.All(parts, r => Assert.Equal(Math.Sqrt(Math.Max(0, r.Number("variance"))), r.Number("sd"), 1e-12));
            Assert.All(parts, r => Assert.Equal(r["verdict"] == "told", r.Number("variance") > r.Number("monte_carlo_error")));
        }
        string Said(string outcome) => rows.Single(r => r["outcome"] == outcome && r["against"] == "as_now" && r["year"] == "1" && r["source"] == "all")["verdict"];
        Assert.Equal("higher", Said("vitamin_d"));
        Assert.Contains(Said("relapse"), (string[])["cannot tell", "no difference seen"]);
        Assert.Equal(6, Rows(folder, "a", "width_by_reading").Count(r => r["outcome"] == "vitamin_d" && r["against"] == "as_now" && r["year"] == "1"));
    }

    [Fact]
    public void Means_are_those_of_the_people()
    {
        using ScratchFolder folder = new();
        CohortStudy.Run(Request(folder, "a"));
        TsvRow[] visits = Rows(folder, "a", "visits"), events = Rows(folder, "a", "events"), rows = Rows(folder, "a", "width");
        double Mean(string outcome, string arm, string against, string year) => rows.Single(r => r["outcome"] == outcome && r["arm"] == arm && r["against"] == against && r["year"] == year && r["source"] == "all").Number("mean");
        double Level(string arm) => visits.Where(v => v["arm"] == arm && v.Number("day") == 365.25).Average(v => v.Number("vitamin_d"));
        Assert.Equal(Level("supplement"), Mean("vitamin_d", "supplement", "", "1"), 1e-9);
        Assert.Equal(Level("supplement") - Level("as_now"), Mean("vitamin_d", "supplement", "as_now", "1"), 1e-9);
        Assert.Equal(events.Count(e => e["arm"] == "as_now" && e.Number("day") <= 182.625) / 12.0 / 0.5, Mean("relapse", "as_now", "", "0.5"), 1e-9);
    }

    [Fact]
    public void The_bytes_do_not_depend_on_threads_and_a_run_stopped_within_the_design_goes_on_to_them()
    {
        using ScratchFolder folder = new();
        CohortStudy.Run(Request(folder, "one"));
        CohortStudy.Run(Request(folder, "three", threads: 3));
        SameBytes(folder, "one", "three");
        using CancellationTokenSource stop = new();
        Assert.ThrowsAny<OperationCanceledException>(() => CohortStudy.Run(Request(folder, "stopped"), new StopAt(stop, "Where the width comes from"), stop.Token));
        Assert.Single(Directory.EnumerateFiles(folder["stopped", "chunks"]));
        CohortStudy.Run(Request(folder, "stopped"));
        SameBytes(folder, "one", "stopped");
    }

    [Fact]
    public void Without_the_design_there_is_no_table_of_it_and_all_else_is_the_same()
    {
        using ScratchFolder folder = new();
        CohortStudy.Run(Request(folder, "with"));
        Assert.Null(CohortStudy.Run(Request(folder, "without", study: Study.Replace(Width, "width: none", StringComparison.Ordinal))).Width);
        Assert.False(File.Exists(folder["without", "width.tsv"]));
        foreach (string table in (string[])["people", "visits", "events", "summary", "rates", "milestones"])
            Assert.Equal(File.ReadAllText(folder["with", table + ".tsv"]), File.ReadAllText(folder["without", table + ".tsv"]));
    }

    [Theory]
    [InlineData("{people: 5", "{people: 1", "'people: 1' lies outside 2 to 1000")]
    [InlineData("sets: 4", "sets: few", "is no number")]
    [InlineData("sets: 4", "sets: 4.5", "is no whole number")]
    [InlineData("repeats: 2", "repeats: 40", "'repeats: 40' lies outside 1 to 31")]
    [InlineData("variants: 3", "variants: 6", "are more than the 5 of 'people'")]
    [InlineData("variants: 3", "variants: 1", "write 0 or at least 2")]
    [InlineData("relapse], years", "relapses], years", "'relapses' is neither a read-out nor a kind of event of this study")]
    [InlineData("relapse], years", "t2_seen], years", "'t2_seen' stands twice")]
    [InlineData("years: [0.5, 1]", "years: [0.5, 2]", "'2' is no time of this study; write years above 0 and at most 1")]
    [InlineData("years: [0.5, 1]", "years: [0]", "'0' is no time of this study")]
    [InlineData("years: [0.5, 1]", "times: [1]", "the key 'times' is unknown")]
    [InlineData(Width, "width: narrow", "'width: narrow' is neither 'none' nor a group")]
    public void A_faulty_design_gets_a_sentence_and_leaves_nothing(string was, string now, string says)
    {
        using ScratchFolder folder = new();
        string fault = Installation.Fault(() => CohortStudy.Run(Request(folder, "a", study: Study.Replace(was, now, StringComparison.Ordinal))));
        Assert.Contains(says, fault, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["a"]));
    }

    private sealed class StopAt(CancellationTokenSource stop, string phase) : IProgress<StudyProgress>
    {
        public void Report(StudyProgress value)
        {
            if (value.Phase == phase) stop.Cancel();
        }
    }
}
