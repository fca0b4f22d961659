namespace Enteraxis.Modelling.Compilation;

/// <summary>Evaluates a list of expressions: <paramref name="outputs"/>[i] = expression i. Safe to call from many threads at once.</summary>
/// <param name="time">Days.</param>
/// <param name="states">The vector y, in the order of the model's states.</param>
/// <param name="parameters">The vector p, in the order of the model's parameters.</param>
/// <param name="outputs">Room for as many values as there are expressions.</param>
public unsafe delegate void ModelFunction(double time, double* states, double* parameters, double* outputs);
