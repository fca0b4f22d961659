namespace Enteraxis.Microbiome.Ecology.Clustering;

/// <summary>How far apart two clusters are.</summary>
public enum Linkage
{
    /// <summary>Mean of all distances between their members (UPGMA): for any dissimilarity, Bray–Curtis too.</summary>
    Average,

    /// <summary>What joining them adds to the spread within clusters (Ward; ward.D2 of R): for Euclidean distances.</summary>
    Ward,
}
