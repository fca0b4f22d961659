namespace Enteraxis.Simulation;

/// <summary>How a model's formulas are evaluated.</summary>
public enum Evaluation
{
    /// <summary>By emitted code.</summary>
    Compiled,
    /// <summary>Node by node of the graph: the reference that emitted code is compared with.</summary>
    Interpreted,
}
