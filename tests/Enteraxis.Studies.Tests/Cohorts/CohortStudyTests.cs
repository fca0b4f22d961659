using System.Globalization;
using Enteraxis.Numerics.Tables;
using Enteraxis.Studies.Cohorts;
using Enteraxis.Studies.Runs;

namespace Enteraxis.Studies.Tests.Cohorts;

public sealed class CohortStudyTests
{
    private const string Study = """
        title: A few people
        presets: {rrms: 0.7, ppms: 0.3}
        people: 20
        years: 1
        run_in_days: 120
        visit_every_days: 182.625
        width: none
        readouts: [edss_rated, relapses, t2_seen, vitamin_d]
        events:
          - {kind: relapse, jump: relapse.strikes, size: relapse_severity, system: relapse_system}
          - {kind: lesion, jump: lesion.arises, size: lesion_size, system: lesion_system}
        arms:
          - {id: as_now}
          - {id: supplement, interventions: [vitamin_d_4000], start_day: 100}
        milestones:
          - {id: two, label: EDSS 2, readout: edss_rated, level: 2}
          - {id: held, label: EDSS 2 held, readout: edss_rated, level: 2, confirmed_days: 180}
        """;

    private static CohortStudyResult Run(ScratchFolder folder, string name, int threads = 1, int? people = null, ulong seed = 1, string study = Study) =>
        CohortStudy.Run(new CohortStudyRequest { RootPath = Installation.Root, StudyPath = folder.Write("study.yaml", study), OutDir = folder[name], Threads = threads, People = people, Seed = seed });

    private static TsvRow[] Rows(ScratchFolder folder, string name, string table) => [.. TsvTable.Read(folder[name, table + ".tsv"]).Rows];

    [Fact]
    public void A_cohort_has_people_visits_and_events_that_agree_with_each_other()
    {
        using ScratchFolder folder = new();
        CohortStudyResult result = Run(folder, "a");
        Assert.Equal(0, result.Failed);
        Assert.Equal(20, Rows(folder, "a", "people").Length);
        TsvRow[] visits = Rows(folder, "a", "visits"), events = Rows(folder, "a", "events");
        Assert.Equal(20 * 2 * 3, visits.Length);
        foreach (IGrouping<(string, string), TsvRow> person in visits.GroupBy(v => (v["person"], v["arm"])))
        {
            TsvRow[] own = [.. person.OrderBy(v => v.Number("day"))];
            double counted = events.Count(e => (e["person"], e["arm"], e["kind"]) == (person.Key.Item1, person.Key.Item2, "relapse") && e.Number("day") <= own[^1].Number("day"));
            Assert.Equal(own[^1].Number("relapses") - own[0].Number("relapses"), counted);
        }
        Assert.All(events, e => Assert.InRange(e.Number("system"), 1, 7));
        Assert.All(events, e => Assert.True(e.Number("size") > 0));
        Assert.True(events.Length > 50, $"only {events.Length} events");
        Assert.Contains("ppms", Rows(folder, "a", "people").Select(p => p["preset"]));
    }

    [Fact]
    public void Arms_are_twins_until_the_day_on_which_they_part()
    {
        using ScratchFolder folder = new();
        Run(folder, "a");
        TsvRow[] events = Rows(folder, "a", "events"), visits = Rows(folder, "a", "visits");
        string[] Of(string arm) => [.. events.Where(e => e["arm"] == arm && e.Number("day") < 100).Select(e => $"{e["person"]} {e["day"]} {e["kind"]} {e["size"]} {e["system"]}")];
        Assert.NotEmpty(Of("as_now"));
        Assert.Equal(Of("as_now"), Of("supplement"));
        double Level(string arm) => visits.Where(v => v["arm"] == arm && v.Number("day") > 360).Average(v => v.Number("vitamin_d"));
        Assert.True(Level("supplement") > Level("as_now") + 25, "the supplement raises the level");
    }

    [Fact]
    public void The_bytes_do_not_depend_on_threads_and_the_people_not_on_their_number()
    {
        using ScratchFolder folder = new();
        Run(folder, "one");
        Run(folder, "three", threads: 3);
        foreach (string file in folder.Files("one").Where(f => !f.EndsWith(RunLog.FileName, StringComparison.Ordinal)))
            Assert.True(File.ReadAllBytes(folder[file]).AsSpan().SequenceEqual(File.ReadAllBytes(folder["three" + file["one".Length..]])), file);
        Run(folder, "few", people: 5);
        Assert.Equal(File.ReadLines(folder["one", "people.tsv"]).Take(6), File.ReadLines(folder["few", "people.tsv"]));
        Assert.Equal(File.ReadLines(folder["one", "visits.tsv"]).Take(1 + 5 * 2 * 3), File.ReadLines(folder["few", "visits.tsv"]));
        Run(folder, "other", people: 5, seed: 2);
        Assert.NotEqual(File.ReadAllText(folder["few", "people.tsv"]), File.ReadAllText(folder["other", "people.tsv"]));
    }

