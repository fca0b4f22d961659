namespace Enteraxis.Studies.GutReferences;

/// <summary>How one share is spread among the people of a reference.</summary>
public interface IReferenceLaw
{
    /// <summary>People behind it.</summary>
    int Count { get; }

    /// <summary>Percentile of a share, 0 to 100; of equal shares half count as below (mid-rank).</summary>
    double PercentileOf(double share);
}
