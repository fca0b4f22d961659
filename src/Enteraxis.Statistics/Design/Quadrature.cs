namespace Enteraxis.Statistics.Design;

/// <summary>Gauss and Legendre's rule of 24 points on equal panels of an interval.</summary>
internal static class Quadrature
{
    private const int Points = 24;

    private static readonly (double[] X, double[] W) Unit = Build();

    /// <summary>Nodes and weights on [low, high].</summary>
    public static (double[] Nodes, double[] Weights) On(double low, double high, int panels)
    {
        double[] nodes = new double[panels * Points], weights = new double[panels * Points];
        double half = 0.5 * (high - low) / panels;
        for (int p = 0; p < panels; p++)
            for (int k = 0; k < Points; k++)
            {
                nodes[p * Points + k] = low + half * (2 * p + 1 + Unit.X[k]);
                weights[p * Points + k] = half * Unit.W[k];
            }
        return (nodes, weights);
    }

    public static double Of(Func<double, double> f, double low, double high, int panels)
    {
        (double[] x, double[] w) = On(low, high, panels);
        double sum = 0;
        for (int i = 0; i < x.Length; i++) sum += w[i] * f(x[i]);
        return sum;
    }

    // Roots of the Legendre polynomial by Newton's method from Tricomi's start.
    private static (double[], double[]) Build()
    {
        double[] x = new double[Points], w = new double[Points];
        for (int k = 0; k < Points; k++)
        {
            double z = -Math.Cos(Math.PI * (k + 0.75) / (Points + 0.5)), slope = 1;
            for (int round = 0; round < 100; round++)
            {
                double p = 1, before = 0;
                for (int j = 0; j < Points; j++) (p, before) = (((2 * j + 1) * z * p - j * before) / (j + 1), p);
                slope = Points * (z * p - before) / (z * z - 1);
                double step = p / slope;
                z -= step;
                if (Math.Abs(step) < 1e-16) break;
            }
            (x[k], w[k]) = (z, 2 / ((1 - z * z) * slope * slope));
        }
        return (x, w);
    }
}
