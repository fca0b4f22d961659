using Enteraxis.Statistics.Disability;

namespace Enteraxis.Statistics.Tests.Disability;

/// <summary>A hundred made-up series under the six definitions with answers, and what must hold under the two without.</summary>
public sealed class EdssReferenceTests
{
    private static readonly Dictionary<string, ConfirmedChange> Definitions = new()
    {
        ["A"] = new(),
        ["B"] = new() { ConfirmationDays = 168 },
        ["C"] = new() { DaysLate = 45, DaysFromRelapse = 30 },
        ["D"] = new() { ConfirmationDays = 168, DaysFromRelapse = 30 },
        ["E"] = new() { Direction = ChangeDirection.Improvement, ConfirmationDays = 168, DaysFromRelapse = 30 },
        ["F"] = new() { DaysFromRelapse = 30, Sustained = true },
        ["G"] = new() { ConfirmationDays = 168, Baseline = BaselineRule.Roving, Only = RelapseRelation.Independent },
        ["H"] = new() { Direction = ChangeDirection.Both, DaysLate = 45, Baseline = BaselineRule.Roving },
    };

    [Fact]
    public void Every_series_has_the_event_and_the_time_of_the_reference()
    {
        Dictionary<string, (double[] Days, double[] Scores, double[] Relapses)> people = People();
        Table reference = Table.Shared("edss_reference");
        string[] config = reference.Text("config"), subject = reference.Text("subject"), type = reference.Text("event_type");
        double[] events = reference.Numbers("n_event"), time = reference.Numbers("time2event");
        List<string> faults = [];
        for (int i = 0; i < reference.Rows; i++)
        {
            (double[] days, double[] scores, double[] relapses) = people[subject[i]];
            ConfirmedEvent? found = Definitions[config[i]].First(days, scores, relapses);
            double at = (found?.Day ?? days[^1]) - days[0];
            string kind = found is null ? "NA" : found.Value.Direction == ChangeDirection.Worsening ? "CDW" : "CDI";
            if (found is null != (events[i] == 0) || at != time[i] || kind != type[i]) faults.Add($"{config[i]} {subject[i]}: {kind} at {at}, expected {type[i]} at {time[i]}");
        }
        Assert.Equal(600, reference.Rows);
        Assert.Empty(faults);
    }

    [Fact]
    public void Events_under_the_definitions_without_answers_keep_to_their_words()
    {
        int independent = 0, associated = 0;
        foreach ((double[] days, double[] scores, double[] relapses) in People().Values)
        {
            if (Definitions["G"].First(days, scores, relapses) is { } first)
                Assert.DoesNotContain(relapses, r => r >= first.Day - 90 && r <= first.Day + 30 || r >= days[first.ConfirmingVisit] - 90 && r <= days[first.ConfirmingVisit] + 30);
            double baseline = scores[0];
            foreach (ConfirmedEvent one in Definitions["H"].All(days, scores, relapses))
            {
                Assert.Equal(baseline, one.Baseline);
                Assert.InRange(days[one.ConfirmingVisit] - one.Day, 70, 129);
                bool wake = relapses.Any(r => r <= one.Day && one.Day - r <= 90);
                if (one.Direction == ChangeDirection.Worsening) Assert.Equal(wake, one.Relation == RelapseRelation.Associated);
                if (one.Relation == RelapseRelation.Independent) independent++;
                if (one.Relation == RelapseRelation.Associated) associated++;
                baseline = scores[one.ConfirmingVisit];
            }
        }
        Assert.True(independent > 0 && associated > 0);
    }

    private static Dictionary<string, (double[] Days, double[] Scores, double[] Relapses)> People()
    {
        Table visits = Table.Shared("edss_visits"), relapses = Table.Shared("edss_relapses");
        ILookup<string, double> onsets = relapses.Text("id").Zip(relapses.Numbers("relapse_day")).ToLookup(p => p.First, p => p.Second);
        return visits.Text("id").Zip(visits.Numbers("day"), visits.Numbers("EDSS")).GroupBy(v => v.First)
            .ToDictionary(g => g.Key, g => ((double[])[.. g.Select(v => v.Second)], (double[])[.. g.Select(v => v.Third)], (double[])[.. onsets[g.Key]]));
    }
}
