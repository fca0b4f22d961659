using Enteraxis.Studies.Experiments.Maths;

namespace Enteraxis.Studies.SedMl;

public abstract record SedAbstractTask(string Id);

public sealed record SedTask(string Id, string Model, string Simulation) : SedAbstractTask(Id);

/// <summary>Runs its subtasks once for each value of its master range.</summary>
/// <param name="Reset">Whether models begin anew each time.</param>
/// <param name="Concatenate">Whether results of the rounds follow each other in one dimension.</param>
public sealed record RepeatedTask(string Id, bool Reset, bool Concatenate, string MasterRange, IReadOnlyList<SedRange> Ranges, IReadOnlyList<SetValue> Changes, IReadOnlyList<SubTask> SubTasks) : SedAbstractTask(Id);

public sealed record SubTask(string Task, int Order, IReadOnlyList<SetValue> Changes);

/// <summary>Sets a quantity of a running model.</summary>
public sealed record SetValue(string Model, string Target, string Symbol, SedCalculation Calculation, int Line);

public abstract record SedRange(string Id);

/// <param name="Logarithmic">Equal ratios instead of equal differences.</param>
public sealed record UniformRange(string Id, double Start, double End, int Steps, bool Logarithmic) : SedRange(Id)
{
    public double At(int i) => Steps == 0 ? Start : i == Steps ? End : Logarithmic ? Start * Math.Pow(End / Start, (double)i / Steps) : Start + (End - Start) * i / Steps;
}

public sealed record VectorRange(string Id, IReadOnlyList<double> Values) : SedRange(Id);

/// <summary>A formula of other ranges and of the model's present state.</summary>
public sealed record FunctionalRange(string Id, string Index, SedCalculation Calculation) : SedRange(Id);

/// <summary>The values of a column of data.</summary>
public sealed record DataRange(string Id, string Source) : SedRange(Id);
