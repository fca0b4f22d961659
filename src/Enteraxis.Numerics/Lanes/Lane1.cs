using System.Runtime.CompilerServices;

namespace Enteraxis.Numerics.Lanes;

/// <summary>One lane: a plain number.</summary>
public readonly unsafe struct Lane1(double value) : ILane<Lane1>
{
    private readonly double _v = value;

    public static int Width => 1;

    public double Value => _v;

    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane1 Load(double* from) => new(*from);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static void Store(Lane1 value, double* to) => *to = value._v;
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane1 All(double value) => new(value);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane1 operator +(Lane1 a, Lane1 b) => new(a._v + b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane1 operator -(Lane1 a, Lane1 b) => new(a._v - b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane1 operator *(Lane1 a, Lane1 b) => new(a._v * b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane1 operator /(Lane1 a, Lane1 b) => new(a._v / b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane1 operator -(Lane1 a) => new(-a._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane1 Fma(Lane1 a, Lane1 b, Lane1 c) => new(Math.FusedMultiplyAdd(a._v, b._v, c._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane1 Sqrt(Lane1 a) => new(Math.Sqrt(a._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane1 Abs(Lane1 a) => new(Math.Abs(a._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane1 Min(Lane1 a, Lane1 b) => new(Math.Min(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane1 Max(Lane1 a, Lane1 b) => new(Math.Max(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane1 Floor(Lane1 a) => new(Math.Floor(a._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane1 Ceiling(Lane1 a) => new(Math.Ceiling(a._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane1 Less(Lane1 a, Lane1 b) => Mask(a._v < b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane1 LessOrEqual(Lane1 a, Lane1 b) => Mask(a._v <= b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane1 Equal(Lane1 a, Lane1 b) => Mask(a._v == b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static bool Any(Lane1 mask) => mask.Bits() < 0;
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane1 Select(Lane1 mask, Lane1 a, Lane1 b) => Bits((mask.Bits() & a.Bits()) | (~mask.Bits() & b.Bits()));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane1 And(Lane1 a, Lane1 b) => Bits(a.Bits() & b.Bits());
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane1 Or(Lane1 a, Lane1 b) => Bits(a.Bits() | b.Bits());
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane1 Xor(Lane1 a, Lane1 b) => Bits(a.Bits() ^ b.Bits());
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane1 AddBits(Lane1 a, Lane1 b) => Bits(a.Bits() + b.Bits());
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane1 SubtractBits(Lane1 a, Lane1 b) => Bits(a.Bits() - b.Bits());
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane1 AllBits(long bits) => Bits(bits);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane1 ShiftLeft(Lane1 a, int count) => Bits(a.Bits() << count);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane1 ShiftRight(Lane1 a, int count) => Bits((long)((ulong)a.Bits() >> count));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane1 ShiftRightSigned(Lane1 a, int count) => Bits(a.Bits() >> count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)] private long Bits() => BitConverter.DoubleToInt64Bits(_v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] private static Lane1 Bits(long bits) => new(BitConverter.Int64BitsToDouble(bits));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] private static Lane1 Mask(bool b) => Bits(b ? -1L : 0L);
}
