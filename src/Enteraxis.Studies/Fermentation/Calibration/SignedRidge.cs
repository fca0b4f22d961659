namespace Enteraxis.Studies.Fermentation.Calibration;

/// <summary>Least squares with shrinkage and non-negative coefficients.</summary>
internal static class SignedRidge
{
    private const int MostRounds = 2000;

    /// <summary>Minimises xᵀQx/2 − cᵀx over x ≥ 0 by coordinate descent, which converges for a positive definite Q.</summary>
    internal static double[] Solve(double[,] q, double[] c)
    {
        double[] x = new double[c.Length];
        for (int round = 0; round < MostRounds; round++)
        {
            double moved = 0;
            for (int i = 0; i < x.Length; i++)
            {
                double gradient = -c[i];
                for (int j = 0; j < x.Length; j++) gradient += q[i, j] * x[j];
                double next = Math.Max(0, x[i] - gradient / q[i, i]);
                moved = Math.Max(moved, Math.Abs(next - x[i]));
                x[i] = next;
            }
            if (moved < 1e-12) break;
        }
        return x;
    }
}
