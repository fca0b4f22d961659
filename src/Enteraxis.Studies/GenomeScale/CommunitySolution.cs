namespace Enteraxis.Studies.GenomeScale;

/// <param name="Flux">Into the lumen, mmol per g of the taxon's dry weight and hour; negative for what it takes up.</param>
/// <param name="InCommunity">The same per g of the community: flux times share.</param>
public sealed record MemberExchange(int Member, string Exchange, double Flux, double InCommunity);

/// <summary>One state of a community under one diet.</summary>
/// <param name="LargestGrowth">The most that the community as a whole could grow, 1/h.</param>
/// <param name="Growth">By member, 1/h.</param>
/// <param name="NetRelease">By exchange of the program, mmol per g of the community and hour; negative for what is used up.</param>
/// <param name="Exchanges">Of all members; those of no flux are left out.</param>
/// <param name="Steps">Corners that spreading the growth asked for.</param>
public sealed record CommunitySolution(double LargestGrowth, IReadOnlyList<double> Growth, IReadOnlyList<double> NetRelease, IReadOnlyList<MemberExchange> Exchanges, double TotalFlux, int Steps)
{
    /// <summary>Below this a flux or a growth counts as none: the solver's own tolerance.</summary>
    public const double Nothing = 1e-7;

    public double CommunityGrowth(IReadOnlyList<CommunityMember> members) => Growth.Select((g, m) => g * members[m].Share).Sum();
}
