using System.Reflection.Emit;
using Enteraxis.Numerics.Lanes;

namespace Enteraxis.Simulation.Lanes;

/// <summary>What one stage of a method adds up, in one pass over the stages before it: an emitted loop with the coefficients in registers. Immutable, shared by threads.</summary>
/// <remarks>Terms are added in the order of the stages, each with one rounding, so the bits are the same at every width.</remarks>
internal sealed unsafe class StageSums
{
    private readonly Code _code;

    private StageSums(Code code) => _code = code;

    private delegate void Code(double* from, double* stages, double* step, double* first, double* second);

    /// <param name="size">States; stages stand one after the other.</param>
    /// <param name="rows">One or two sums.</param>
    internal static StageSums Compile<T>(int size, params StageSum[] rows) where T : unmanaged, ILane<T> => new(new Emitter(LaneInstructions.For(T.Width), T.Width, size).Emit(rows));

    /// <param name="from">What sums may begin with, a vector a state.</param>
    /// <param name="stages">The stages, one after the other.</param>
    /// <param name="step">One vector.</param>
    internal void Run(double* from, double* stages, double* step, double* first, double* second = null) => _code(from, stages, step, first, second);

    private sealed class Emitter(LaneInstructions lanes, int width, int size)
    {
        private const int From = 1, Stages = 2, Step = 3, FirstOut = 4;

        // Closed over an object of no meaning: a delegate of a static method would shift its arguments at every call.
        private static readonly object Nothing = new();
        private static readonly Type[] Signature = [typeof(object), typeof(double*), typeof(double*), typeof(double*), typeof(double*), typeof(double*)];

        private readonly DynamicMethod _method = new("stage sums", typeof(void), Signature, typeof(StageSums).Module, skipVisibility: true);
        private readonly int _vector = width * sizeof(double), _stride = size * width * sizeof(double);
        private ILGenerator _il = null!;
        private LocalBuilder _offset = null!;

        internal Code Emit(StageSum[] rows)
        {
            _il = _method.GetILGenerator();
            _offset = _il.DeclareLocal(typeof(long));
            LocalBuilder?[][] constants = [.. rows.Select(r => r.Coefficients.Select(c => c is 0 or 1 ? null : Kept(() => lanes.Constant(_il, c))).ToArray())];
            LocalBuilder? step = rows.Any(r => r.Start != SumStart.From && r.Start != SumStart.Nothing) ? Kept(() => { _il.Emit(OpCodes.Ldarg, (short)Step); lanes.Load(_il); }) : null;
            Label body = _il.DefineLabel(), end = _il.DefineLabel();
            Offset(() => _il.Emit(OpCodes.Ldc_I8, 0L));
            _il.Emit(OpCodes.Br, end);
            _il.MarkLabel(body);
            LocalBuilder[] stages = [.. Enumerable.Range(0, rows.Max(r => r.Coefficients.Length)).Select(j => Kept(() => Load(Stages, j * _stride)))];
            for (int r = 0; r < rows.Length; r++) Row(rows[r], FirstOut + r, constants[r], stages, step);
            Offset(() => { _il.Emit(OpCodes.Ldloc, _offset); _il.Emit(OpCodes.Ldc_I8, (long)_vector); _il.Emit(OpCodes.Add); });
            _il.MarkLabel(end);
            _il.Emit(OpCodes.Ldloc, _offset);
            _il.Emit(OpCodes.Ldc_I8, (long)_stride);
            _il.Emit(OpCodes.Blt, body);
            _il.Emit(OpCodes.Ret);
            return _method.CreateDelegate<Code>(Nothing);
        }

        private void Row(StageSum row, int output, LocalBuilder?[] constants, LocalBuilder[] stages, LocalBuilder? step)
        {
            LocalBuilder? sum = row.Start == SumStart.From ? Kept(() => Load(From, 0)) : null;
            for (int j = 0; j < row.Coefficients.Length; j++)
                if (row.Coefficients[j] != 0) sum = Kept(() => Term(constants[j], stages[j], sum));
            Address(output, 0);
            if (row.Start is SumStart.FromWithStep or SumStart.NothingWithStep) _il.Emit(OpCodes.Ldloc, step!);
            _il.Emit(OpCodes.Ldloc, sum!);
            if (row.Start == SumStart.FromWithStep)
            {
                Load(From, 0);
                lanes.Operation(_il, "Fma");
            }
            else if (row.Start == SumStart.NothingWithStep)
            {
                lanes.Operation(_il, "Multiply");
            }
            lanes.Store(_il);
        }

        // A coefficient without a constant is 1.
        private void Term(LocalBuilder? constant, LocalBuilder stage, LocalBuilder? sum)
        {
            if (constant is not null) _il.Emit(OpCodes.Ldloc, constant);
            _il.Emit(OpCodes.Ldloc, stage);
            if (sum is not null) _il.Emit(OpCodes.Ldloc, sum);
            if (constant is not null) lanes.Operation(_il, sum is null ? "Multiply" : "Fma");
            else if (sum is not null) lanes.Operation(_il, "Add");
        }

        private LocalBuilder Kept(Action value)
        {
            LocalBuilder local = _il.DeclareLocal(lanes.Value);
            value();
            _il.Emit(OpCodes.Stloc, local);
            return local;
        }

        private void Offset(Action value)
        {
            value();
            _il.Emit(OpCodes.Stloc, _offset);
        }

        private void Load(int argument, int displacement)
        {
            Address(argument, displacement);
            lanes.Load(_il);
        }

        private void Address(int argument, int displacement)
        {
            _il.Emit(OpCodes.Ldarg, (short)argument);
            _il.Emit(OpCodes.Ldloc, _offset);
            _il.Emit(OpCodes.Add);
            if (displacement == 0) return;
            _il.Emit(OpCodes.Ldc_I4, displacement);
            _il.Emit(OpCodes.Add);
        }
    }
}

/// <summary>One sum Σ_j <paramref name="Coefficients"/>[j]·stage j over the states; at least one coefficient is not zero.</summary>
internal sealed record StageSum(SumStart Start, double[] Coefficients);

/// <summary>What a sum is put onto.</summary>
internal enum SumStart
{
    /// <summary>Σ</summary>
    Nothing,
    /// <summary>h·Σ</summary>
    NothingWithStep,
    /// <summary>y + Σ</summary>
    From,
    /// <summary>y + h·Σ</summary>
    FromWithStep,
}
