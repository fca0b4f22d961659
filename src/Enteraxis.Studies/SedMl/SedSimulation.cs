namespace Enteraxis.Studies.SedMl;

public abstract record SedSimulation(string Id, SedAlgorithm Algorithm);

/// <summary>Equidistant values from <paramref name="OutputStart"/> to <paramref name="OutputEnd"/>, one more than there are steps.</summary>
public sealed record UniformTimeCourse(string Id, SedAlgorithm Algorithm, double InitialTime, double OutputStart, double OutputEnd, int Steps) : SedSimulation(Id, Algorithm);

/// <summary>Goes on by one step from where the model stands.</summary>
public sealed record OneStep(string Id, SedAlgorithm Algorithm, double Step) : SedSimulation(Id, Algorithm);

/// <summary>Goes on until nothing moves.</summary>
public sealed record SteadyStateSimulation(string Id, SedAlgorithm Algorithm) : SedSimulation(Id, Algorithm);

/// <param name="Kisao">KISAO:0000019 and such.</param>
public sealed record SedAlgorithm(string Kisao, IReadOnlyList<(string Kisao, string Value)> Parameters);
