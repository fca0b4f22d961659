namespace Enteraxis.Axis.Tests.Cohorts;

/// <summary>Untreated people over two years against the figures that calibrate them; each bound is widened by Monte Carlo error.</summary>
public sealed class UntreatedCohortTests
{
    private static void Say(FormattableString line) => TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant(line));

    private static void Describe(string label, CountSummary relapses, CountSummary lesions) => Say(
        $"{label}: N = {relapses.People}; relapses a year {relapses.Mean / 2:F3} (SE {relapses.MeanError / 2:F3}); var/mean {relapses.VarianceToMean:F2} (SE {relapses.VarianceToMeanError:F2}); without a relapse {100 * relapses.ShareNone:F1} % (SE {100 * relapses.ShareNoneError:F1}); new T2 {lesions.Mean:F2} (SE {lesions.MeanError:F2}), SD {lesions.Sd:F1} (SE {lesions.SdError:F1})");

    [Fact]
    public void People_with_relapsing_disease_have_half_to_seven_tenths_of_a_relapse_a_year()
    {
        Cohort c = SharedCohorts.Regime("rrms");
        CountSummary relapses = CountSummary.Of(c.Changes(SharedCohorts.RunIn, SharedCohorts.End, "relapses"));
        Describe("rrms", relapses, CountSummary.Of(c.Changes(SharedCohorts.RunIn, SharedCohorts.End, "t2_seen")));
        Assert.InRange(relapses.Mean / 2, 0.5 - 1.5 * relapses.MeanError, 0.7 + 1.5 * relapses.MeanError);
        Assert.InRange(relapses.VarianceToMean, 1.4 - 3 * relapses.VarianceToMeanError, 1.9 + 3 * relapses.VarianceToMeanError);
    }

    [Fact]
    public void Screening_for_a_recent_relapse_gives_the_relapse_rate_of_2006()
    {
        Cohort c = SharedCohorts.Screened;
        CountSummary relapses = CountSummary.Of(c.Changes(SharedCohorts.Baseline, SharedCohorts.ScreenedEnd, "relapses", SharedCohorts.Eligible));
        CountSummary lesions = CountSummary.Of(c.Changes(SharedCohorts.Baseline, SharedCohorts.ScreenedEnd, "t2_seen", SharedCohorts.Eligible));
        Describe("eligible of 2006", relapses, lesions);
        CountSummary everybody = CountSummary.Of(c.Changes(SharedCohorts.Baseline, SharedCohorts.ScreenedEnd, "relapses"));
        Describe("screened in 2006", everybody, CountSummary.Of(c.Changes(SharedCohorts.Baseline, SharedCohorts.ScreenedEnd, "t2_seen")));
        int[] eligible = [.. Enumerable.Range(0, c.Size).Where(SharedCohorts.Eligible)];
        Say($"eligible {eligible.Length} of {c.Size}; EDSS {eligible.Average(p => c.At(p, SharedCohorts.Baseline, "edss")):F2}; enhancing lesions {eligible.Average(p => c.At(p, SharedCohorts.ScreenedEnd, "gd_active")):F2}; lesions a year, seen or not {eligible.Average(p => c.Change(p, SharedCohorts.Baseline, SharedCohorts.ScreenedEnd, "lesions")) / 2:F1}");

        Assert.InRange(relapses.Mean / 2, 0.65 - 1.5 * relapses.MeanError, 0.75 + 1.5 * relapses.MeanError);
        Assert.InRange(relapses.VarianceToMean, 1.4 - 3 * relapses.VarianceToMeanError, 1.9 + 3 * relapses.VarianceToMeanError);
        Assert.InRange(lesions.Mean, 9 - 3 * lesions.MeanError, 13 + 3 * lesions.MeanError);
        // A tail as long as this needs thousands of people for its standard deviation, which "calibrate targets" has: here it must be wide.
        Assert.True(lesions.Sd > lesions.Mean);
        // Selection does something: the eligible relapse more than those from whom they were chosen.
        Assert.True(relapses.Mean > everybody.Mean);
    }

    [Fact]
    public void Those_screened_fall_back_after_the_year_that_selected_them()
    {
        Cohort c = SharedCohorts.Screened;
        double before = CountSummary.Of(c.Changes(SharedCohorts.RunIn, SharedCohorts.Baseline, "relapses", SharedCohorts.Eligible)).Mean;
        CountSummary after = CountSummary.Of(c.Changes(SharedCohorts.Baseline, SharedCohorts.Baseline + SharedCohorts.Year, "relapses", SharedCohorts.Eligible));
        Say($"relapses in the screening year {before:F2}, in the year after {after.Mean:F2} (SE {after.MeanError:F2})");
        Assert.True(after.Mean + 3 * after.MeanError < before);
    }

    [Fact]
    public void Healthy_people_have_neither_lesions_nor_relapses()
    {
        Cohort c = SharedCohorts.Regime("healthy");
        Assert.Equal(0, c.Worst("lesions"));
        Assert.Equal(0, c.Worst("relapses"));
        Assert.Equal(0, c.Worst("t2_seen"));
    }
}
