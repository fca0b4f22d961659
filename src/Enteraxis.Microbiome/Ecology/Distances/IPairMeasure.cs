using System.Runtime.Intrinsics;

namespace Enteraxis.Microbiome.Ecology.Distances;

/// <summary>A distance that comes from one sum over the columns which both rows of a pair hold.</summary>
internal interface IPairMeasure
{
    /// <summary>Adds one column's term to the sums of several pairs. Where either value is 0 the sum must keep its bits.</summary>
    static abstract Vector512<double> Add(Vector512<double> sum, Vector512<double> a, Vector512<double> b);

    double Distance(int i, int j, double sum);
}
