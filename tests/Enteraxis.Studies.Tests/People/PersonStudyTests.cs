using Enteraxis.Studies.People;
using Enteraxis.Studies.Runs;

namespace Enteraxis.Studies.Tests.People;

public sealed class PersonStudyTests : IDisposable
{
    private readonly SmallStudy _study = new();

    /// <summary>Stops at a given report, as a person who presses Ctrl-C.</summary>
    private sealed class StopAt(int report, CancellationTokenSource source) : IProgress<StudyProgress>
    {
        private int _count;

        internal int Reports => _count;

        public void Report(StudyProgress value)
        {
            if (++_count == report) source.Cancel();
        }
    }

    public void Dispose() => _study.Dispose();

    private Dictionary<string, string> Hashes(string run) =>
        _study.Folder.Files(run).Where(f => !f.EndsWith(RunLog.FileName, StringComparison.Ordinal)).ToDictionary(f => f[(run.Length + 1)..], f => RunManifest.HashOf(_study.Folder[f.Split('/')]));

    [Fact]
    public void A_study_writes_results_manifest_inputs_and_log_and_nothing_else()
    {
        _study.Run("run");
        string[] tables = ["chain", "courses", "effects", "profile", "readings", "sources", "summary"];
        Assert.Equal(tables.SelectMany(t => new[] { $"run/{t}.parquet", $"run/{t}.tsv" }).Concat(["run/inputs/person.yaml", "run/inputs/study.yaml", "run/inputs/table/person.yaml", "run/manifest.json", "run/run.log"])
            .Order(StringComparer.Ordinal), _study.Folder.Files("run"));
    }

    [Fact]
    public void The_number_of_threads_changes_no_byte_and_the_seed_does()
    {
        _study.Run("one", threads: 1);
        _study.Run("three", threads: 3);
        _study.Run("other", seed: 2);
        Assert.Equal(Hashes("one"), Hashes("three"));
        Assert.NotEqual(Hashes("one")["effects.tsv"], Hashes("other")["effects.tsv"]);
    }

    [Fact]
    public void A_study_stopped_anywhere_leaves_no_result_and_ends_with_the_same_bytes()
    {
        using CancellationTokenSource never = new();
        StopAt counter = new(int.MaxValue, never);
        _study.Run("whole", progress: counter);
        Assert.True(counter.Reports >= 6);
        for (int at = 1; at < counter.Reports - 1; at += 2)
        {
            string run = FormattableString.Invariant($"stopped-{at}");
            using CancellationTokenSource stop = new();
            Assert.ThrowsAny<OperationCanceledException>(() => _study.Run(run, progress: new StopAt(at, stop), cancellation: stop.Token));
            Assert.DoesNotContain(_study.Folder.Files(run), f => f.EndsWith(".part", StringComparison.Ordinal) || f.EndsWith(".tsv", StringComparison.Ordinal) || f.EndsWith(".parquet", StringComparison.Ordinal));
            _study.Run(run);
            Assert.Equal(Hashes("whole"), Hashes(run));
        }
    }

    [Fact]
    public void A_study_cancelled_before_it_starts_writes_nothing()
    {
        Assert.ThrowsAny<OperationCanceledException>(() => _study.Run("run", cancellation: new CancellationToken(canceled: true)));
        Assert.False(Directory.Exists(_study.Folder["run"]));
    }

    [Fact]
    public void A_damaged_part_is_computed_again_with_the_same_bytes()
    {
        _study.Run("whole");
        using CancellationTokenSource stop = new();
        Assert.ThrowsAny<OperationCanceledException>(() => _study.Run("run", progress: new StopAt(3, stop), cancellation: stop.Token));
        string[] parts = [.. _study.Folder.Files("run/chunks")];
        Assert.NotEmpty(parts);
        foreach (string part in parts)
        {
            byte[] bytes = File.ReadAllBytes(_study.Folder[part.Split('/')]);
            bytes[^40] ^= 1;
            File.WriteAllBytes(_study.Folder[part.Split('/')], bytes);
        }
        _study.Run("run");
        Assert.Equal(Hashes("whole"), Hashes("run"));
    }

