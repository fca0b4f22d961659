using Enteraxis.Studies.Experiments.Maths;

namespace Enteraxis.Studies.Petab;

/// <summary>One measured point.</summary>
/// <param name="Experiment">Key of its experiment; empty for the model as it is.</param>
/// <param name="Model">Id of its model; empty where there is only one.</param>
/// <param name="Time">Infinite for the steady state.</param>
/// <param name="Cells">The row as it stands in the table, column by column, for tables of results.</param>
/// <param name="Place">File and line.</param>
public sealed record PetabMeasurement(string Observable, string Experiment, string Model, double Time, double Value, IReadOnlyList<MathNode> ObservableParameters,
    IReadOnlyList<MathNode> NoiseParameters, IReadOnlyList<(string Column, string Text)> Cells, string Place);
