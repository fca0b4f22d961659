using Enteraxis.Numerics;

namespace Enteraxis.Studies.Petab;

/// <summary>A problem of parameter estimation as PEtab states it: models, what was done to them, what was measured, and what is not known.</summary>
/// <remarks>Both versions of PEtab are read into this one form; what differs between them stands in <see cref="FirstPeriodIsStart"/> and in the defaults of each table.</remarks>
public sealed record PetabProblem
{
    public required string Name { get; init; }

    /// <summary>1 or 2.</summary>
    public required int Version { get; init; }

    /// <summary>Path of each model by its id.</summary>
    public required IReadOnlyDictionary<string, string> Models { get; init; }

    public required IReadOnlyList<PetabParameter> Parameters { get; init; }
    public required IReadOnlyList<PetabObservable> Observables { get; init; }
    public required IReadOnlyDictionary<string, PetabExperiment> Experiments { get; init; }
    public required IReadOnlyList<PetabMeasurement> Measurements { get; init; }

    /// <summary>Every file that was read, the problem file first, by paths from its folder.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Model's own name by PEtab's name of it, where the two differ.</summary>
    public IReadOnlyDictionary<string, string> Mapping { get; init; } = new Dictionary<string, string>();

    /// <summary>Version 1: the first condition replaces initial values, and what depends on them follows. Version 2: the model starts by itself, then the condition changes it.</summary>
    public bool FirstPeriodIsStart => Version == 1;

    /// <exception cref="InputException">The problem file or a file that it names is missing, wrong or asks for what is not supported.</exception>
    public static PetabProblem Read(string path) => new PetabReader(path).Read();
}
