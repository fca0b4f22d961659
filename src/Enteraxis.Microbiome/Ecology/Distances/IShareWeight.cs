using System.Runtime.Intrinsics;

namespace Enteraxis.Microbiome.Ecology.Distances;

/// <summary>What a share raised to α weighs, eight at a time; a share's bits are the same in every lane.</summary>
internal interface IShareWeight
{
    Vector512<double> Of(Vector512<double> share);
}

/// <summary>α = 0.5, which the processor has an instruction for.</summary>
internal readonly struct RootWeight : IShareWeight
{
    public Vector512<double> Of(Vector512<double> share) => Vector512.Sqrt(share);
}

/// <summary>Any other α, one after another.</summary>
internal readonly struct PowerWeight(double alpha) : IShareWeight
{
    public Vector512<double> Of(Vector512<double> share)
    {
        Span<double> lanes = stackalloc double[Vector512<double>.Count];
        share.CopyTo(lanes);
        for (int k = 0; k < lanes.Length; k++) lanes[k] = Math.Pow(lanes[k], alpha);
        return Vector512.Create<double>(lanes);
    }
}
