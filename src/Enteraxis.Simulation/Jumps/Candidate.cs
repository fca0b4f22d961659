namespace Enteraxis.Simulation.Jumps;

/// <summary>A point of a thinned Poisson field: a jump happens there if the hazard just before <paramref name="Time"/> is above <paramref name="Level"/>.</summary>
/// <param name="Level">Per day.</param>
/// <param name="Cell">The time cell it was drawn in; with Strip and Number its key.</param>
public readonly record struct Candidate(double Time, double Level, long Cell, int Strip, int Number)
{
    /// <summary>Lane of its time, level and marks within the cell.</summary>
    internal uint Lane => (uint)Strip * PoissonField.LanesPerStrip + 1 + (uint)Number;
}
