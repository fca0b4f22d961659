using Enteraxis.Modelling.Expressions;
using Enteraxis.Numerics.Lanes;

namespace Enteraxis.Modelling.Compilation.Lanes;

/// <summary>Which operation of the lanes stands for an operator of the graph.</summary>
internal static unsafe class LaneOperators
{
    /// <summary>Operators that a processor's vector unit has.</summary>
    public static string Name(Operator op) => op switch
    {
        Operator.Multiply => "op_Multiply",
        Operator.Divide => "op_Division",
        Operator.Negate => "op_UnaryNegation",
        Operator.Sqrt or Operator.Abs or Operator.Floor or Operator.Ceiling or Operator.Min or Operator.Max => op.ToString(),
        _ => throw new ArgumentException($"{op} has no form of its own in lanes.", nameof(op)),
    };

    /// <summary>Operators that run over arguments side by side.</summary>
    public static LaneBatchCode Batch<T>(Operator op) where T : unmanaged, ILane<T> => op switch
    {
        Operator.Exp => LaneBatch.Exp<T>,
        Operator.Log => LaneBatch.Log<T>,
        Operator.Log10 => LaneBatch.Log10<T>,
        Operator.Sin => LaneBatch.Sin<T>,
        Operator.Cos => LaneBatch.Cos<T>,
        Operator.Tanh => LaneBatch.Tanh<T>,
        Operator.Power => (values, count) => LaneBatch.Pow<T>(values, values + count * T.Width, values, count),
        _ => (values, count) =>
        {
            for (int i = 0; i < count * T.Width; i++) values[i] = OperatorFacts.Apply(op, values[i]);
        },
    };
}
