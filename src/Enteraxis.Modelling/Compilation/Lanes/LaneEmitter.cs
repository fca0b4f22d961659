using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Numerics.Lanes;

namespace Enteraxis.Modelling.Compilation.Lanes;

/// <summary>Writes IL that evaluates a plan for as many people at once as there are lanes.</summary>
/// <remarks>
/// Every value goes through memory of the caller, which is aligned; only small trees live in registers. Not of the lane type: generic code over it
/// could not be compiled before the program runs, and the first person would wait for it.
/// </remarks>
/// <param name="width">Lanes.</param>
/// <param name="batches">The code that runs over arguments side by side.</param>
internal sealed unsafe class LaneEmitter(ExpressionGraph graph, PersonValues person, LanePlan plan, string name, int width, Func<Operator, LaneBatchCode> batches)
{
    private const int Time = 1, States = 2, Person = 3, Outputs = 4, Scratch = 5, SplitBytes = 12_000;

    // Closed over an object of no meaning: a delegate of a static method would shift its arguments at every call.
    private static readonly object Nothing = new();
    private static readonly Type[] Signature = [typeof(object), typeof(double*), typeof(double*), typeof(double*), typeof(double*), typeof(double*)];

    private readonly LaneInstructions _instructions = LaneInstructions.For(width);
    private DynamicMethod? _method;
    private ILGenerator _il = null!;
    private List<Task<LanePart>> _parts = [];

    public int LargestIlBytes { get; private set; }

    /// <summary>The parts in the order in which they run; machine code of the last ones may still be in the making.</summary>
    public Task<LanePart>[] Emit()
    {
        _parts = [];
        Begin();
        foreach (LaneStage stage in plan.Stages)
        {
            foreach (Expr e in stage.Stored) Store(() => Operation(e), Scratch, plan.ScratchOf(e));
            foreach (LaneBatchCall call in stage.Calls)
                for (int a = 0; a < plan.Arguments(call.Nodes[0]).Length; a++)
                    for (int i = 0; i < call.Nodes.Count; i++)
                        Store(() => Value(plan.Arguments(call.Nodes[i])[a]), Scratch, call.First + a * call.Nodes.Count + i);
            foreach (int i in stage.Results) Store(() => Value(plan.Outputs[i]), Outputs, i);
            foreach (LaneBatchCall call in stage.Calls) Batch(call);
        }
        End();
        return [.. _parts];
    }

    // No value lives in a register across the call.
    private void Batch(LaneBatchCall call)
    {
        LaneBatchCode batch = batches(call.Op);
        if (batch.Method.IsStatic)
        {
            Address(Scratch, call.First);
            _il.Emit(OpCodes.Ldc_I4, call.Nodes.Count);
            _il.Emit(OpCodes.Call, batch.Method);
            return;
        }
        End();
        _parts.Add(Task.FromResult(new LanePart(null, batch, call.First, call.Nodes.Count)));
        Begin();
    }

    private void Begin()
    {
        _method = new DynamicMethod(name, typeof(void), Signature, typeof(LaneEmitter).Module, skipVisibility: true);
        _il = _method.GetILGenerator();
    }

    private void End()
    {
        if (_il.ILOffset == 0) return;
        _il.Emit(OpCodes.Ret);
        LargestIlBytes = Math.Max(LargestIlBytes, _il.ILOffset);
        // Machine code is made beside the writing of the next method, on as many cores as there are.
        LaneCode code = _method!.CreateDelegate<LaneCode>(Nothing);
        _parts.Add(Task.Run(() =>
        {
            RuntimeHelpers.PrepareDelegate(code);
            return new LanePart(code, null, 0, 0);
        }));
    }

    private void Store(Action value, int argument, int index)
    {
        if (_il.ILOffset > SplitBytes)
        {
            End();
            Begin();
        }
        Address(argument, index);
        value();
        _instructions.Store(_il);
    }

    private void Address(int argument, int index)
    {
        _il.Emit(OpCodes.Ldarg, (short)argument);
        if (index == 0) return;
        _il.Emit(OpCodes.Ldc_I4, index * width * sizeof(double));
        _il.Emit(OpCodes.Add);
    }

    private void Load(int argument, int index)
    {
        Address(argument, index);
        _instructions.Load(_il);
    }

    private void Value(Expr e)
    {
        if (plan.ScratchOf(e) is >= 0 and int scratch) Load(Scratch, scratch);
        else Operation(e);
    }

    private void Operation(Expr e)
    {
        Operator op = graph.OperatorOf(e);
        if (op == Operator.Constant) Constant(graph.ConstantValue(e));
        else if (op == Operator.Time) Load(Time, 0);
        else if (op == Operator.State) Load(States, graph.Slot(e));
        else if (op == Operator.Parameter || person.Holds(e)) Load(Person, person.SlotOf(e));
        else if (op == Operator.Power) CheapPower(e);
        else if (op == Operator.If) Choose(e);
        else if (op is >= Operator.Less and <= Operator.Xor) Truth(e);
        else if (op is Operator.Add or Operator.Subtract) Sum(e, op);
        else if (op == Operator.Remainder) Remainder(e);
        else
        {
            for (int i = 0; i < graph.ArgumentCount(e); i++) Value(graph.Argument(e, i));
            Call(op.ToString());
        }
    }

