using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Intrinsics;

namespace Enteraxis.Numerics.Lanes;

/// <summary>The IL of each operation of <see cref="ILane{T}"/> for one width, spelled with the runtime's own vector methods.</summary>
/// <remarks>
/// Those become single instructions wherever they stand; a call of the lane types' methods would have to be inlined, and the just-in-time compiler's
/// budget for that ends long before a large model does.
/// </remarks>
public sealed class LaneInstructions
{
    private const BindingFlags Any = BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public;

    private readonly Type _holder, _vector;
    private static readonly ConcurrentDictionary<int, LaneInstructions> Known = new();

    private readonly ConcurrentDictionary<string, MethodInfo> _found = new(StringComparer.Ordinal);
    private readonly bool _scalar;

    private LaneInstructions(int width)
    {
        _scalar = width == 1;
        (_holder, _vector) = width switch
        {
            8 => (typeof(Vector512), typeof(Vector512<double>)),
            4 => (typeof(Vector256), typeof(Vector256<double>)),
            2 => (typeof(Vector128), typeof(Vector128<double>)),
            _ => (typeof(Scalar), typeof(double)),
        };
    }

    /// <summary>The type of a value on the stack and in locals.</summary>
    public Type Value => _vector;

    /// <param name="width">8, 4, 2 or 1.</param>
    public static LaneInstructions For(int width) => Known.GetOrAdd(width, w => new LaneInstructions(w));

    /// <summary>Replaces an address on the stack by the value there.</summary>
    public void Load(ILGenerator il)
    {
        if (_scalar) il.Emit(OpCodes.Ldind_R8);
        else il.Emit(OpCodes.Ldobj, _vector);
    }

    /// <summary>Stores a value at the address below it on the stack.</summary>
    public void Store(ILGenerator il)
    {
        if (_scalar) il.Emit(OpCodes.Stind_R8);
        else il.Emit(OpCodes.Stobj, _vector);
    }

    /// <summary>A number in every lane.</summary>
    public void Constant(ILGenerator il, double value)
    {
        il.Emit(OpCodes.Ldc_R8, value);
        if (!_scalar) il.Emit(OpCodes.Call, Found("Create"));
    }

    /// <summary>All bits set in every lane.</summary>
    public void AllBits(ILGenerator il)
    {
        if (_scalar) il.Emit(OpCodes.Ldc_R8, BitConverter.Int64BitsToDouble(-1));
        else il.Emit(OpCodes.Call, Found("AllBitsSet"));
    }

    /// <summary>An operation of <see cref="ILane{T}"/> by its name, on values on the stack.</summary>
    public void Operation(ILGenerator il, string name)
    {
        OpCode? plain = !_scalar ? null : name switch
        {
            "Add" => OpCodes.Add, "Subtract" => OpCodes.Sub, "Multiply" => OpCodes.Mul, "Divide" => OpCodes.Div, "Negate" => OpCodes.Neg, _ => null,
        };
        if (plain is { } code) il.Emit(code);
        else il.Emit(OpCodes.Call, Found(name));
    }

    private MethodInfo Found(string name) => _found.GetOrAdd(name, n => _scalar ? Named(n).Single() : Vector(n));

    // Asked for by name: to spell out every overload of the vector types takes longer than to compile a model.
    private IEnumerable<MethodInfo> Named(string name) =>
        _holder.GetMember(name, MemberTypes.Method, Any).Concat(_scalar ? [] : _vector.GetMember(name, MemberTypes.Method, Any)).Cast<MethodInfo>();

    private MethodInfo Vector(string name) => name switch
    {
        "Create" => Named(name).Single(m => m.GetParameters() is [{ ParameterType: var p }] && p == typeof(double)),
        "AllBitsSet" => _vector.GetProperty(name)!.GetMethod!,
        "Add" => Own("op_Addition"),
        "Subtract" => Own("op_Subtraction"),
        "Multiply" => Own("op_Multiply"),
        "Divide" => Own("op_Division"),
        "Negate" => Own("op_UnaryNegation"),
        "And" => Own("op_BitwiseAnd"),
        "Or" => Own("op_BitwiseOr"),
        "Xor" => Own("op_ExclusiveOr"),
        "Fma" => Named("FusedMultiplyAdd").Single(m => m.ReturnType == _vector),
        "Floor" or "Ceiling" => Named(name).Single(m => m.ReturnType == _vector),
        "Sqrt" or "Abs" => Generic(name, 1),
        "Min" or "Max" => Generic(name, 2),
        "Less" => Generic("LessThan", 2),
        "LessOrEqual" => Generic("LessThanOrEqual", 2),
        "Equal" => Generic("Equals", 2),
        "Select" => Generic("ConditionalSelect", 3),
        _ => throw new ArgumentException($"{name} is no operation of lanes.", nameof(name)),
    };

    // Operators of the vector type whose arguments are all vectors (there are forms with a plain number).
    private MethodInfo Own(string name) => Named(name).Single(m => m.DeclaringType == _vector && m.GetParameters().All(p => p.ParameterType == _vector));

    private MethodInfo Generic(string name, int parameters) =>
        Named(name).Single(m => m.IsGenericMethodDefinition && m.GetGenericArguments().Length == 1 && m.GetParameters().Length == parameters).MakeGenericMethod(typeof(double));

    /// <summary>What a plain number has no opcode for; a mask is a number with all bits or none.</summary>
    private static class Scalar
    {
        public static double Fma(double a, double b, double c) => Math.FusedMultiplyAdd(a, b, c);
        public static double Sqrt(double a) => Math.Sqrt(a);
        public static double Abs(double a) => Math.Abs(a);
        public static double Min(double a, double b) => Math.Min(a, b);
        public static double Max(double a, double b) => Math.Max(a, b);
        public static double Floor(double a) => Math.Floor(a);
        public static double Ceiling(double a) => Math.Ceiling(a);
        public static double Less(double a, double b) => Mask(a < b);
        public static double LessOrEqual(double a, double b) => Mask(a <= b);
        public static double Equal(double a, double b) => Mask(a == b);
        public static double Select(double mask, double a, double b) => BitConverter.DoubleToInt64Bits(mask) != 0 ? a : b;
        public static double And(double a, double b) => BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(a) & BitConverter.DoubleToInt64Bits(b));
        public static double Or(double a, double b) => BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(a) | BitConverter.DoubleToInt64Bits(b));
        public static double Xor(double a, double b) => BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(a) ^ BitConverter.DoubleToInt64Bits(b));

        private static double Mask(bool b) => BitConverter.Int64BitsToDouble(b ? -1L : 0L);
    }
}
