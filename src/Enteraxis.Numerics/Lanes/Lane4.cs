using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Enteraxis.Numerics.Lanes;

/// <summary>4 lanes in a vector of 256 bits.</summary>
public readonly unsafe struct Lane4(Vector256<double> value) : ILane<Lane4>
{
    private readonly Vector256<double> _v = value;

    public static int Width => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane4 Load(double* from) => new(*(Vector256<double>*)from);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static void Store(Lane4 value, double* to) => *(Vector256<double>*)to = value._v;
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane4 All(double value) => new(Vector256.Create(value));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane4 operator +(Lane4 a, Lane4 b) => new(a._v + b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane4 operator -(Lane4 a, Lane4 b) => new(a._v - b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane4 operator *(Lane4 a, Lane4 b) => new(a._v * b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane4 operator /(Lane4 a, Lane4 b) => new(a._v / b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane4 operator -(Lane4 a) => new(-a._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane4 Fma(Lane4 a, Lane4 b, Lane4 c) => new(Vector256.FusedMultiplyAdd(a._v, b._v, c._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane4 Sqrt(Lane4 a) => new(Vector256.Sqrt(a._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane4 Abs(Lane4 a) => new(Vector256.Abs(a._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane4 Min(Lane4 a, Lane4 b) => new(Vector256.Min(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane4 Max(Lane4 a, Lane4 b) => new(Vector256.Max(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane4 Floor(Lane4 a) => new(Vector256.Floor(a._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane4 Ceiling(Lane4 a) => new(Vector256.Ceiling(a._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane4 Less(Lane4 a, Lane4 b) => new(Vector256.LessThan(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane4 LessOrEqual(Lane4 a, Lane4 b) => new(Vector256.LessThanOrEqual(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane4 Equal(Lane4 a, Lane4 b) => new(Vector256.Equals(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static bool Any(Lane4 mask) => Vector256.ExtractMostSignificantBits(mask._v) != 0;
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane4 Select(Lane4 mask, Lane4 a, Lane4 b) => new(Vector256.ConditionalSelect(mask._v, a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane4 And(Lane4 a, Lane4 b) => new(a._v & b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane4 Or(Lane4 a, Lane4 b) => new(a._v | b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane4 Xor(Lane4 a, Lane4 b) => new(a._v ^ b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane4 AddBits(Lane4 a, Lane4 b) => new((a._v.AsInt64() + b._v.AsInt64()).AsDouble());
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane4 SubtractBits(Lane4 a, Lane4 b) => new((a._v.AsInt64() - b._v.AsInt64()).AsDouble());
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane4 AllBits(long bits) => new(Vector256.Create(bits).AsDouble());
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane4 ShiftLeft(Lane4 a, int count) => new((a._v.AsInt64() << count).AsDouble());
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane4 ShiftRight(Lane4 a, int count) => new((a._v.AsInt64() >>> count).AsDouble());
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane4 ShiftRightSigned(Lane4 a, int count) => new((a._v.AsInt64() >> count).AsDouble());
}
