namespace Enteraxis.Statistics.Survival.Cox;

/// <summary>
/// The exact conditional likelihood of who had the event at one time: the sum over all choices of d rows of the risk set of the product of their r = exp(eta), by
/// the recursion B(k, m) = B(k − 1, m) + r_k·B(k − 1, m − 1) (Gail, Lubin and Rubinstein, Biometrika 68:703, 1981), with its derivatives.
/// </summary>
internal static class ExactTies
{
    /// <summary>log of the sum, whose first derivative is taken from the gradient and whose second is added to the information.</summary>
    /// <param name="first">First place of the stratum; the risk set lies between it and <paramref name="end"/>, less those not yet entered.</param>
    public static double Add(CoxRows rows, double[] eta, int first, int from, int end, int deaths, Span<double> gradient, Span<double> information)
    {
        int p = rows.Width, second = p * (p + 1) / 2;
        double t = rows.Stop[from], top = double.NegativeInfinity;
        int members = 0;
        for (int i = first; i < end; i++)
        {
            if (rows.Start is not null && rows.Start[i] >= t) continue;
            members++;
            top = Math.Max(top, eta[i]);
        }
        // Scaled so that B(d) stays near 1: there are about (n·e/d)^d choices.
        double scale = top + Math.Log(members * Math.E / deaths);
        double[] b = new double[deaths + 1], b1 = new double[(deaths + 1) * p], b2 = new double[(deaths + 1) * second];
        b[0] = 1;
        int joined = 0;
        for (int i = first; i < end; i++)
        {
            if (rows.Start is not null && rows.Start[i] >= t) continue;
            double r = Math.Exp(eta[i] - scale);
            joined++;
            for (int m = Math.Min(deaths, joined); m >= 1; m--)
            {
                int place = 0;
                for (int a = 0; a < p; a++)
                {
                    double xa = rows.X[i * p + a];
                    for (int c = 0; c <= a; c++, place++)
                    {
                        double xc = rows.X[i * p + c];
                        b2[m * second + place] += r * (b2[(m - 1) * second + place] + xa * b1[(m - 1) * p + c] + xc * b1[(m - 1) * p + a] + xa * xc * b[m - 1]);
                    }
                }
                for (int a = 0; a < p; a++) b1[m * p + a] += r * (b1[(m - 1) * p + a] + rows.X[i * p + a] * b[m - 1]);
                b[m] += r * b[m - 1];
            }
        }
        double sum = b[deaths];
        for (int a = 0, place = 0; a < p; a++)
        {
            double mean = b1[deaths * p + a] / sum;
            gradient[a] -= mean;
            for (int c = 0; c <= a; c++, place++) information[a * p + c] += b2[deaths * second + place] / sum - mean * b1[deaths * p + c] / sum;
        }
        return Math.Log(sum) + deaths * scale;
    }
}
