using Enteraxis.Microbiome.Profiles;

namespace Enteraxis.Studies.GutReferences;

/// <summary>A reference of which seven percentiles are known: linear between them, 2.5 and 97.5 beyond, as nothing is known there.</summary>
public sealed class ReferenceSummary(ReferencePercentiles percentiles, int count) : IReferenceLaw
{
    public int Count => count;

    public double PercentileOf(double share) => percentiles.PercentileOf(share);
}
