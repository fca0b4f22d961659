namespace Enteraxis.Simulation.Lanes;

/// <param name="Index">Her place in the ensemble.</param>
/// <param name="Why">Why she is stepped by the method that she is.</param>
internal sealed record LanePerson(int Index, PersonRun Run, string Why);
