using Enteraxis.Microbiome.Ecology.Distances;

namespace Enteraxis.Bench.Ecology;

/// <summary>One thing that all work out from the same data.</summary>
/// <param name="Own">On one thread.</param>
/// <param name="Compared">How many of the first numbers must agree: p-values of other random numbers need not.</param>
/// <param name="TakesOffReading">True where the peer reads files within its time, which is taken off it.</param>
/// <param name="WholeProgram">True where both are programs of their own, counted from their start to their end with all threads; else the call alone, within programs that have started.</param>
internal sealed record EcologyTask(string Name, string What, Func<double[]> Own, IReadOnlyList<EcologyPeer> Peers, int? Compared = null, bool TakesOffReading = false, bool WholeProgram = false)
{
    /// <param name="drivers">Folder of the peers' drivers.</param>
    public static IReadOnlyList<EcologyTask> All(EcologyData data, string drivers) =>
    [
        new("braycurtis", "Bray–Curtis on counts, all pairs", () => BrayCurtis.OfCounts(data.Table, EcologyData.OneThread).Condensed,
            [EcologyPeer.ScikitBio(drivers, "braycurtis", 3), EcologyPeer.Vegan(drivers, "braycurtis", null)]),
        new("unifrac_unweighted_files", "unweighted UniFrac, from the files", () => data.FromFiles(u => u.Unweighted()), [EcologyPeer.UniFrac(drivers, "unifrac_unweighted", 1)]),
        new("unifrac_unweighted_program", "unweighted UniFrac, the whole program from its start to its end", data.AsProgram, [EcologyPeer.UniFrac(drivers, "unifrac_unweighted", 1)], WholeProgram: true),
        new("unifrac_unweighted", "unweighted UniFrac, table and tree read", () => data.FromMemory(u => u.Unweighted()), [EcologyPeer.UniFrac(drivers, "unifrac_unweighted", 1)], TakesOffReading: true),
        new("unifrac_weighted_files", "weighted UniFrac, normalised, from the files", () => data.FromFiles(u => u.WeightedNormalised()), [EcologyPeer.UniFrac(drivers, "unifrac_weighted", 2)]),
        new("unifrac_weighted", "weighted UniFrac, normalised, table and tree read", () => data.FromMemory(u => u.WeightedNormalised()), [EcologyPeer.UniFrac(drivers, "unifrac_weighted", 2)], TakesOffReading: true),
        new("unifrac_generalised", "generalised UniFrac, α = 0.5, table and tree read", () => data.FromMemory(u => u.Generalised()), [EcologyPeer.UniFrac(drivers, "unifrac_generalised", null)], TakesOffReading: true),
        new("permanova", "PERMANOVA of two groups, 999 permutations", data.Permanova, [EcologyPeer.ScikitBio(drivers, "permanova", 1.5), EcologyPeer.Vegan(drivers, "permanova", 40)], Compared: 1),
    ];
}
