using System.Globalization;
using System.Text;
using Enteraxis.Microbiome;
using Enteraxis.Microbiome.Differential;
using Enteraxis.Microbiome.Metadata;
using Enteraxis.Microbiome.Taxonomy;
using Enteraxis.Numerics;

namespace Enteraxis.Studies.GutCohorts;

/// <summary>Which taxa differ between the two groups of a cohort, by all methods.</summary>
/// <param name="Result">Effects of the case level against the other.</param>
/// <param name="Rank">Of the taxa.</param>
/// <param name="Case">The level whose difference is told.</param>
/// <param name="Other">The level it is told from.</param>
/// <param name="Samples">That took part: those whose group, block and covariates are known.</param>
/// <param name="WithCovariates">Whether covariates stand in the models.</param>
public sealed record CohortDifference(DifferentialAbundance Result, TaxonRank Rank, string Case, string Other, int Samples, bool WithCovariates)
{
    /// <returns>The difference, or null with the sentence that says why there is none.</returns>
    /// <exception cref="InputException">The case level named is none of the group's.</exception>
    internal static (CohortDifference? Difference, string? Why) Of(CohortRequest request, CohortInput input)
    {
        if (input.Groups is null) return (null, null);
        int[] known = [.. Enumerable.Range(0, input.Groups.Count).Where(s => input.Groups[s] is not null && (input.Blocks is null || input.Blocks[s] is not null) && input.Covariates.All(c => c.Values[s] is not null))];
        string[] levels = [.. known.Select(s => input.Groups[s]!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (request.Case is { } named && !levels.Contains(named, StringComparer.Ordinal)) throw new InputException($"--case: '{named}' is no group of '{request.Group}' among the samples compared ({string.Join(", ", levels.Take(6))}).");
        if (input.Table.Kind != AbundanceKind.Counts) return (null, "differential.tsv is left out: its methods need counts.");
        if (levels.Length != 2) return (null, string.Create(CultureInfo.InvariantCulture, $"differential.tsv is left out: it compares two groups, and '{request.Group}' has {levels.Length}."));
        string inCase = request.Case ?? levels[1], other = levels.Single(l => l != inCase);
        try
        {
            DifferentialDesign design = new([.. known.Select(s => input.Groups[s] == inCase)], [.. input.Covariates.SelectMany(c => Columns(c, known))], Numbered(input.Blocks, known));
            const TaxonRank rank = TaxonRank.Genus;
            return (new CohortDifference(DifferentialAbundance.Of(RankTable.Of(input.Table, rank), known, design), rank, inCase, other, known.Length, input.Covariates.Count > 0), null);
        }
        catch (InputException e)
        {
            return (null, $"differential.tsv is left out: {e.Message}");
        }
    }

    /// <summary>differential.tsv.</summary>
    public byte[] ToTsv()
    {
        using StringWriter text = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        DifferentialTable.Write(Result, Case, Other, WithCovariates, text);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    // Numbers as they are; of words one column of 0 and 1 for each level but the first.
    private static IEnumerable<double[]> Columns(MetadataColumn column, int[] known)
    {
        if (column.Kind == ColumnKind.Numeric)
        {
            double[] numbers = column.Numbers();
            return [[.. known.Select(s => numbers[s])]];
        }
        string[] levels = [.. known.Select(s => column.Values[s]!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return levels.Skip(1).Select(l => (double[])[.. known.Select(s => column.Values[s] == l ? 1.0 : 0)]);
    }

    private static int[]? Numbered(IReadOnlyList<string?>? blocks, int[] known)
    {
        if (blocks is null) return null;
        Dictionary<string, int> number = new(StringComparer.Ordinal);
        int[] of = new int[known.Length];
        for (int k = 0; k < of.Length; k++)
        {
            if (!number.TryGetValue(blocks[known[k]]!, out int n)) number.Add(blocks[known[k]]!, n = number.Count);
            of[k] = n;
        }
        return of;
    }
}
