using Enteraxis.Studies.GutReferences;
using Enteraxis.Studies.GutReferences.Association;

namespace Enteraxis.Studies.GutCohorts;

/// <summary>How far each sample leans to what studies of the disease agree on, and what that is worth.</summary>
/// <param name="Score">Terms, weights and what it was worth where it was measured.</param>
/// <param name="Scores">Samples whose taxonomy holds all terms.</param>
/// <param name="Validation">In this cohort's own two groups, over its blocks; null where there are not two or too few people.</param>
/// <param name="Case">The group that the validation takes for the case.</param>
/// <param name="Why">Why there is no validation or no score, in a sentence; empty where nothing was asked.</param>
public sealed record CohortAssociation(AssociationScore Score, IReadOnlyList<SampleScore> Scores, ScoreValidation? Validation, string? Case, string? Other, string Why)
{
    internal static CohortAssociation Of(CohortRequest request, CohortInput input, ItemShares shares)
    {
        AssociationScore score = AssociationScore.Read(Path.Combine(request.RootPath, "models", "gut"));
        SampleScore[] scores = [.. Enumerable.Range(0, shares.Samples.Count).Select(s => (s, Found: score.Of(shares, s))).Where(x => x.Found is not null)
            .Select(x => new SampleScore(shares.Samples[x.s], x.Found!.Value.Score, x.Found.Value.Low, x.Found.Value.High))];
        if (scores.Length == 0) return new CohortAssociation(score, scores, null, null, null, "No sample's taxonomy gives the ranks of the score's taxa, so there is no score.");
        if (input.Groups is null) return new CohortAssociation(score, scores, null, null, null, "");
        int[] known = [.. Enumerable.Range(0, shares.Samples.Count).Where(s => input.Groups[s] is not null && (input.Blocks is null || input.Blocks[s] is not null) && score.Logarithms(shares, s) is not null)];
        string[] levels = [.. known.Select(s => input.Groups[s]!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (levels.Length != 2) return new CohortAssociation(score, scores, null, null, null, "The score was not validated here: that needs two groups.");
        string inCase = request.Case ?? levels[1], other = levels.Single(l => l != inCase);
        bool[] isCase = [.. known.Select(s => input.Groups[s] == inCase)];
        string[] blocks = [.. known.Select(s => input.Blocks?[s] ?? shares.Samples[s])];
        if (!ScoreValidation.Allows(isCase, blocks)) return new CohortAssociation(score, scores, null, inCase, other, "The score was not validated here: that needs ten people in each group and twenty blocks.");
        return new CohortAssociation(score, scores, ScoreValidation.Of([.. known.Select(s => score.Logarithms(shares, s)!)], [.. score.Terms.Select(t => t.Weight)], isCase, blocks, request.Seed), inCase, other, "");
    }
}
