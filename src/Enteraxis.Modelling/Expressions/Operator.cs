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
    /// <summary>
    /// Delay(expression, lag): the expression's value a lag ago (lag ≥ 0, any expression), in rates, assigned quantities, triggers, values of events and observables.
    /// Before the start of a run, the value that initial expressions and assigned quantities have at that time. Only runs know it: the interpreter and compiled code do not.
    /// </summary>
    Delay,
    // Draws: allowed only in initial values, event and jump assignments; keyed by their index within the model.
    DrawUniform, DrawNormal, DrawLogNormal, DrawExponential, DrawPoisson, DrawGamma, DrawBeta, DrawBernoulli, DrawBinomial,
    // Of a law (first parameter, second parameter): what lies at or below a value, and the value below which a probability lies. How a draw within bounds is made;
    // like draws they are evaluated one by one only.
    BelowNormal, BelowGamma, BelowPoisson, BelowBinomial, QuantileNormal, QuantileGamma, QuantilePoisson, QuantileBinomial,
}
