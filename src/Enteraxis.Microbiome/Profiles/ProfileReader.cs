using Enteraxis.Numerics.Text;
using System.Globalization;
using Enteraxis.Microbiome.Taxonomy;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Distributions;

namespace Enteraxis.Microbiome.Profiles;

/// <summary>Maps one sample of a feature table to guild shares, named taxa and diversity.</summary>
/// <remarks>
/// Guild counts are the reads times the weights of models/gut/taxa.tsv. Their shares have a Dirichlet posterior with the prior of <see cref="ProfileOptions"/>.
/// Not for comparing samples of different taxonomies taxon by taxon: a name may be wider in one than in the other.
/// </remarks>
public static class ProfileReader
{
    private const string LeftOut = "left out; the shares of the mapped reads were rescaled to sum to 1";

    /// <exception cref="InputException">The sample is not there, is all zeros, or too little of it can be mapped.</exception>
    public static Profile Read(FeatureTable table, string sampleId, TaxonTables tables, ProfileOptions? options = null)
    {
        options ??= new ProfileOptions();
        int sample = table.IndexOf(sampleId);
        if (sample < 0)
            throw new InputException($"{table.Source}: sample '{sampleId}' is not in the table; the nearest names are {string.Join(", ", NearestName.Of(sampleId, table.SampleIds, 3).Select(n => $"'{n}'"))}.");
        double sum = table.SampleSum(sample);
        if (!(sum > 0)) throw new InputException($"{table.Source}: sample '{sampleId}' holds only zeros, so there is no profile to read; choose another sample.");
        bool counts = table.Kind == AbundanceKind.Counts;
        double depth = counts ? sum : options.EffectiveDepth;
        Mapping mapping = Mapping.Of(table, sample, sum, tables);
        if (mapping.Mapped < options.LeastMappedShare)
            throw new InputException(string.Create(CultureInfo.InvariantCulture,
                $"{table.Source}: only {mapping.Mapped:P1} of sample '{sampleId}' can be mapped to guilds (at least {options.LeastMappedShare:P0} is needed); give a taxonomy with genus or family names."));
        List<string> notes = [.. table.Notes, .. mapping.Notes];
        if (!counts)
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"No depth is known: intervals assume {options.EffectiveDepth:N0} reads."));
        if (mapping.Mapped < options.WarnMappedShare)
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"Only {mapping.Mapped:P1} of the reads have a guild: the guild shares speak for that part."));
        return new Profile
        {
            SampleId = sampleId,
            Source = table.Source,
            Kind = table.Kind,
            Depth = depth,
            DepthIsAssumed = !counts,
            Guilds = Estimate(mapping.GuildShares, depth, options.Prior, tables),
            MappedShare = mapping.Mapped,
            MappedAtRank = mapping.AtRank,
            Unmapped = [.. mapping.Unmapped.OrderByDescending(u => u.Value).ThenBy(u => u.Key, StringComparer.Ordinal).Select(u => new Unmapped(u.Key, u.Value, LeftOut))],
            NamedTaxa = Stand(mapping, depth, tables, notes),
            Diversity = DiversityOf(table, sample, notes),
            Notes = notes,
            ReferenceLine = tables.ReferenceLine,
        };
    }

    private static GuildEstimate[] Estimate(double[] shares, double depth, double prior, TaxonTables tables)
    {
        double[] alpha = [.. shares.Select(s => s * depth + prior)];
        double all = alpha.Sum();
        return [.. alpha.Select((a, g) => new GuildEstimate(tables.Guilds.Guilds[g], a / all, BetaLaw.Quantile(0.05, a, all - a), BetaLaw.Quantile(0.95, a, all - a), a,
            tables.GuildReference.GetValueOrDefault(tables.Guilds.Guilds[g])))];
    }

    private static List<NamedTaxonStanding> Stand(Mapping mapping, double depth, TaxonTables tables, List<string> notes)
    {
        List<NamedTaxonStanding> standings = [];
        List<string> silent = [];
        foreach (NamedTaxon taxon in tables.Named)
        {
            if (!mapping.RanksGiven.Contains(taxon.Rank))
            {
                silent.Add(taxon.Taxon);
                continue;
            }
            double share = mapping.ShareOf(taxon), reads = share * depth;
            standings.Add(new NamedTaxonStanding(taxon, share, BetaLaw.Quantile(0.05, reads + 0.5, depth - reads + 0.5), BetaLaw.Quantile(0.95, reads + 0.5, depth - reads + 0.5),
                taxon.Reference?.PercentileOf(share)));
        }
        if (silent.Count > 0) notes.Add($"The taxonomy does not give the rank of {string.Join(", ", silent)}, so they cannot be shown.");
        return standings;
    }

    private static Diversity DiversityOf(FeatureTable table, int sample, List<string> notes)
    {
        SparseVector row = table.Sample(sample);
        List<double> values = new(row.Values.Length);
        for (int k = 0; k < row.Values.Length; k++)
            if (!LineageParser.IsUnassignedRow(table.FeatureIds[row.Indices[k]]))
                values.Add(row.Values[k]);
        if (values.Count < row.Values.Length) notes.Add("Diversity leaves out the row of unclassified reads, which is no taxon.");
        return Diversity.Of(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(values));
    }
}
