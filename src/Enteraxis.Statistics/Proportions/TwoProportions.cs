using Enteraxis.Numerics.Distributions;

namespace Enteraxis.Statistics.Proportions;

/// <summary>Two independent proportions compared: difference, ratio and odds ratio of the first over the second, with the usual intervals and tests.</summary>
/// <remarks>
/// The score intervals of Miettinen and Nurminen suit most trials; Wald's are for comparison with papers. For unequal follow-up compare rates or times instead.
/// No group may be empty.
/// </remarks>
public sealed record TwoProportions
{
    public TwoProportions(Proportion first, Proportion second, double level = 0.95)
    {
        if (first.People <= 0 || second.People <= 0) throw new ArgumentException("Both groups need people.", nameof(first));
        (First, Second, Level) = (first, second, level);
    }

    public Proportion First { get; }

    public Proportion Second { get; }

    public double Level { get; }

    private double Z => NormalLaw.Quantile(0.5 + 0.5 * Level);

    /// <summary>p₁ − p₂ ± z√(p₁q₁/n₁ + p₂q₂/n₂).</summary>
    public Effect WaldDifference()
    {
        double d = First.Share - Second.Share, half = Z * Math.Sqrt(First.Share * (1 - First.Share) / First.People + Second.Share * (1 - Second.Share) / Second.People);
        return new(d, d - half, d + half);
    }

    /// <summary>Wilson's intervals of each put together (Newcombe, Stat Med 17:873, 1998, method 10).</summary>
    public Effect NewcombeDifference()
    {
        (double l1, double u1) = First.Wilson(Level);
        (double l2, double u2) = Second.Wilson(Level);
        double p1 = First.Share, p2 = Second.Share, d = p1 - p2;
        return new(d, d - Math.Sqrt((p1 - l1) * (p1 - l1) + (u2 - p2) * (u2 - p2)), d + Math.Sqrt((u1 - p1) * (u1 - p1) + (p2 - l2) * (p2 - l2)));
    }

    /// <summary>The differences that a score test does not reject, with n/(n − 1) in the variance (Miettinen and Nurminen, Stat Med 4:213, 1985).</summary>
    public Effect MiettinenNurminenDifference()
    {
        double d = First.Share - Second.Share;
        return new(d, d <= -1 ? -1 : Root(x => DifferenceScore(x) - Z, -1, d), d >= 1 ? 1 : Root(x => DifferenceScore(x) + Z, d, 1));
    }

    /// <summary>p₁/p₂ with the interval of the logarithm (Katz and others, Biometrics 34:469, 1978); its ends are unknown where one has no events.</summary>
    public Effect Ratio()
    {
        double ratio = First.Share / Second.Share, half = Z * Math.Sqrt(1.0 / First.Events - 1.0 / First.People + 1.0 / Second.Events - 1.0 / Second.People);
        return First.Events == 0 || Second.Events == 0 ? new(ratio, double.NaN, double.NaN) : new(ratio, ratio * Math.Exp(-half), ratio * Math.Exp(half));
    }

    /// <summary>The ratios that a score test does not reject (Miettinen and Nurminen).</summary>
    public Effect MiettinenNurminenRatio()
    {
        double ratio = First.Share / Second.Share, logRatio = Math.Log(ratio), far = 25;
        if (First.Events == 0 && Second.Events == 0) return new(double.NaN, 0, double.PositiveInfinity);
        double low = First.Events == 0 ? 0 : Math.Exp(Root(u => RatioScore(Math.Exp(u)) - Z, -far, Math.Min(logRatio, far)));
        double high = Second.Events == 0 ? double.PositiveInfinity : Math.Exp(Root(u => RatioScore(Math.Exp(u)) + Z, Math.Max(logRatio, -far), far));
        return new(ratio, low, high);
    }

    /// <summary>Odds ratio with Woolf's interval; its ends are unknown where a cell is empty.</summary>
    public Effect OddsRatio()
    {
        double a = First.Events, b = First.People - First.Events, c = Second.Events, d = Second.People - Second.Events, odds = a * d / (b * c), half = Z * Math.Sqrt(1 / a + 1 / b + 1 / c + 1 / d);
        return double.IsFinite(half) ? new(odds, odds * Math.Exp(-half), odds * Math.Exp(half)) : new(odds, double.NaN, double.NaN);
    }

