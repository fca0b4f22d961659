using System.Reflection;
using System.Reflection.Emit;
using Enteraxis.Modelling.Expressions;

namespace Enteraxis.Modelling.Compilation;

/// <summary>Writes IL for one person at a time.</summary>
internal sealed unsafe class ScalarEmitter(ExpressionGraph graph, EvaluationPlan plan)
{
    /// <summary>A new method begins past this size; a statement adds a few thousand bytes at most.</summary>
    private const int SplitBytes = 30_000;

    private static readonly Type[] Signature = [typeof(double), typeof(double*), typeof(double*), typeof(double*), typeof(double*)];

    private readonly List<CodePart> _parts = [];
    private DynamicMethod? _method;
    private ILGenerator _il = null!;

    public int LargestIlBytes { get; private set; }

    public CodePart[] Emit()
    {
        Begin();
        foreach (Expr e in plan.Stored)
        {
            Split();
            Address(4, plan.ScratchOf(e));
            Operation(e);
            _il.Emit(OpCodes.Stind_R8);
        }
        for (int i = 0; i < plan.Outputs.Count; i++)
        {
            Split();
            Address(3, i);
            Value(plan.Outputs[i]);
            _il.Emit(OpCodes.Stind_R8);
        }
        End();
        return [.. _parts];
    }

    private void Begin()
    {
        _method = new DynamicMethod("model", typeof(void), Signature, typeof(ScalarEmitter).Module, skipVisibility: true);
        _il = _method.GetILGenerator();
    }

    private void Split()
    {
        if (_il.ILOffset < SplitBytes) return;
        End();
        Begin();
    }

    private void End()
    {
        _il.Emit(OpCodes.Ret);
        LargestIlBytes = Math.Max(LargestIlBytes, _il.ILOffset);
        _parts.Add(_method!.CreateDelegate<CodePart>());
    }

    /// <summary>Puts the address argument[index] on the stack.</summary>
    private void Address(int argument, int index)
    {
        _il.Emit(OpCodes.Ldarg, (short)argument);
        if (index == 0) return;
        _il.Emit(OpCodes.Ldc_I4, index * sizeof(double));
        _il.Emit(OpCodes.Add);
    }

    private void Load(int argument, int index)
    {
        Address(argument, index);
        _il.Emit(OpCodes.Ldind_R8);
    }

    /// <summary>Puts the node's value on the stack: from scratch where it is stored there, else computed in place.</summary>
    private void Value(Expr e)
    {
        int scratch = plan.ScratchOf(e);
        if (scratch >= 0) Load(4, scratch);
        else Operation(e);
    }

    private void Operation(Expr e)
    {
        Operator op = graph.OperatorOf(e);
        switch (op)
        {
            case Operator.Constant: _il.Emit(OpCodes.Ldc_R8, graph.ConstantValue(e)); return;
            case Operator.Time: _il.Emit(OpCodes.Ldarg_0); return;
            case Operator.State: Load(1, graph.Slot(e)); return;
            case Operator.Parameter: Load(2, graph.Slot(e)); return;
            case Operator.Power when PowerRules.IsCheap(graph, e, out double exponent): CheapPower(graph.Argument(e, 0), exponent); return;
            case Operator.If: Choose(e); return;
            case >= Operator.Less and <= Operator.Xor: Truth(e, op); _il.Emit(OpCodes.Conv_R8); return;
        }
        for (int i = 0; i < graph.ArgumentCount(e); i++) Value(graph.Argument(e, i));
        switch (op)
        {
            case Operator.Add: _il.Emit(OpCodes.Add); break;
            case Operator.Subtract: _il.Emit(OpCodes.Sub); break;
            case Operator.Multiply: _il.Emit(OpCodes.Mul); break;
            case Operator.Divide: _il.Emit(OpCodes.Div); break;
            case Operator.Negate: _il.Emit(OpCodes.Neg); break;
            default: _il.Emit(OpCodes.Call, Method(op)); break;
        }
    }

