namespace Enteraxis.Simulation.Ensembles;

/// <summary>How an ensemble was stepped.</summary>
/// <param name="How">Method and executor of the first person, and why.</param>
/// <param name="Width">People at once.</param>
/// <param name="Attempts">Attempted steps of all lanes together; 0 one by one.</param>
/// <param name="LanesUsed">Lanes that held a person, over the attempts.</param>
public sealed record EnsembleWork(string How, int Width, long Attempts, long LanesUsed)
{
    /// <summary>Share of the lanes that held a person; 1 one by one.</summary>
    public double Occupancy => Attempts == 0 ? 1 : (double)LanesUsed / (Attempts * Width);
}
