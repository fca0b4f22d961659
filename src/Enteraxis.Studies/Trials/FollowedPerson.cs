namespace Enteraxis.Studies.Trials;

/// <summary>One randomised person's course, as simulated.</summary>
/// <param name="Arm">Place in the file's list.</param>
/// <param name="LeftDay">The end of the trial, or the day on which the person left it.</param>
/// <param name="Values">By [look, observable], day 0 first.</param>
/// <param name="Jumps">All jumps since randomisation with their days.</param>
public sealed record FollowedPerson(int Arm, double LeftDay, double[,] Values, IReadOnlyList<(double Day, string Jump)> Jumps)
{
    /// <summary>The same person has the same number wherever the same replicate is run, whatever the parameters; 0 where nobody asked.</summary>
    public ulong Number { get; init; }
}
