using Enteraxis.Studies.Experiments.Maths;

namespace Enteraxis.Studies.SedMl;

/// <summary>A formula with the variables and parameters that it reads.</summary>
public sealed record SedCalculation(IReadOnlyList<SedVariable> Variables, IReadOnlyList<(string Id, double Value)> Parameters, MathNode Math);

/// <summary>A name for a quantity of a model under a task, or for a column of data.</summary>
/// <param name="Target">Path to an element of the model; # and an id for data.</param>
/// <param name="Symbol">urn:sedml:symbol:time and such, instead of a target or beside it.</param>
/// <param name="Task">Empty in changes.</param>
/// <param name="Model">Empty where the task says it.</param>
/// <param name="Reduction">A function over dimensions (mean, max, …); empty for none.</param>
/// <param name="Dimensions">Tasks whose dimension the reduction is over; empty for all.</param>
public sealed record SedVariable(string Id, string Name, string Target, string Symbol, string Task, string Model, string Reduction, IReadOnlyList<string> Dimensions, int Line);

public sealed record SedDataGenerator(string Id, string Name, SedCalculation Calculation);
