using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using Enteraxis.Numerics.Lanes;

namespace Enteraxis.Numerics.LinearAlgebra;

/// <summary>The factorisation and solution of one <see cref="SparseLuPlan"/> as straight-line code, without the indices that a loop would read. Immutable, shared by threads.</summary>
/// <remarks>
/// Each entry of L\U is one sum in a register, over the same products in the same order as the loops of <see cref="LaneLu{T}"/>: the same bits, and
/// the processor works on many rows at once because no address waits for memory.
/// </remarks>
public sealed unsafe class LaneLuCode
{
    private const int SplitBytes = 12_000;

    // Beyond this the code no longer fits the processor's caches and takes long to make; loops are then as fast.
    private const int MostOperations = 12_000;

    // One sum stays within one method, whose size the just-in-time compiler bears only so far.
    private const int LongestRow = 500;

    private readonly LaneLuPart[] _factor, _solve;

    private LaneLuCode(LaneLuPart[] factor, LaneLuPart[] solve, int largest) => (_factor, _solve, LargestIlBytes) = (factor, solve, largest);

    /// <summary>Size of the largest emitted method.</summary>
    public int LargestIlBytes { get; }

    /// <summary>Null where the plan is too large for straight-line code.</summary>
    public static LaneLuCode? Compile<T>(SparseLuPlan plan) where T : unmanaged, ILane<T>
    {
        if (plan.OperationCount + plan.FactorCount > MostOperations) return null;
        for (int i = 0; i < plan.Size; i++)
            if (plan.Starts[i + 1] - plan.Starts[i] > LongestRow) return null;
        Emitter emitter = new(T.Width);
        return new LaneLuCode(emitter.Factor(plan), emitter.Solve(plan), emitter.LargestIlBytes);
    }

    internal void Factor(double* values, double* inverse, double* a, double* shift)
    {
        foreach (LaneLuPart part in _factor) part(values, inverse, a, shift, null);
    }

    internal void Solve(double* values, double* inverse, double* f, double* factor, double* x)
    {
        foreach (LaneLuPart part in _solve) part(values, inverse, f, factor, x);
    }

    // Not of the lane type: generic code over it could not be compiled before the program runs.
    private sealed class Emitter(int width)
    {
        // Of 32 registers where vectors are widest, of 16 else.
        private const int KeptOfWide = 20, Kept = 10;
        private const int Values = 1, Inverse = 2, Right = 3, Scalar = 4, Solution = 5;

        // Closed over an object of no meaning: a delegate of a static method would shift its arguments at every call.
        private static readonly object Nothing = new();
        private static readonly Type[] Signature = [typeof(object), typeof(double*), typeof(double*), typeof(double*), typeof(double*), typeof(double*)];

        private readonly LaneInstructions _instructions = LaneInstructions.For(width);
        private readonly List<Task<LaneLuPart>> _parts = [];
        private DynamicMethod _method = null!;
        private ILGenerator _il = null!;
        private LocalBuilder _sum = null!;
        private LocalBuilder[] _recent = [];
        private int[] _recentRows = [];

        internal int LargestIlBytes { get; private set; }

        internal LaneLuPart[] Factor(SparseLuPlan plan)
        {
            Begin("factor");
            Dictionary<int, int> fromA = [];
            for (int e = 0; e < plan.FromA.Length; e++) fromA[plan.FromA[e]] = e;
            for (int i = 0; i < plan.Size; i++)
            {
                for (int e = plan.Starts[i]; e < plan.Starts[i + 1]; e++)
                {
                    int column = plan.Columns[e];
                    if (fromA.TryGetValue(e, out int a)) Load(Right, a);
                    else Constant(0);
                    if (column == i)
                    {
                        Load(Scalar, 0);
                        Operation("Subtract");
                    }
                    _il.Emit(OpCodes.Stloc, _sum);
                    for (int l = plan.Starts[i]; l < plan.Diagonal[i] && plan.Columns[l] < column; l++)
                        if (Entry(plan, plan.Columns[l], column) is >= 0 and int u) Accumulate(_sum, l, () => Load(Values, u));
                    if (column == i) Store(Inverse, i, () => { Constant(-1); _il.Emit(OpCodes.Ldloc, _sum); Operation("Divide"); });
                    else if (column < i) Store(Values, e, () => _il.Emit(OpCodes.Ldloc, _sum));
                    else Store(Values, e, () => { _il.Emit(OpCodes.Ldloc, _sum); Load(Inverse, i); Operation("Multiply"); });
                    Split();
                }
                for (int e = plan.Starts[i]; e < plan.Diagonal[i]; e++) Store(Values, e, () => { Load(Values, e); Load(Inverse, plan.Columns[e]); Operation("Multiply"); });
                Split();
            }
            return End();
        }

