using Enteraxis.Numerics.Summaries;

namespace Enteraxis.Studies.Sensitivity.Levers;

/// <param name="Value">Mean over the people. <paramref name="Error"/>: of it, from the spread between people.</param>
public readonly record struct Estimate(double Value, double Error)
{
    // The 97.5 % point of the normal law.
    private const double Two = 1.959963984540054;

    /// <summary>1 or −1 where the sign is beyond chance (95 %), else 0.</summary>
    public int Sign => Math.Abs(Value) > Two * Error && Value != 0 ? Math.Sign(Value) : 0;
}

/// <summary>Outcomes of the same people under several arms.</summary>
/// <param name="Values">By arm, person and outcome.</param>
internal sealed record LeverRun(IReadOnlyList<string> Arms, int People, int Outcomes, double[] Values)
{
    private const int Blocks = 20;

    private int Arm(string id) => Enumerable.Range(0, Arms.Count).First(a => Arms[a] == id);

    private double At(int arm, int person, int outcome) => Values[(arm * People + person) * Outcomes + outcome];

    /// <summary>Courses that did not reach their end.</summary>
    public int Failed => Enumerable.Range(0, Arms.Count * People).Count(k => !double.IsFinite(Values[k * Outcomes]));

    public Estimate Mean(string arm, int outcome) => Of([.. Enumerable.Range(0, People).Select(p => At(Arm(arm), p, outcome))]);

    /// <summary>Mean of the first less the second over the people whose both courses reached their end.</summary>
    public Estimate Difference(string first, string second, int outcome)
    {
        int a = Arm(first), b = Arm(second);
        return Of([.. Enumerable.Range(0, People).Select(p => At(a, p, outcome) - At(b, p, outcome))]);
    }

    /// <summary>A number made of the arms' means, by a jackknife over blocks of people.</summary>
    /// <param name="made">Given the mean of an arm.</param>
    public Estimate Of(Func<Func<string, double>, double> made, int outcome)
    {
        int[] whole = [.. Enumerable.Range(0, People).Where(p => Enumerable.Range(0, Arms.Count).All(a => double.IsFinite(At(a, p, outcome))))];
        Func<string, double> Without(int block) => arm => whole.Where((_, i) => block < 0 || i % Blocks != block).Average(p => At(Arm(arm), p, outcome));
        if (whole.Length < 2 * Blocks) return new Estimate(whole.Length == 0 ? double.NaN : made(Without(-1)), double.NaN);
        return new Estimate(made(Without(-1)), Jackknife.Error([.. Enumerable.Range(0, Blocks).Select(b => made(Without(b)))]));
    }

    private static Estimate Of(double[] values)
    {
        double[] known = [.. values.Where(double.IsFinite)];
        return known.Length == 0 ? new Estimate(double.NaN, double.NaN) : new Estimate(Moments.Mean(known), Moments.StandardDeviation(known) / Math.Sqrt(known.Length));
    }
}
