namespace Enteraxis.Numerics.Lanes;

/// <summary>Several people's values of one quantity side by side, one a lane: what every width of the processor's vectors can do alike.</summary>
/// <remarks>
/// Each operation rounds once, as IEEE 754 says, in every lane and at every width: +, −, ×, ÷, √, fused multiply–add, comparisons, and bitwise and
/// whole-number operations on the 64 bits. Nothing is summed across lanes. So what is written once over this interface gives the same bits in a lane
/// whatever the width and whatever its neighbours hold.
/// Comparisons give masks: all bits set where true.
/// </remarks>
public unsafe interface ILane<T> where T : struct, ILane<T>
{
    /// <summary>Lanes in one value.</summary>
    static abstract int Width { get; }

    static abstract T Load(double* from);
    static abstract void Store(T value, double* to);

    /// <summary>The same value in every lane.</summary>
    static abstract T All(double value);

    static abstract T operator +(T a, T b);
    static abstract T operator -(T a, T b);
    static abstract T operator *(T a, T b);
    static abstract T operator /(T a, T b);
    static abstract T operator -(T a);

    /// <summary>a·b + c, rounded once.</summary>
    static abstract T Fma(T a, T b, T c);
    static abstract T Sqrt(T a);
    static abstract T Abs(T a);

    /// <summary>As <see cref="Math.Min(double, double)"/>: NaN where either is.</summary>
    static abstract T Min(T a, T b);
    static abstract T Max(T a, T b);
    static abstract T Floor(T a);
    static abstract T Ceiling(T a);

    static abstract T Less(T a, T b);
    static abstract T LessOrEqual(T a, T b);
    static abstract T Equal(T a, T b);

    /// <summary>True where a mask is set in any lane: for choosing a way of computing, never a result.</summary>
    static abstract bool Any(T mask);

    /// <summary>Lane by lane: a where the mask is set, else b.</summary>
    static abstract T Select(T mask, T a, T b);

    static abstract T And(T a, T b);
    static abstract T Or(T a, T b);
    static abstract T Xor(T a, T b);

    /// <summary>The 64 bits as whole numbers.</summary>
    static abstract T AddBits(T a, T b);
    static abstract T SubtractBits(T a, T b);
    static abstract T AllBits(long bits);
    static abstract T ShiftLeft(T a, int count);

    /// <summary>With zeros from the left.</summary>
    static abstract T ShiftRight(T a, int count);

    /// <summary>With copies of the sign from the left.</summary>
    static abstract T ShiftRightSigned(T a, int count);
}
