using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Enteraxis.Numerics.Lanes;

/// <summary>2 lanes in a vector of 128 bits.</summary>
public readonly unsafe struct Lane2(Vector128<double> value) : ILane<Lane2>
{
    private readonly Vector128<double> _v = value;

    public static int Width => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane2 Load(double* from) => new(*(Vector128<double>*)from);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static void Store(Lane2 value, double* to) => *(Vector128<double>*)to = value._v;
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane2 All(double value) => new(Vector128.Create(value));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane2 operator +(Lane2 a, Lane2 b) => new(a._v + b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane2 operator -(Lane2 a, Lane2 b) => new(a._v - b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane2 operator *(Lane2 a, Lane2 b) => new(a._v * b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane2 operator /(Lane2 a, Lane2 b) => new(a._v / b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane2 operator -(Lane2 a) => new(-a._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane2 Fma(Lane2 a, Lane2 b, Lane2 c) => new(Vector128.FusedMultiplyAdd(a._v, b._v, c._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane2 Sqrt(Lane2 a) => new(Vector128.Sqrt(a._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane2 Abs(Lane2 a) => new(Vector128.Abs(a._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane2 Min(Lane2 a, Lane2 b) => new(Vector128.Min(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane2 Max(Lane2 a, Lane2 b) => new(Vector128.Max(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane2 Floor(Lane2 a) => new(Vector128.Floor(a._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane2 Ceiling(Lane2 a) => new(Vector128.Ceiling(a._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane2 Less(Lane2 a, Lane2 b) => new(Vector128.LessThan(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane2 LessOrEqual(Lane2 a, Lane2 b) => new(Vector128.LessThanOrEqual(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane2 Equal(Lane2 a, Lane2 b) => new(Vector128.Equals(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static bool Any(Lane2 mask) => Vector128.ExtractMostSignificantBits(mask._v) != 0;
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane2 Select(Lane2 mask, Lane2 a, Lane2 b) => new(Vector128.ConditionalSelect(mask._v, a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane2 And(Lane2 a, Lane2 b) => new(a._v & b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane2 Or(Lane2 a, Lane2 b) => new(a._v | b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane2 Xor(Lane2 a, Lane2 b) => new(a._v ^ b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane2 AddBits(Lane2 a, Lane2 b) => new((a._v.AsInt64() + b._v.AsInt64()).AsDouble());
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane2 SubtractBits(Lane2 a, Lane2 b) => new((a._v.AsInt64() - b._v.AsInt64()).AsDouble());
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane2 AllBits(long bits) => new(Vector128.Create(bits).AsDouble());
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane2 ShiftLeft(Lane2 a, int count) => new((a._v.AsInt64() << count).AsDouble());
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane2 ShiftRight(Lane2 a, int count) => new((a._v.AsInt64() >>> count).AsDouble());
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane2 ShiftRightSigned(Lane2 a, int count) => new((a._v.AsInt64() >> count).AsDouble());
}
