namespace Enteraxis.Studies.GenomeScale;

/// <param name="Share">Of the community's dry weight, 0 to 1; those of all members sum to 1.</param>
public sealed record CommunityMember(TaxonModel Model, double Share);
