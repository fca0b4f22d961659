namespace Enteraxis.Studies.SedMl;

/// <summary>A simulation experiment as SED-ML states it: models with changes, simulations, tasks, data generators and outputs.</summary>
/// <remarks>
/// Level 1 versions 1 to 4 are read; version 4 is written. Reference: Smith and others, The simulation experiment description markup language (SED-ML): language
/// specification for level 1 version 4 (J Integr Bioinform 18:20210021, 2021), doi 10.1515/jib-2021-0021.
/// </remarks>
public sealed record SedDocument
{
    /// <summary>The file as error sentences call it.</summary>
    public string File { get; init; } = "experiment.sedml";

    public IReadOnlyList<SedData> Data { get; init; } = [];
    public required IReadOnlyList<SedModel> Models { get; init; }
    public required IReadOnlyList<SedSimulation> Simulations { get; init; }
    public required IReadOnlyList<SedAbstractTask> Tasks { get; init; }
    public required IReadOnlyList<SedDataGenerator> DataGenerators { get; init; }
    public required IReadOnlyList<SedOutput> Outputs { get; init; }
}
