namespace Enteraxis.Modelling.Expressions;

/// <summary>Arity, commutativity and value of every operator. <see cref="Apply"/> is the one definition of what an operator means.</summary>
public static class OperatorFacts
{
    public static int Arity(Operator op) => op switch
    {
        Operator.Constant or Operator.Time or Operator.State or Operator.Parameter => 0,
        Operator.Negate or Operator.Not or (>= Operator.Exp and <= Operator.Factorial) => 1,
        Operator.If or >= Operator.BelowNormal => 3,
        Operator.DrawExponential or Operator.DrawPoisson or Operator.DrawBernoulli => 1,
        _ => 2,
    };

    public static bool IsCommutative(Operator op) =>
        op is Operator.Add or Operator.Multiply or Operator.Min or Operator.Max or Operator.Equal or Operator.NotEqual or Operator.And or Operator.Or or Operator.Xor;

    public static double Apply(Operator op, double a, double b = 0, double c = 0) => op switch
    {
        Operator.Add => a + b,
        Operator.Subtract => a - b,
        Operator.Multiply => a * b,
        Operator.Divide => a / b,
        Operator.Negate => -a,
        Operator.Power => Math.Pow(a, b),
        Operator.Exp => Math.Exp(a),
        Operator.Log => Math.Log(a),
        Operator.Log10 => Math.Log10(a),
        Operator.Sqrt => Math.Sqrt(a),
        Operator.Sin => Math.Sin(a),
        Operator.Cos => Math.Cos(a),
        Operator.Tan => Math.Tan(a),
        Operator.Asin => Math.Asin(a),
        Operator.Acos => Math.Acos(a),
        Operator.Atan => Math.Atan(a),
        Operator.Sinh => Math.Sinh(a),
        Operator.Cosh => Math.Cosh(a),
        Operator.Tanh => Math.Tanh(a),
        Operator.Abs => Math.Abs(a),
        Operator.Floor => Math.Floor(a),
        Operator.Ceiling => Math.Ceiling(a),
        Operator.Factorial => Factorial(a),
        Operator.Min => Math.Min(a, b),
        Operator.Max => Math.Max(a, b),
        Operator.Remainder => a - b * Math.Floor(a / b),
        Operator.Less => a < b ? 1 : 0,
        Operator.LessOrEqual => a <= b ? 1 : 0,
        Operator.Greater => a > b ? 1 : 0,
        Operator.GreaterOrEqual => a >= b ? 1 : 0,
        Operator.Equal => a == b ? 1 : 0,
        Operator.NotEqual => a != b ? 1 : 0,
        Operator.And => a != 0 && b != 0 ? 1 : 0,
        Operator.Or => a != 0 || b != 0 ? 1 : 0,
        Operator.Xor => (a != 0) != (b != 0) ? 1 : 0,
        Operator.Not => a == 0 ? 1 : 0,
        Operator.If => a != 0 ? b : c,
        _ => throw new ArgumentException($"{op} has no value of its own.", nameof(op)),
    };

    /// <summary>n! for whole n up to 170; NaN elsewhere.</summary>
    public static double Factorial(double n)
    {
        if (!(n >= 0) || n > 170 || n != Math.Floor(n)) return n > 170 ? double.PositiveInfinity : double.NaN;
        double product = 1;
        for (int i = 2; i <= (int)n; i++) product *= i;
        return product;
    }
}
