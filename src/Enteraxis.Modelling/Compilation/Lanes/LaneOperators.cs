using Enteraxis.Modelling.Expressions;
using Enteraxis.Numerics.Lanes;

namespace Enteraxis.Modelling.Compilation.Lanes;

/// <summary>Which operation of the lanes stands for an operator of the graph.</summary>
internal static unsafe class LaneOperators
{
    /// <summary>Operators that run over arguments side by side.</summary>
    public static LaneBatchCode Batch<T>(Operator op) where T : unmanaged, ILane<T> => op switch
    {
        Operator.Exp => LaneBatch.Exp<T>,
        Operator.Log => LaneBatch.Log<T>,
        Operator.Sin => LaneBatch.Sin<T>,
        Operator.Cos => LaneBatch.Cos<T>,
        Operator.Tanh => LaneBatch.Tanh<T>,
        Operator.Log10 => LaneBatch.Log10<T>,
        Operator.Power => LaneBatch.PowOfLog<T>,
        _ => (values, count) =>
        {
            for (int i = 0; i < count * T.Width; i++) values[i] = OperatorFacts.Apply(op, values[i]);
        },
    };
}