    private void CheapPower(Expr a, double exponent)
    {
        if (exponent == -1)
        {
            _il.Emit(OpCodes.Ldc_R8, 1.0);
            Value(a);
            _il.Emit(OpCodes.Div);
            return;
        }
        Value(a);
        if (exponent == 0.5) { _il.Emit(OpCodes.Call, Method(Operator.Sqrt)); return; }
        // square = a·a; third power = square·a; fourth = square·square.
        LocalBuilder first = _il.DeclareLocal(typeof(double));
        _il.Emit(OpCodes.Stloc, first);
        _il.Emit(OpCodes.Ldloc, first);
        _il.Emit(OpCodes.Ldloc, first);
        _il.Emit(OpCodes.Mul);
        if (exponent == 3)
        {
            _il.Emit(OpCodes.Ldloc, first);
            _il.Emit(OpCodes.Mul);
        }
        else if (exponent == 4)
        {
            _il.Emit(OpCodes.Dup);
            _il.Emit(OpCodes.Mul);
        }
    }

    private void Choose(Expr e)
    {
        Label otherwise = _il.DefineLabel(), end = _il.DefineLabel();
        LocalBuilder result = _il.DeclareLocal(typeof(double));
        Condition(graph.Argument(e, 0));
        _il.Emit(OpCodes.Brfalse, otherwise);
        Value(graph.Argument(e, 1));
        _il.Emit(OpCodes.Stloc, result);
        _il.Emit(OpCodes.Br, end);
        _il.MarkLabel(otherwise);
        Value(graph.Argument(e, 2));
        _il.Emit(OpCodes.Stloc, result);
        _il.MarkLabel(end);
        _il.Emit(OpCodes.Ldloc, result);
    }

    /// <summary>Puts 1 or 0 as an integer on the stack: any value that is not zero is true.</summary>
    private void Condition(Expr e)
    {
        Operator op = graph.OperatorOf(e);
        if (plan.ScratchOf(e) < 0 && op is >= Operator.Less and <= Operator.Xor)
        {
            Truth(e, op);
            return;
        }
        Value(e);
        _il.Emit(OpCodes.Ldc_R8, 0.0);
        _il.Emit(OpCodes.Ceq);
        Negate();
    }

    /// <summary>A comparison or a logical operator as an integer. A comparison with NaN is false, a difference from NaN true.</summary>
    private void Truth(Expr e, Operator op)
    {
        Expr a = graph.Argument(e, 0), b = graph.ArgumentCount(e) > 1 ? graph.Argument(e, 1) : Expr.None;
        switch (op)
        {
            case Operator.Not: Condition(a); Negate(); return;
            case Operator.And: Condition(a); Condition(b); _il.Emit(OpCodes.And); return;
            case Operator.Or: Condition(a); Condition(b); _il.Emit(OpCodes.Or); return;
            case Operator.Xor: Condition(a); Condition(b); _il.Emit(OpCodes.Xor); return;
        }
        Value(a);
        Value(b);
        switch (op)
        {
            case Operator.Less: _il.Emit(OpCodes.Clt); break;
            case Operator.Greater: _il.Emit(OpCodes.Cgt); break;
            case Operator.LessOrEqual: _il.Emit(OpCodes.Cgt_Un); Negate(); break;
            case Operator.GreaterOrEqual: _il.Emit(OpCodes.Clt_Un); Negate(); break;
            case Operator.Equal: _il.Emit(OpCodes.Ceq); break;
            case Operator.NotEqual: _il.Emit(OpCodes.Ceq); Negate(); break;
        }
    }

    private void Negate()
    {
        _il.Emit(OpCodes.Ldc_I4_0);
        _il.Emit(OpCodes.Ceq);
    }

    private static MethodInfo Method(Operator op) => op switch
    {
        Operator.Factorial => typeof(OperatorFacts).GetMethod(nameof(OperatorFacts.Factorial))!,
        Operator.Remainder => typeof(ScalarEmitter).GetMethod(nameof(Remainder), BindingFlags.NonPublic | BindingFlags.Static)!,
        Operator.Power => typeof(Math).GetMethod(nameof(Math.Pow))!,
        Operator.Min or Operator.Max => typeof(Math).GetMethod(op.ToString(), [typeof(double), typeof(double)])!,
        _ => typeof(Math).GetMethod(op.ToString(), [typeof(double)])!,
    };

    private static double Remainder(double a, double b) => OperatorFacts.Apply(Operator.Remainder, a, b);
}
