namespace Enteraxis.Microbiome.Ecology.GroupTests;

/// <summary>Spread of groups of samples and whether it differs.</summary>
/// <param name="Measure">Of the distances.</param>
/// <param name="Factor">Name of the grouping.</param>
/// <param name="Ids">Samples that took part.</param>
/// <param name="Distances">Of each of them to the middle of its group, in units of the distances.</param>
/// <param name="Groups">In the order in which they first appear.</param>
/// <param name="GroupDf">Groups less one.</param>
/// <param name="ResidualDf">Samples less groups.</param>
/// <param name="F">Of the analysis of variance of <paramref name="Distances"/>.</param>
/// <param name="P">(1 + permutations with an F as large) / (1 + permutations).</param>
/// <param name="Notes">In sentences.</param>
public sealed record DispersionResult(string Measure, string Factor, IReadOnlyList<string> Ids, IReadOnlyList<double> Distances, IReadOnlyList<GroupSpread> Groups,
    int GroupDf, int ResidualDf, double F, double P, IReadOnlyList<string> Notes);

/// <param name="MeanDistance">To the middle of the group.</param>
public sealed record GroupSpread(string Level, int Samples, double MeanDistance);
