namespace Enteraxis.Statistics.Regression;

/// <summary>The logistic likelihood over some columns and its maximum by Newton's method with halved steps.</summary>
internal sealed class LogisticLikelihood(bool[] outcome, double[][] columns, double[] offset)
{
    private const double Small = 1e-13;

    private readonly double[] _eta = new double[outcome.Length];

    public sealed record Maximum(double[] Beta, double Value, double[] Factor, bool[] Infinite, int Iterations, bool Converged);

    public double[] Probabilities => [.. _eta.Select(Probability)];

    public Maximum Climb(int mostIterations, double[]? start = null)
    {
        int p = columns.Length;
        double[] beta = start is null ? new double[p] : [.. start], next = new double[p], gradient = new double[p], factor = new double[p * p], step = new double[p];
        double value = At(beta);
        int iterations = 0;
        bool done = p == 0;
        while (!done && iterations < mostIterations)
        {
            iterations++;
            Slopes(gradient, factor);
            InformationFactor.Factor(factor, p);
            gradient.CopyTo(step, 0);
            InformationFactor.Solve(factor, p, step);
            double before = value;
            for (double length = 1; ; length /= 2)
            {
                for (int k = 0; k < p; k++) next[k] = beta[k] + length * step[k];
                value = At(next);
                if (value >= before - Small * (1 + Math.Abs(before)) || length < 1e-8) break;
            }
            if (!(value >= before - Small * (1 + Math.Abs(before)))) value = At(beta);
            else next.CopyTo(beta, 0);
            done = Math.Abs(value - before) <= Small * (1 + Math.Abs(value));
        }
        Slopes(gradient, factor);
        InformationFactor.Factor(factor, p);
        return new(beta, value, factor, [.. Enumerable.Range(0, p).Select(k => Runs(k, step))], iterations, done);
    }

    private double At(double[] beta)
    {
        double sum = 0;
        for (int i = 0; i < outcome.Length; i++)
        {
            double eta = offset[i];
            for (int k = 0; k < columns.Length; k++) eta += beta[k] * columns[k][i];
            _eta[i] = eta;
            // −ln(1 + e^∓eta) without overflow.
            double against = outcome[i] ? -eta : eta;
            sum -= against > 30 ? against + Math.Exp(-against) : Stable.Log1p(Math.Exp(against));
        }
        return sum;
    }

    private void Slopes(double[] gradient, double[] information)
    {
        int p = columns.Length;
        Array.Clear(gradient);
        Array.Clear(information);
        for (int i = 0; i < outcome.Length; i++)
        {
            double mu = Probability(_eta[i]), w = mu * Probability(-_eta[i]), u = (outcome[i] ? 1 : 0) - mu;
            for (int a = 0; a < p; a++)
            {
                gradient[a] += u * columns[a][i];
                for (int b = 0; b <= a; b++) information[a * p + b] += w * columns[a][i] * columns[b][i];
            }
        }
    }

    private static double Probability(double eta) => 1 / (1 + Math.Exp(-eta));

    // As in the Cox model: still stepping by about one while nothing is gained, with somebody's outcome certain.
    private bool Runs(int k, double[] step)
    {
        double size = columns[k].Length == 0 ? 0 : columns[k].Max() - columns[k].Min();
        return Math.Abs(step[k]) * (size == 0 ? 1 : size) > 0.1 && _eta.Any(e => Math.Abs(e) > 15);
    }
}