    /// <summary>Pearson's χ²; corrected takes half an observation off each |O − E| (Yates), as R's prop.test does unless told.</summary>
    public ChiSquareTest Pearson(bool corrected = false)
    {
        double n1 = First.People, n2 = Second.People, n = n1 + n2, events = First.Events + Second.Events, expected = events * n1 / n, spread = n1 * n2 * events * (n - events) / (n * n * n);
        double off = Math.Abs(First.Events - expected);
        if (corrected) off -= Math.Min(0.5, off);
        return spread > 0 ? ChiSquareTest.Of(off * off / spread, 1) : ChiSquareTest.None;
    }

    /// <summary>Fisher's exact test: two-sided p, the sum over tables no likelier than this one.</summary>
    public double FisherP()
    {
        int n1 = First.People, n2 = Second.People, events = First.Events + Second.Events;
        double own = Log(First.Events), sum = 0;
        for (int x = Math.Max(0, events - n2); x <= Math.Min(n1, events); x++)
            if (Log(x) <= own + 1e-7) sum += Math.Exp(Log(x));
        return Math.Min(1, sum);

        double Log(int x) => Choose(n1, x) + Choose(n2, events - x) - Choose(n1 + n2, events);
    }

    private static double Choose(int n, int k) => LogFactorial.Of(n) - LogFactorial.Of(k) - LogFactorial.Of(n - k);

    /// <summary>The score statistic of p₁ − p₂ = difference; falls with it.</summary>
    internal double DifferenceScore(double difference)
    {
        double p2 = ConstrainedByDifference(difference), p1 = Math.Clamp(p2 + difference, 0, 1), n = First.People + Second.People;
        double variance = (p1 * (1 - p1) / First.People + p2 * (1 - p2) / Second.People) * n / (n - 1), off = First.Share - Second.Share - difference;
        return variance > 0 ? off / Math.Sqrt(variance) : off == 0 ? 0 : off * double.PositiveInfinity;
    }

    // The likelihood's maximum over p₂ with p₁ = p₂ + δ, the middle root of a cubic by Viète's cosine.
    private double ConstrainedByDifference(double delta)
    {
        double n1 = First.People, n2 = Second.People, x1 = First.Events, x2 = Second.Events, n = n1 + n2;
        double l3 = n, l2 = (n1 + 2 * n2) * delta - n - x1 - x2, l1 = (n2 * delta - n - 2 * x2) * delta + x1 + x2, l0 = x2 * delta * (1 - delta);
        double q = l2 * l2 * l2 / (27 * l3 * l3 * l3) - l1 * l2 / (6 * l3 * l3) + l0 / (2 * l3), root = Math.Sqrt(Math.Max(0, l2 * l2 / (9 * l3 * l3) - l1 / (3 * l3))), p = q < 0 ? -root : root;
        double angle = p == 0 ? 0 : (Math.PI + Math.Acos(Math.Clamp(q / (p * p * p), -1, 1))) / 3;
        return Math.Clamp(2 * p * Math.Cos(angle) - l2 / (3 * l3), Math.Max(0, -delta), Math.Min(1, 1 - delta));
    }

    /// <summary>The score statistic of p₁/p₂ = ratio; falls with it.</summary>
    internal double RatioScore(double ratio)
    {
        double n1 = First.People, n2 = Second.People, x1 = First.Events, x2 = Second.Events, n = n1 + n2;
        double a = n * ratio, b = n1 * ratio + x1 + n2 + x2 * ratio, c = x1 + x2, p2 = 2 * c / (b + Math.Sqrt(Math.Max(0, b * b - 4 * a * c))), p1 = Math.Min(1, ratio * p2);
        double variance = (p1 * (1 - p1) / n1 + ratio * ratio * p2 * (1 - p2) / n2) * n / (n - 1), off = First.Share - ratio * Second.Share;
        return variance > 0 ? off / Math.Sqrt(variance) : off == 0 ? 0 : off * double.PositiveInfinity;
    }

    // Of a falling function.
    private static double Root(Func<double, double> f, double low, double high)
    {
        for (int i = 0; i < 200 && high - low > 1e-13; i++)
        {
            double middle = 0.5 * (low + high);
            if (f(middle) > 0) low = middle;
            else high = middle;
        }
        return 0.5 * (low + high);
    }
}
