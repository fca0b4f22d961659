using Enteraxis.Statistics.Design;

namespace Enteraxis.Statistics.Tests.Design;

/// <summary>Sizes, powers and bounds against R's stats, pwr and rpact.</summary>
public sealed class DesignReferenceTests
{
    [Fact]
    public void Sizes_and_powers_of_fixed_designs_are_those_of_the_reference()
    {
        SurvivalDesign survival = new(Math.Log(2) / 24, 0.7, 12, 12, -Math.Log(0.95) / 12);
        Reference.Meets(a => a.StartsWith("power.t", StringComparison.Ordinal) || a.StartsWith("pwr.", StringComparison.Ordinal) || a.StartsWith("rpact fixed", StringComparison.Ordinal) || a.StartsWith("rpact survival", StringComparison.Ordinal), row =>
        {
            double events = row.Analysis.EndsWith("Freedman", StringComparison.Ordinal) ? SurvivalDesign.FreedmanEvents(0.7, 0.9) : SurvivalDesign.SchoenfeldEvents(0.7, 0.9);
            return row.Analysis switch
            {
                "power.t.test n=64 delta=.5" => MeansDesign.Power(64, 0.5, 1),
                "pwr.anova.test k=4 f=.25 power=.8" => MeansDesign.AnovaPerGroup(4, 0.25, 0.8),
                "rpact fixed means alt=.4 sd=1 one-sided .025 power .9 t-based" => MeansDesign.Total(0.4, 1, 0.9),
                "rpact fixed rates .30 v .45 one-sided .025 power .8" => RatesDesign.TotalForProportions(0.3, 0.45, 0.8),
                _ => row.Statistic == "events" ? events : survival.TotalFor(events),
            };
        });
    }

    [Fact]
    public void Bounds_of_group_sequential_tests_are_those_of_rpact()
    {
        Dictionary<string, GroupSequential> designs = [];
        Reference.Meets(a => a.StartsWith("group-sequential", StringComparison.Ordinal), row =>
        {
            string[] words = row.Analysis.Split(' ');
            if (!designs.TryGetValue(row.Analysis, out GroupSequential? design)) designs[row.Analysis] = design = new(words[1] switch
            {
                "OF" => StoppingRule.OBrienFleming, "P" => StoppingRule.Pocock, "HP" => StoppingRule.HaybittlePeto, "asP" => StoppingRule.PocockSpending, _ => StoppingRule.OBrienFlemingSpending,
            }, words[2][5] - '0');
            int look = row.Term[4] - '1';
            return row.Statistic switch { "critical z" => design.CriticalZ[look], "cum alpha spent" => design.AlphaSpent[look], _ => design.StageLevels[look] };
        });
    }

    [Fact]
    public void Group_sequential_trials_are_those_of_rpact()
    {
        GroupSequential spending = new(StoppingRule.OBrienFlemingSpending, 2), fleming = new(StoppingRule.OBrienFleming, 3);
        SurvivalDesign survival = new(0.03, 0.75, 18, 12);
        double events = SurvivalDesign.SchoenfeldEvents(0.75, 0.8) * spending.Inflation(0.8), total = survival.TotalFor(events), drift = MeansDesign.Drift(350, 0.3, 1);
        Reference.Meets(a => a.StartsWith("rpact GS", StringComparison.Ordinal) || a.StartsWith("rpact power", StringComparison.Ordinal), row =>
        {
            int look = row.Term.StartsWith("look", StringComparison.Ordinal) ? row.Term[4] - '1' : 0;
            return row.Statistic switch
            {
                "events" => events * spending.Fractions[look],
                "analysis time" => survival.TimeOf(events * spending.Fractions[look], total),
                "n" => total,
                "power" => fleming.Power(drift),
                "reject per stage" => fleming.StopProbabilities(drift)[look],
                "expected N" => 350 * fleming.ExpectedInformation(drift),
                _ => double.NegativeInfinity,
            };
        });
    }
}
