using Enteraxis.Microbiome.Ecology;
using Enteraxis.Microbiome.Ecology.Distances;
using Enteraxis.Microbiome.Ecology.GroupTests;
using Enteraxis.Microbiome.Ecology.Ordination;
using Enteraxis.Microbiome.Metadata;
using Enteraxis.Numerics;

namespace Enteraxis.Studies.GutCohorts;

/// <summary>The terms that the metadata give: groups, covariates and blocks for each sample of the table.</summary>
internal sealed class CohortModel
{
    private readonly IReadOnlyList<string> _ids;
    private readonly IReadOnlyList<string?>? _groups, _blocks;
    private readonly string? _groupName;
    private readonly IReadOnlyList<MetadataColumn> _covariates;
    private readonly CohortRequest _request;

    /// <exception cref="InputException">The groups do not differ, or a column stands for two things.</exception>
    public CohortModel(CohortRequest request, CohortInput input)
    {
        (_request, _groupName, _ids, _groups, _blocks) = (request, request.Group, input.Table.SampleIds, input.Groups, input.Blocks);
        _covariates = input.Covariates;
        if (_groups is null && (_blocks is not null || _covariates.Count > 0)) throw new InputException("--block, --covariate: they belong to a comparison of groups; name its column with --group.");
        if (_groups is not null && _groups.Where(g => g is not null).Distinct(StringComparer.Ordinal).Take(2).Count() < 2)
            throw new InputException($"--group: '{request.Group}' has fewer than two groups among the {_ids.Count} samples analysed; name another column.");
        string[] named = [.. new[] { request.Group, request.Block }.OfType<string>(), .. request.Covariates];
        if (named.GroupBy(n => n, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice) throw new InputException($"'{twice.Key}' is named twice among --group, --block and --covariate; name it once.");
    }

    public CohortOrdination Look(DistanceMatrix distances, EcologyOptions options)
    {
        Pcoa places = Pcoa.Of(distances, options: options);
        if (_groups is null) return new CohortOrdination(distances.Measure, places, null, null, null, places.Notes);
        // A measure may leave samples out.
        Dictionary<string, int> at = Enumerable.Range(0, _ids.Count).ToDictionary(i => _ids[i], i => i, StringComparer.Ordinal);
        int[] rows = [.. distances.Ids.Select(id => at[id])];
        ModelTerm groups = ModelTerm.Factor(_groupName!, [.. rows.Select(r => _groups[r])]);
        PermutationOptions permutations = new() { Permutations = _request.Permutations, Seed = _request.Seed, Blocks = _blocks is null ? null : [.. rows.Select(r => _blocks[r])] };
        ModelTerm[] terms = [groups, .. _covariates.Select(c => Term(c, rows))];
        (PermanovaResult? permanova, string? untested) = Explained(distances, terms, permutations, options);
        (DispersionResult? spread, IReadOnlyList<string> notes) = Spread(distances, groups, permutations);
        return new CohortOrdination(distances.Measure, places, permanova, spread, untested, [.. places.Notes.Concat(permanova?.Notes ?? []).Concat(notes).Distinct()]);
    }

    // Where the groups leave nothing to test (as many as samples, say), that is told; everything else of the profile stands.
    private static (PermanovaResult?, string?) Explained(DistanceMatrix distances, ModelTerm[] terms, PermutationOptions permutations, EcologyOptions options)
    {
        try
        {
            return (Permanova.Test(distances, terms, TermOrder.Marginal, permutations, options), null);
        }
        catch (InputException e)
        {
            return (null, $"What the groups explain of the distances is left out: {e.Message}");
        }
    }

    // Where groups are too small to have a spread, that is told; what the groups explain of the distances stands.
    private static (DispersionResult?, IReadOnlyList<string>) Spread(DistanceMatrix distances, ModelTerm groups, PermutationOptions permutations)
    {
        try
        {
            DispersionResult spread = Dispersion.Test(distances, groups, permutations: permutations);
            return (spread, spread.Notes);
        }
        catch (InputException e)
        {
            return (null, [$"The test of dispersion is left out: {e.Message}"]);
        }
    }

    private static ModelTerm Term(MetadataColumn column, int[] rows)
    {
        if (column.Kind == ColumnKind.Categorical) return ModelTerm.Factor(column.Name, [.. rows.Select(r => column.Values[r])]);
        double[] numbers = column.Numbers();
        return ModelTerm.Numeric(column.Name, [.. rows.Select(r => numbers[r])]);
    }
}
