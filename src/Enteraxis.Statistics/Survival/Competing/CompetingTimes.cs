namespace Enteraxis.Statistics.Survival.Competing;

/// <summary>Times to the first of several events that preclude each other (death before disability), some censored.</summary>
public sealed class CompetingTimes
{
    /// <param name="stop">Time of each person's event or censoring, above 0.</param>
    /// <param name="cause">0 where censored, else 1, 2, … by the kind of event.</param>
    /// <exception cref="ArgumentException">Lengths differ, a time is not positive or a cause is negative.</exception>
    public CompetingTimes(double[] stop, int[] cause)
    {
        if (stop.Length != cause.Length) throw new ArgumentException("Times and causes must have one value a person.", nameof(cause));
        if (stop.Any(t => !(t > 0 && double.IsFinite(t)))) throw new ArgumentException("A time is not positive.", nameof(stop));
        if (cause.Any(c => c < 0)) throw new ArgumentException("A cause is negative; 0 is censored.", nameof(cause));
        (Stop, Cause) = (stop, cause);
    }

    public double[] Stop { get; }

    public int[] Cause { get; }

    public int People => Stop.Length;
}