    [Fact]
    public void A_run_that_was_stopped_goes_on_to_the_same_bytes()
    {
        using ScratchFolder folder = new();
        Run(folder, "whole");
        CohortStudyRequest request = new() { RootPath = Installation.Root, StudyPath = folder["study.yaml"], OutDir = folder["stopped"], Threads = 1 };
        using CancellationTokenSource stop = new();
        Assert.ThrowsAny<OperationCanceledException>(() => CohortStudy.Run(request, new StopWhen(stop, "Tables written"), stop.Token));
        Assert.False(File.Exists(folder["stopped", "summary.tsv"]));
        CohortStudy.Run(request);
        foreach (string file in folder.Files("whole").Where(f => !f.EndsWith(RunLog.FileName, StringComparison.Ordinal)))
            Assert.True(File.ReadAllBytes(folder[file]).AsSpan().SequenceEqual(File.ReadAllBytes(folder["stopped" + file["whole".Length..]])), file);
    }

    [Fact]
    public void Summaries_are_those_of_the_visits()
    {
        using ScratchFolder folder = new();
        Run(folder, "a");
        TsvRow[] visits = Rows(folder, "a", "visits");
        foreach (TsvRow s in Rows(folder, "a", "summary"))
        {
            double[] x = [.. visits.Where(v => v["arm"] == s["arm"] && v["day"] == s["day"]).Select(v => v.Number(s["readout"]))];
            Assert.Equal(x.Average(), s.Number("mean"), 1e-9 * Math.Max(1, Math.Abs(x.Average())));
            Assert.Equal(Numerics.Summaries.Quantile.Of(x, 0.95), s.Number("p95"), 1e-9);
        }
        double[][] edss = [.. visits.Where(v => v["arm"] == "as_now").GroupBy(v => v["person"]).Select(g => g.OrderBy(v => v.Number("day")).Select(v => v.Number("edss_rated")).ToArray())];
        double Share(string milestone, string year) => Rows(folder, "a", "milestones").Single(m => m["arm"] == "as_now" && m["milestone"] == milestone && m["year"] == year).Number("share_reached");
        Assert.Equal(edss.Count(e => e.Any(x => x >= 2)) / 20.0, Share("two", "1"), 1e-12);
        Assert.Equal(edss.Count(e => e[0] >= 2 && e[1] >= 2) / 20.0, Share("held", "0"), 1e-12);
        // What begins in the last half year cannot be confirmed any more, so the end of the year is not told.
        Assert.DoesNotContain(Rows(folder, "a", "milestones"), m => m["milestone"] == "held" && m["year"] == "1");
    }

    [Theory]
    [InlineData("presets: {rrms: 0.7, ppms: 0.3}", "presets: {nobody: 1}", "'nobody' is no preset")]
    [InlineData("readouts: [edss_rated,", "readouts: [edss_ratd,", "'edss_ratd' is no read-out")]
    [InlineData("jump: lesion.arises", "jump: lesion.aries", "is no jump of the model")]
    [InlineData("size: lesion_size", "size: edss", "is not decided by what the jump sets")]
    [InlineData("[vitamin_d_4000]", "[vitamin_d_400]", "is no intervention")]
    [InlineData("people: 20", "people: 0", "outside")]
    [InlineData("years: 1", "years: 1000", "outside")]
    [InlineData("level: 2", "level: two", "is no number")]
    [InlineData("readout: edss_rated, level", "readout: fatigue, level", "not among the read-outs")]
    public void A_faulty_study_gets_a_sentence_and_leaves_nothing(string was, string now, string says)
    {
        using ScratchFolder folder = new();
        string fault = Installation.Fault(() => Run(folder, "a", study: Study.Replace(was, now, StringComparison.Ordinal)));
        Assert.Contains(says, fault, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["a"]));
    }

    [Fact]
    public void The_study_of_natural_history_is_one_that_can_be_read() =>
        Assert.True(CohortFileReader.Read(Installation.PathOf("studies", "natural-history.yaml"), Installation.Library).VisitDays.Length > 40);

    private sealed class StopWhen(CancellationTokenSource stop, string phase) : IProgress<Enteraxis.Studies.People.StudyProgress>
    {
        public void Report(Enteraxis.Studies.People.StudyProgress value)
        {
            if (value.Phase == phase) stop.Cancel();
        }
    }
}
