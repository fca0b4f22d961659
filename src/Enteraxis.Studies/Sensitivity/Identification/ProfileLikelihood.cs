using Enteraxis.Numerics.LinearAlgebra;

namespace Enteraxis.Studies.Sensitivity.Identification;

/// <summary>Profile likelihood: χ² = Σ ((made − target)/error)² along one parameter, least over all others.</summary>
/// <remarks>
/// Raue and others, Bioinformatics 25:1923 (2009). No prior enters but as a box of ± 3 standard deviations for the others. Least squares by damped Gauss–Newton steps from three starts. 3.84 is the 95 % point of χ² with one degree of freedom.
/// </remarks>
public static class ProfileLikelihood
{
    public const double Threshold = 3.841458820694124;
    private const double Box = 3, Range = 2.5;
    private const int Grid = 21, MostSteps = 40;

    /// <returns>Profiles by parameter, the best place, and χ² there.</returns>
    public static (ParameterProfile[] Profiles, double[] Best, double Least) Of(IReadOnlyList<EmulatedTarget> targets, int parameters, int threads = 1)
    {
        double[] zero = new double[parameters];
        (double least, double[] best) = Settle(targets, zero, -1);
        (double[] Places, double[] Square)[] lines = new (double[], double[])[parameters];
        double[][] found = new double[parameters][];
        Parallel.For(0, parameters, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads) }, i =>
        {
            double[] places = [.. Enumerable.Range(0, Grid).Select(g => Range * (2.0 * g / (Grid - 1) - 1))], square = new double[Grid];
            double own = double.PositiveInfinity;
            int middle = Enumerable.Range(0, Grid).MinBy(g => Math.Abs(places[g] - best[i]));
            foreach (int way in new[] { 1, -1 })
            {
                double[] last = best;
                for (int g = middle; g >= 0 && g < Grid; g += way)
                {
                    (double value, double[] at) = new[] { last, best, zero }.Select(start => Settle(targets, [.. start.Select((z, j) => j == i ? places[g] : z)], i)).MinBy(s => s.Item1);
                    (square[g], last) = (value, at);
                    if (value < own) (own, found[i]) = (value, at);
                }
            }
            lines[i] = (places, square);
        });
        // A profile may find a better place than the first search did.
        foreach (double[] start in found)
            if (Settle(targets, start, -1) is var again && again.Square < least) (least, best) = again;
        return ([.. lines.Select((l, i) => Profile(l.Places, [.. l.Square.Select(s => Math.Max(0, s - least))], best[i]))], best, least);
    }

    private static ParameterProfile Profile(double[] places, double[] rise, double best)
    {
        double low = double.NegativeInfinity, high = double.PositiveInfinity;
        for (int g = places.Length - 1; g > 0 && double.IsInfinity(low); g--)
            if (places[g - 1] < best && rise[g - 1] > Threshold && (rise[g] <= Threshold || places[g] >= best)) low = Crossing(g, g - 1);
        for (int g = 0; g < places.Length - 1 && double.IsInfinity(high); g++)
            if (places[g + 1] > best && rise[g + 1] > Threshold && (rise[g] <= Threshold || places[g] <= best)) high = Crossing(g, g + 1);
        return new ParameterProfile(places, rise, low, high);

        double Crossing(int inside, int outside)
        {
            double from = Math.Min(rise[inside], Threshold), share = (Threshold - from) / Math.Max(1e-12, rise[outside] - from);
            return places[inside] + share * (places[outside] - places[inside]);
        }
    }

    private static double SquareAt(IReadOnlyList<EmulatedTarget> targets, double[] z) => targets.Sum(t => t.Misfit(z) is var m ? m * m : 0);

    private static (double Square, double[] At) Settle(IReadOnlyList<EmulatedTarget> targets, double[] start, int held)
    {
        double[] z = [.. start];
        double square = SquareAt(targets, z), damping = 1e-2;
        for (int step = 0; step < MostSteps && damping < 1e6; step++)
        {
            double[][] slopes = [.. targets.Select(t => t.Slope(z))];
            double[] misfit = [.. targets.Select(t => t.Misfit(z))];
            double[] move = Move(slopes, misfit, z, held, damping);
            double[] next = [.. z.Select((v, i) => i == held ? v : Math.Clamp(v + move[i], -Box, Box))];
            double there = SquareAt(targets, next);
            if (there < square)
            {
                bool ends = square - there < 1e-6 * (1 + square);
                (z, square, damping) = (next, there, Math.Max(1e-6, damping / 5));
                if (ends) break;
            }
            else damping *= 8;
        }
        return (square, z);
    }

    // (JᵀJ + damping) move = −Jᵀ misfit over the parameters that may still move.
    private static double[] Move(double[][] slopes, double[] misfit, double[] z, int held, double damping)
    {
        double[] descent = [.. z.Select((_, i) => -slopes.Select((s, t) => s[i] * misfit[t]).Sum())];
        int[] free = [.. Enumerable.Range(0, z.Length).Where(i => i != held && !(z[i] >= Box && descent[i] > 0) && !(z[i] <= -Box && descent[i] < 0))];
        double[] move = new double[z.Length];
        if (free.Length == 0) return move;
        double[,] matrix = new double[free.Length, free.Length];
        for (int a = 0; a < free.Length; a++)
            for (int b = 0; b <= a; b++) matrix[a, b] = slopes.Sum(s => s[free[a]] * s[free[b]]) * (a == b ? 1 + damping : 1) + (a == b ? damping + 1e-9 : 0);
        if (Cholesky.Of(matrix)?.Solve([.. free.Select(i => descent[i])]) is { } solved)
            for (int a = 0; a < free.Length; a++) move[free[a]] = solved[a];
        return move;
    }
}
