using Enteraxis.Numerics.Random;

namespace Enteraxis.Simulation.Drives;

/// <summary>A stationary Ornstein–Uhlenbeck process sampled exactly at the multiples of a hold time and held between them.</summary>
/// <remarks>
/// x(k+1) = a x(k) + sd √(1 − a²) z(k), a = exp(−hold/τ), z keyed by the index k of the absolute time grid (day 0 is index 0).
/// The recursion begins with a stationary draw at an index that is a multiple of 1,024 and lies at least 37 τ before the run: by then the beginning
/// has faded below the last bit (e⁻³⁷ = 1e-16), so runs that start on different days see the same path. With τ beyond 27,000 holds the beginning is
/// nearer and still shows; the law is right all the same.
/// </remarks>
public sealed class OrnsteinUhlenbeckPath
{
    private const long Anchor = 1024, LongestFade = 1_000_000;

    private readonly double _hold;
    private readonly long _first;
    private readonly double[] _values;

    private OrnsteinUhlenbeckPath(double hold, long first, double[] values) => (_hold, _first, _values) = (hold, first, values);

    /// <param name="timeConstantDays">τ; 0 or less gives independent values.</param>
    /// <param name="sd">Stationary standard deviation.</param>
    public static OrnsteinUhlenbeckPath Build(KeyedStream stream, double timeConstantDays, double sd, double holdDays, double from, double to)
    {
        long first = IndexAt(from, holdDays), last = IndexAt(to, holdDays);
        double[] values = new double[last - first + 1];
        if (sd == 0) return new(holdDays, first, values);
        double a = timeConstantDays > 0 ? Math.Exp(-holdDays / timeConstantDays) : 0, kick = sd * Math.Sqrt(1 - a * a);
        long fade = (long)Math.Min(Math.Max(0, 37 * timeConstantDays / holdDays), LongestFade) + 1;
        long k = FloorDivide(first - fade, Anchor) * Anchor;
        double x = sd * stream.Normal((ulong)k, 1);
        for (; k <= last; k++)
        {
            if (k >= first) values[k - first] = x;
            x = a * x + kick * stream.Normal((ulong)k);
        }
        return new(holdDays, first, values);
    }

    /// <summary>The held value at a time within the span it was built for.</summary>
    public double At(double time) => _values[Math.Clamp(IndexAt(time, _hold) - _first, 0, _values.Length - 1)];

    /// <summary>The first edge after a time.</summary>
    public static double NextEdge(double time, double holdDays) => (IndexAt(time, holdDays) + 1) * holdDays;

    /// <summary>The k with k·hold ≤ time &lt; (k + 1)·hold, in floating point as in mathematics.</summary>
    public static long IndexAt(double time, double holdDays)
    {
        long k = (long)Math.Floor(time / holdDays);
        if ((k + 1) * holdDays <= time) k++;
        if (k * holdDays > time) k--;
        return k;
    }

    private static long FloorDivide(long a, long b) => a >= 0 ? a / b : -((-a + b - 1) / b);
}
