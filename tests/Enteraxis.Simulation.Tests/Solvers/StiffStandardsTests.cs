using Enteraxis.Simulation.Solvers;

namespace Enteraxis.Simulation.Tests.Solvers;

/// <summary>
/// Stiff standards against the reference solutions of Hairer and Wanner and of the Bari test set for initial value problems.
/// The digits are recalled from those publications, not copied from a file; they are compared to six or seven digits. HIRES is
/// reached by both methods, the others by the Rosenbrock one alone.
/// </summary>
public sealed class StiffStandardsTests
{
    private static void Close(double[] expected, double[] actual, double relative)
    {
        for (int i = 0; i < expected.Length; i++)
            Assert.InRange(Math.Abs(actual[i] - expected[i]) / Math.Abs(expected[i]), 0, relative);
    }

    [Theory]
    [InlineData(40, 0.7158270687193941, 9.185534764557338e-6, 0.2841637457458413, 1e-7)]
    [InlineData(1e11, 0.2083340149701255e-07, 0.8333360770334713e-13, 0.9999999791665050, 1e-6)]
    public void Robertson_reaches_the_published_digits(double end, double y1, double y2, double y3, double relative)
    {
        DelegateSystem robertson = new(3,
            (t, y, f) =>
            {
                f[0] = -0.04 * y[0] + 1e4 * y[1] * y[2];
                f[2] = 3e7 * y[1] * y[1];
                f[1] = -f[0] - f[2];
            },
            (t, y, j) =>
            {
                (j[0], j[1], j[2]) = (-0.04, 1e4 * y[2], 1e4 * y[1]);
                (j[6], j[7], j[8]) = (0, 6e7 * y[1], 0);
                for (int k = 0; k < 3; k++) j[3 + k] = -j[k] - j[6 + k];
            });
        Close([y1, y2, y3], robertson.Integrate(SolverKind.Rosenbrock, [1, 0, 0], end, 1e-10), relative);
    }

    [Fact]
    public void Hires_reaches_the_published_digits()
    {
        DelegateSystem hires = new(8,
            (t, y, f) =>
            {
                f[0] = -1.71 * y[0] + 0.43 * y[1] + 8.32 * y[2] + 0.0007;
                f[1] = 1.71 * y[0] - 8.75 * y[1];
                f[2] = -10.03 * y[2] + 0.43 * y[3] + 0.035 * y[4];
                f[3] = 8.32 * y[1] + 1.71 * y[2] - 1.12 * y[3];
                f[4] = -1.745 * y[4] + 0.43 * y[5] + 0.43 * y[6];
                f[5] = -280 * y[5] * y[7] + 0.69 * y[3] + 1.71 * y[4] - 0.43 * y[5] + 0.69 * y[6];
                f[6] = 280 * y[5] * y[7] - 1.81 * y[6];
                f[7] = -f[6];
            },
            (t, y, j) =>
            {
                Array.Clear(j);
                void Set(int r, int c, double v) => j[r * 8 + c] = v;
                Set(0, 0, -1.71); Set(0, 1, 0.43); Set(0, 2, 8.32);
                Set(1, 0, 1.71); Set(1, 1, -8.75);
                Set(2, 2, -10.03); Set(2, 3, 0.43); Set(2, 4, 0.035);
                Set(3, 1, 8.32); Set(3, 2, 1.71); Set(3, 3, -1.12);
                Set(4, 4, -1.745); Set(4, 5, 0.43); Set(4, 6, 0.43);
                Set(5, 3, 0.69); Set(5, 4, 1.71); Set(5, 5, -280 * y[7] - 0.43); Set(5, 6, 0.69); Set(5, 7, -280 * y[5]);
                Set(6, 5, 280 * y[7]); Set(6, 6, -1.81); Set(6, 7, 280 * y[5]);
                Set(7, 5, -280 * y[7]); Set(7, 6, 1.81); Set(7, 7, -280 * y[5]);
            });
        double[] reference = [0.7371312573325668e-3, 0.1442485726316185e-3, 0.5888729740967575e-4, 0.1175651343283149e-2,
            0.2386356198831331e-2, 0.6238968252742796e-2, 0.2849998395185769e-2, 0.2850001604814231e-2];
        Close(reference, hires.Integrate(SolverKind.Rosenbrock, [1, 0, 0, 0, 0, 0, 0, 0.0057], 321.8122, 1e-10), 1e-7);
        Close(reference, hires.Integrate(SolverKind.Explicit, [1, 0, 0, 0, 0, 0, 0, 0.0057], 321.8122, 1e-10), 1e-7);
    }

    [Fact]
    public void Oregonator_reaches_the_published_digits()
    {
        DelegateSystem oregonator = new(3,
            (t, y, f) =>
            {
                f[0] = 77.27 * (y[1] + y[0] * (1 - 8.375e-6 * y[0] - y[1]));
                f[1] = (y[2] - (1 + y[0]) * y[1]) / 77.27;
                f[2] = 0.161 * (y[0] - y[2]);
            },
            (t, y, j) =>
            {
                (j[0], j[1], j[2]) = (77.27 * (1 - 2 * 8.375e-6 * y[0] - y[1]), 77.27 * (1 - y[0]), 0);
                (j[3], j[4], j[5]) = (-y[1] / 77.27, -(1 + y[0]) / 77.27, 1 / 77.27);
                (j[6], j[7], j[8]) = (0.161, 0, -0.161);
            });
        double[] y = oregonator.Integrate(SolverKind.Rosenbrock, [1, 2, 3], 360, 1e-11);
        Close([0.1000814870318523e1, 0.1228178521549917e4, 0.1320554942846706e3], y, 1e-6);
    }
}
