using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Enteraxis.Numerics.Lanes;

/// <summary>8 lanes in a vector of 512 bits.</summary>
public readonly unsafe struct Lane8(Vector512<double> value) : ILane<Lane8>
{
    private readonly Vector512<double> _v = value;

    public static int Width => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane8 Load(double* from) => new(*(Vector512<double>*)from);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static void Store(Lane8 value, double* to) => *(Vector512<double>*)to = value._v;
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane8 All(double value) => new(Vector512.Create(value));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane8 operator +(Lane8 a, Lane8 b) => new(a._v + b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane8 operator -(Lane8 a, Lane8 b) => new(a._v - b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane8 operator *(Lane8 a, Lane8 b) => new(a._v * b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane8 operator /(Lane8 a, Lane8 b) => new(a._v / b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane8 operator -(Lane8 a) => new(-a._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane8 Fma(Lane8 a, Lane8 b, Lane8 c) => new(Vector512.FusedMultiplyAdd(a._v, b._v, c._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane8 Sqrt(Lane8 a) => new(Vector512.Sqrt(a._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane8 Abs(Lane8 a) => new(Vector512.Abs(a._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane8 Min(Lane8 a, Lane8 b) => new(Vector512.Min(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane8 Max(Lane8 a, Lane8 b) => new(Vector512.Max(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane8 Floor(Lane8 a) => new(Vector512.Floor(a._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane8 Ceiling(Lane8 a) => new(Vector512.Ceiling(a._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane8 Less(Lane8 a, Lane8 b) => new(Vector512.LessThan(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane8 LessOrEqual(Lane8 a, Lane8 b) => new(Vector512.LessThanOrEqual(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane8 Equal(Lane8 a, Lane8 b) => new(Vector512.Equals(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static bool Any(Lane8 mask) => Vector512.ExtractMostSignificantBits(mask._v) != 0;
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane8 Select(Lane8 mask, Lane8 a, Lane8 b) => new(Vector512.ConditionalSelect(mask._v, a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane8 And(Lane8 a, Lane8 b) => new(a._v & b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane8 Or(Lane8 a, Lane8 b) => new(a._v | b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane8 Xor(Lane8 a, Lane8 b) => new(a._v ^ b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane8 AddBits(Lane8 a, Lane8 b) => new((a._v.AsInt64() + b._v.AsInt64()).AsDouble());
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane8 SubtractBits(Lane8 a, Lane8 b) => new((a._v.AsInt64() - b._v.AsInt64()).AsDouble());
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane8 AllBits(long bits) => new(Vector512.Create(bits).AsDouble());
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane8 ShiftLeft(Lane8 a, int count) => new((a._v.AsInt64() << count).AsDouble());
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane8 ShiftRight(Lane8 a, int count) => new((a._v.AsInt64() >>> count).AsDouble());
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane8 ShiftRightSigned(Lane8 a, int count) => new((a._v.AsInt64() >> count).AsDouble());
}
