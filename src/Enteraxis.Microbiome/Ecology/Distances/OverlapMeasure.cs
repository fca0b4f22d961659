using System.Runtime.Intrinsics;

namespace Enteraxis.Microbiome.Ecology.Distances;

/// <summary>Distances from M = Σ min(a, b) and the rows' sums A and B. Since |a − b| = a + b − 2 min(a, b), Σ|a − b| = A + B − 2M.</summary>
/// <remarks>Values are not negative and no NaN, so the processor's own minimum serves. A row with itself gives exactly 0, as M is added in the order that A was.</remarks>
internal readonly struct OverlapMeasure(double[] sums, OverlapForm form) : IPairMeasure
{
    public static Vector512<double> Add(Vector512<double> sum, Vector512<double> a, Vector512<double> b) => sum + Vector512.MinNative(a, b);

    public double Distance(int i, int j, double sum)
    {
        double both = sums[i] + sums[j], apart = Math.Max(0, both - 2 * sum);
        return form switch
        {
            OverlapForm.Raw => apart,
            OverlapForm.OverSum => apart / both,
            _ => apart / (both - sum),
        };
    }
}

/// <summary>What Σ|a − b| is divided by.</summary>
internal enum OverlapForm
{
    Raw,

    /// <summary>By A + B: Bray and Curtis.</summary>
    OverSum,

    /// <summary>By A + B − M: of presences the union, as Jaccard has it.</summary>
    OverUnion,
}
