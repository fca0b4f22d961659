using Enteraxis.Microbiome;

namespace Enteraxis.Studies.Fermentation;

/// <summary>One acid of one sample some days after a change of diet began.</summary>
/// <param name="Change">Over the value before: 0.1 is a tenth more.</param>
public sealed record DietChange(string Sample, string Intervention, string Acid, string Measure, double Day, double Before, double After)
{
    public double Change => After / Before - 1;
}

/// <summary>What a change of diet does to production and to the stool over weeks, for each sample from its own rest.</summary>
/// <remarks>
/// The guild model with the competitiveness that a sample's shares ask for, under the dated steps of models/interventions.tsv. A diet moves what is made and how fast it travels;
/// what the stool holds follows both. Between people a diet's effect was held against no trial here: directions and weeks are the model's.
/// </remarks>
public sealed class DietResponse(FermentationEstimator estimator)
{
    /// <param name="interventions">Names of models/interventions.tsv, each alone.</param>
    /// <param name="days">Ascending, from the day on which the change begins.</param>
    public IReadOnlyList<DietChange> Of(FeatureTable table, IEnumerable<string>? samples, IReadOnlyList<string> interventions, double[] days, CancellationToken cancellation = default) =>
        Of(estimator.ToRest(table, samples, null, cancellation), interventions, days, cancellation);

    /// <summary>The same for samples that were brought to rest before.</summary>
    public IReadOnlyList<DietChange> Of(RestedSamples samples, IReadOnlyList<string> interventions, double[] days, CancellationToken cancellation = default)
    {
        FermentationModels models = estimator.Models;
        (SampleProfile Profile, RestedCommunity Before)[] found = [.. samples.Profiles.Select((p, i) => (p, samples.Communities[i])).Where(x => x.Item2 is not null).Select(x => (x.p, x.Item2!))];
        List<DietChange> changes = [];
        foreach (string intervention in interventions)
        {
            double[][]?[] courses = estimator.Rest.Follow([.. found.Select(f => f.Before)], models.Library.Interventions.Schedule([intervention], 0, days[^1] + 1, _ => 0), days, cancellation);
            for (int i = 0; i < found.Length; i++)
                if (courses[i] is { } course)
                    for (int d = 0; d < days.Length; d++) Compare(found[i].Profile, found[i].Before.Readings, course[d], intervention, days[d], changes);
        }
        return changes;
    }

    private void Compare(SampleProfile profile, double[] before, double[] after, string intervention, double day, List<DietChange> into)
    {
        IReadOnlyList<AcidRow> acids = estimator.Models.Acids;
        double[] madeBefore = estimator.Production(before, new Dictionary<string, double>()), madeAfter = estimator.Production(after, new Dictionary<string, double>());
        double[] response = [.. Enumerable.Range(0, acids.Count).Where(a => acids[a].HasStool).Select(a => after[a] / before[a])];
        Func<string, double> stoolBefore = estimator.Stool(profile, before[acids.Count], madeBefore, null), stoolAfter = estimator.Stool(profile, after[acids.Count], madeAfter, response);
        for (int a = 0; a < acids.Count; a++)
        {
            into.Add(new DietChange(profile.Sample, intervention, acids[a].Id, "production_mmol_per_day", day, madeBefore[a], madeAfter[a]));
            if (acids[a].HasStool)
                into.Add(new DietChange(profile.Sample, intervention, acids[a].Id, "faecal_umol_per_g", day, stoolBefore("stool_" + acids[a].Stool), stoolAfter("stool_" + acids[a].Stool)));
        }
    }
}