        internal LaneLuPart[] Solve(SparseLuPlan plan)
        {
            Begin("solve");
            for (int i = 0; i < plan.Size; i++)
            {
                LocalBuilder sum = Recent(i);
                Load(Scalar, 0);
                Load(Solution, plan.Order[i]);
                Load(Right, plan.Order[i]);
                Operation("Fma");
                Begin(i);
                for (int e = plan.Starts[i]; e < plan.Diagonal[i]; e++) Accumulate(sum, e, () => Solved(plan, plan.Columns[e]));
                Solved(plan, i, sum);
            }
            for (int i = plan.Size - 1; i >= 0; i--)
            {
                LocalBuilder sum = Recent(i);
                Solved(plan, i);
                Load(Inverse, i);
                Operation("Multiply");
                Begin(i);
                // The newest solution last: nothing else of the row waits for it.
                for (int e = plan.Starts[i + 1] - 1; e > plan.Diagonal[i]; e--) Accumulate(sum, e, () => Solved(plan, plan.Columns[e]));
                Solved(plan, i, sum);
            }
            return End();
        }

        // The newest solutions stay in registers: the next rows wait for them, and by way of memory they would wait three times as long.
        private LocalBuilder Recent(int row) => _recent[row % _recent.Length];

        // From here on the register holds a sum that is not yet a solution.
        private void Begin(int row)
        {
            _il.Emit(OpCodes.Stloc, Recent(row));
            _recentRows[row % _recent.Length] = -1;
        }

        private void Solved(SparseLuPlan plan, int row, LocalBuilder sum)
        {
            Store(Solution, plan.Order[row], () => _il.Emit(OpCodes.Ldloc, sum));
            _recentRows[row % _recent.Length] = row;
            Split();
        }

        private void Solved(SparseLuPlan plan, int row)
        {
            if (_recentRows[row % _recent.Length] == row) _il.Emit(OpCodes.Ldloc, Recent(row));
            else Load(Solution, plan.Order[row]);
        }

        // The entry right of the pivot of a row in a column; -1 where there is none.
        private static int Entry(SparseLuPlan plan, int row, int column)
        {
            int first = plan.Diagonal[row] + 1, at = Array.BinarySearch(plan.Columns, first, plan.Starts[row + 1] - first, column);
            return at >= 0 ? at : -1;
        }

        private void Begin(string name)
        {
            _method = new DynamicMethod(name, typeof(void), Signature, typeof(LaneLuCode).Module, skipVisibility: true);
            _il = _method.GetILGenerator();
            _sum = _il.DeclareLocal(_instructions.Value);
            _recent = [.. Enumerable.Range(0, width == 8 ? KeptOfWide : Kept).Select(_ => _il.DeclareLocal(_instructions.Value))];
            _recentRows = [.. Enumerable.Repeat(-1, _recent.Length)];
        }

        private LaneLuPart[] End()
        {
            Close();
            LaneLuPart[] parts = [.. _parts.Select(p => p.GetAwaiter().GetResult())];
            _parts.Clear();
            return parts;
        }

        private void Close()
        {
            _il.Emit(OpCodes.Ret);
            LargestIlBytes = Math.Max(LargestIlBytes, _il.ILOffset);
            // Machine code is made beside the writing of the next method, on as many cores as there are.
            LaneLuPart code = _method.CreateDelegate<LaneLuPart>(Nothing);
            _parts.Add(Task.Run(() =>
            {
                RuntimeHelpers.PrepareDelegate(code);
                return code;
            }));
        }

        private void Split()
        {
            if (_il.ILOffset <= SplitBytes) return;
            Close();
            Begin(_method.Name);
        }

        private void Accumulate(LocalBuilder sum, int entry, Action other)
        {
            Load(Values, entry);
            other();
            _il.Emit(OpCodes.Ldloc, sum);
            Operation("Fma");
            _il.Emit(OpCodes.Stloc, sum);
        }

        private void Constant(double value) => _instructions.Constant(_il, value);

        private void Operation(string name) => _instructions.Operation(_il, name);

        private void Store(int argument, int index, Action value)
        {
            Address(argument, index);
            value();
            _instructions.Store(_il);
        }

        private void Load(int argument, int index)
        {
            Address(argument, index);
            _instructions.Load(_il);
        }

        private void Address(int argument, int index)
        {
            _il.Emit(OpCodes.Ldarg_S, (byte)argument);
            if (index == 0) return;
            _il.Emit(OpCodes.Ldc_I4, index * width * sizeof(double));
            _il.Emit(OpCodes.Add);
        }
    }
}

internal unsafe delegate void LaneLuPart(double* values, double* inverse, double* right, double* scalar, double* solution);
