using System.Globalization;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Ecology.Rarefaction;

/// <summary>What a depth must be.</summary>
internal static class RarefactionDepth
{
    public static void Check(double depth, double reads)
    {
        if (!(depth >= 0) || depth != Math.Floor(depth)) throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{depth} is no depth to rarefy to; give a whole number of reads."));
        if (depth > reads) throw new InputException(string.Create(CultureInfo.InvariantCulture, $"The sample holds {reads:N0} reads, fewer than the depth of {depth:N0}; leave it out or rarefy to less."));
    }

    public static void CheckCounts(FeatureTable table)
    {
        if (table.Kind != AbundanceKind.Counts) throw new InputException($"{table.Source} holds no counts, so there are no reads to draw; give a table of counts.");
    }
}