    [Fact]
    public void The_result_knows_who_it_is_about_and_what_was_not_given()
    {
        PersonStudyResult r = _study.Run("run");
        Assert.Equal("40, score 1.5", r.PersonLine);
        Assert.Equal(["course", "treatment"], r.DrawnTraits.Select(d => d.Label));
        Assert.Equal(["FEVER", "FOOD"], r.Alerts.Select(a => a.Id));
        Assert.Equal(["more", "pills", "nothing", "combination"], r.Levers.Select(l => l.Id));
        Assert.Contains(r.Evidence, e => e.Id == "EV-A-1");
    }

    [Fact]
    public void A_lever_that_changes_nothing_has_no_effect_and_cannot_be_told()
    {
        PersonStudyResult r = _study.Run("run");
        LeverResult nothing = r.Levers.Single(l => l.Id == "nothing");
        // A change that sets what was already so restarts the solver: rounding is no effect.
        Assert.All(nothing.Effects, e => Assert.All([e.Difference, e.PeopleLow, e.PeopleHigh, e.ParametersLow, e.ParametersHigh], x => Assert.Equal(0, x, 1e-12)));
        Assert.All(nothing.Effects, e => Assert.True(e.CannotTell));
        Assert.Empty(nothing.Chain);
    }

    [Fact]
    public void The_chain_shows_the_arrows_that_moved_and_what_is_left_without_them()
    {
        PersonStudyResult r = _study.Run("run");
        LeverResult more = r.Levers.Single(l => l.Id == "more");
        Assert.Equal(["arrow_calms", "arrow_feeds"], more.Chain.Select(c => c.Arrow).Order(StringComparer.Ordinal));
        // Twice the intake, solved exactly: the arrow in year two is twice its own.
        Assert.Equal(1, more.Chain.Single(c => c.Arrow == "arrow_feeds").FluxChange, 1e-6);
        Assert.True(more.Effects[0].Difference < 0);
        // Every way leads through both arrows: held, nothing is left.
        Assert.All(more.Chain, c => Assert.Equal(0, c.LeftIfFrozen ?? double.NaN, 0.05));
    }

    [Fact]
    public void Too_few_fitting_pasts_are_refused_and_the_folder_is_as_before()
    {
        using SmallStudy narrow = new(SmallInstallation.Study(kernel: 0.05));
        string message = Installation.Fault(() => narrow.Run("run"));
        Assert.Contains("of 160 simulated pasts fit the answers", message, StringComparison.Ordinal);
        Assert.Contains("30 are needed", message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(narrow.Folder["run"]));
    }

    [Fact]
    public void Few_fitting_pasts_are_said_on_the_first_page()
    {
        using SmallStudy few = new(SmallInstallation.Study(bank: 100));
        PersonStudyResult rough = few.Run("run");
        Assert.InRange(rough.EffectiveSampleSize, 30, 100);
        Assert.Contains(rough.Notices, n => n.StartsWith("Few simulated pasts fit this person", StringComparison.Ordinal));
        using SmallStudy open = new(person: "age: 40");
        PersonStudyResult all = open.Run("run");
        Assert.Equal(160, all.EffectiveSampleSize, 1e-9);
        Assert.DoesNotContain(all.Notices, n => n.StartsWith("Few", StringComparison.Ordinal));
    }

    [Fact]
    public void A_study_whose_words_direct_a_person_is_refused_before_anything_is_simulated()
    {
        using SmallStudy bad = new(SmallInstallation.Study(harms: "You should run."));
        Assert.Contains("may not stand on a page", Installation.Fault(() => StudyChecks.Check(bad.Study, bad.Library)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_treated_person_keeps_the_treatment_in_every_arm()
    {
        using SmallStudy treated = new(person: "age: 40\ntreatment: drug\n"), untreated = new(person: "age: 40\ntreatment: none\n");
        PersonStudyResult with = treated.Run("run"), without = untreated.Run("run");
        for (int lever = 0; lever < with.Levers.Count; lever++)
        {
            Assert.True(with.Levers[lever].Effects[0].AsNow < without.Levers[lever].Effects[0].AsNow);
            Assert.True(with.Levers[lever].Effects[0].With < without.Levers[lever].Effects[0].With);
        }
        // A pill of 5 every two weeks: 0.5 of the state, which fades by a tenth a day; the read-out is ten times the state.
        Assert.Equal(10 * 0.5 / 14 / 0.1, with.Profile.Acids[0].Production.Median - without.Profile.Acids[0].Production.Median, 0.5);
    }
}
