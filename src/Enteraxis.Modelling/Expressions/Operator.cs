namespace Enteraxis.Modelling.Expressions;

/// <summary>Every operator a node can carry. Comparisons and logic give 1 or 0.</summary>
public enum Operator
{
    Constant, Time, State, Parameter,
    Add, Subtract, Multiply, Divide, Negate, Power,
    Exp, Log, Log10, Sqrt, Sin, Cos, Tan, Asin, Acos, Atan, Sinh, Cosh, Tanh, Abs, Floor, Ceiling, Factorial,
    Min, Max, Remainder,
    Less, LessOrEqual, Greater, GreaterOrEqual, Equal, NotEqual, And, Or, Not, Xor,
    /// <summary>If(condition, then, else).</summary>
    If,
    // Draws: allowed only in initial values, event and jump assignments; keyed by their index within the model.
    DrawUniform, DrawNormal, DrawLogNormal, DrawExponential, DrawPoisson, DrawGamma, DrawBeta, DrawBernoulli, DrawBinomial,
}