    // A product that is used once is added without a rounding of its own.
    private void Sum(Expr e, Operator op)
    {
        Expr a = graph.Argument(e, 0), b = graph.Argument(e, 1);
        if (IsProduct(b))
        {
            Value(graph.Argument(b, 0));
            if (op == Operator.Subtract) Call("Negate");
            Value(graph.Argument(b, 1));
            Value(a);
            Call("Fma");
        }
        else if (IsProduct(a))
        {
            Value(graph.Argument(a, 0));
            Value(graph.Argument(a, 1));
            Value(b);
            if (op == Operator.Subtract) Call("Negate");
            Call("Fma");
        }
        else
        {
            Value(a);
            Value(b);
            Call(op == Operator.Add ? "Add" : "Subtract");
        }
    }

    private bool IsProduct(Expr e) => graph.OperatorOf(e) == Operator.Multiply && plan.ScratchOf(e) < 0 && !person.Holds(e);

    private void CheapPower(Expr e)
    {
        Expr a = graph.Argument(e, 0);
        if (!PowerRules.IsCheap(graph, e, out double exponent)) throw new InvalidOperationException("A general power runs in a batch.");
        if (exponent == -1)
        {
            Constant(1);
            Value(a);
            Call("Divide");
            return;
        }
        Value(a);
        if (exponent == 0.5)
        {
            Call("Sqrt");
            return;
        }
        LocalBuilder x = Keep();
        Twice(x);
        if (exponent == 3)
        {
            _il.Emit(OpCodes.Ldloc, x);
            Call("Multiply");
        }
        else if (exponent == 4)
        {
            Twice(Keep());
        }
    }

    private LocalBuilder Keep()
    {
        LocalBuilder x = _il.DeclareLocal(_instructions.Value);
        _il.Emit(OpCodes.Stloc, x);
        return x;
    }

    private void Twice(LocalBuilder x)
    {
        _il.Emit(OpCodes.Ldloc, x);
        _il.Emit(OpCodes.Ldloc, x);
        Call("Multiply");
    }

    private void Remainder(Expr e)
    {
        Value(graph.Argument(e, 0));
        LocalBuilder a = Keep();
        Value(graph.Argument(e, 1));
        LocalBuilder b = Keep();
        _il.Emit(OpCodes.Ldloc, a);
        _il.Emit(OpCodes.Ldloc, b);
        _il.Emit(OpCodes.Ldloc, a);
        _il.Emit(OpCodes.Ldloc, b);
        Call("Divide");
        Call("Floor");
        Call("Multiply");
        Call("Subtract");
    }

    private void Choose(Expr e)
    {
        Mask(graph.Argument(e, 0));
        Value(graph.Argument(e, 1));
        Value(graph.Argument(e, 2));
        Call("Select");
    }

    /// <summary>A truth value as 1 or 0.</summary>
    private void Truth(Expr e)
    {
        Logic(e);
        Constant(1);
        Call("And");
    }

    /// <summary>A mask: all bits where the value is not zero.</summary>
    private void Mask(Expr e)
    {
        if (plan.ScratchOf(e) < 0 && !person.Holds(e) && graph.OperatorOf(e) is >= Operator.Less and <= Operator.Xor)
        {
            Logic(e);
            return;
        }
        Value(e);
        Constant(0);
        Call("Equal");
        Invert();
    }

    private void Logic(Expr e)
    {
        Operator op = graph.OperatorOf(e);
        Expr a = graph.Argument(e, 0), b = graph.ArgumentCount(e) > 1 ? graph.Argument(e, 1) : Expr.None;
        if (op == Operator.Not)
        {
            Mask(a);
            Invert();
            return;
        }
        if (op is Operator.And or Operator.Or or Operator.Xor)
        {
            Mask(a);
            Mask(b);
            Call(op.ToString());
            return;
        }
        (Expr left, Expr right) = op is Operator.Greater or Operator.GreaterOrEqual ? (b, a) : (a, b);
        Value(left);
        Value(right);
        Call(op is Operator.Equal or Operator.NotEqual ? "Equal" : op is Operator.Less or Operator.Greater ? "Less" : "LessOrEqual");
        if (op == Operator.NotEqual) Invert();
    }

    private void Invert()
    {
        _instructions.AllBits(_il);
        Call("Xor");
    }

    private void Constant(double value) => _instructions.Constant(_il, value);

    private void Call(string name) => _instructions.Operation(_il, name);
}

/// <summary>One emitted method: time, states, values of the person, outputs, scratch; value i of a lane stands at i·width + lane.</summary>
internal unsafe delegate void LaneCode(double* time, double* states, double* person, double* outputs, double* scratch);

/// <summary>Either straight-line code or a batch of <paramref name="Count"/> vectors that begins at a place of the scratch.</summary>
internal sealed record LanePart(LaneCode? Code, LaneBatchCode? Batch, int First, int Count);

/// <summary>Replaces <paramref name="count"/> vectors by a function of them; second arguments follow the first ones.</summary>
internal unsafe delegate void LaneBatchCode(double* values, int count);
