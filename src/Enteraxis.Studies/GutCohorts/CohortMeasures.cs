using Enteraxis.Microbiome;
using Enteraxis.Microbiome.Ecology;
using Enteraxis.Microbiome.Ecology.Distances;
using Enteraxis.Microbiome.Phylogeny;

namespace Enteraxis.Studies.GutCohorts;

/// <summary>The distances that a table allows, one after another, so that a large cohort never holds them all at once.</summary>
internal static class CohortMeasures
{
    public static IEnumerable<DistanceMatrix> Of(FeatureTable table, TableTree? tree, EcologyOptions options)
    {
        if (table.Kind == AbundanceKind.Counts) yield return BrayCurtis.OfCounts(table, options);
        yield return BrayCurtis.OfProportions(table, options);
        yield return Jaccard.OfPresence(table, options);
        if (table.Kind == AbundanceKind.Counts) yield return Aitchison.WithPseudocount(table, options: options);
        yield return Aitchison.Robust(table, options);
        if (tree is null) yield break;
        UniFrac branches = new(tree, options);
        yield return branches.Unweighted();
        yield return branches.WeightedRaw();
        yield return branches.WeightedNormalised();
        yield return branches.Generalised();
    }

    /// <summary>How many <see cref="Of"/> gives.</summary>
    public static int Count(FeatureTable table, bool tree) => (table.Kind == AbundanceKind.Counts ? 5 : 3) + (tree ? 4 : 0);
}
