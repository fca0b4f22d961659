using Enteraxis.Numerics.Distributions;
using Enteraxis.Numerics.Random;
using Enteraxis.Studies.Sensitivity.Emulation;

namespace Enteraxis.Studies.Tests.Sensitivity;

public sealed class SobolIndexTests
{
    [Fact]
    public void Of_Ishigamis_function_the_indices_are_the_analytic_ones()
    {
        SobolIndex[] found = SobolIndices.Of(TestFunctions.Ishigami, 3, 4096, 40, 1);
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(TestFunctions.IshigamiIndices[i].First, found[i].First.Middle, 0.02);
            Assert.Equal(TestFunctions.IshigamiIndices[i].Total, found[i].Total.Middle, 0.02);
        }
    }

    [Fact]
    public void Of_the_g_function_the_indices_are_the_analytic_ones()
    {
        double[] a = [0, 1, 4.5, 9, 99, 99, 99, 99];
        SobolIndex[] found = SobolIndices.Of(z => TestFunctions.G(z, a), 8, 4096, 40, 1);
        (double First, double Total)[] known = TestFunctions.GIndices(a);
        for (int i = 0; i < 8; i++)
        {
            Assert.Equal(known[i].First, found[i].First.Middle, 0.03);
            Assert.Equal(known[i].Total, found[i].Total.Middle, 0.03);
        }
    }

    [Fact]
    public void On_an_emulator_the_intervals_hold_the_analytic_indices_and_say_more_with_more_points()
    {
        (double few, int insideFew) = Width(40);
        (double many, int insideMany) = Width(160);
        Assert.True(many < 0.8 * few, $"{many} {few}");
        Assert.True(insideMany >= 5 && insideFew >= 4, $"{insideMany} {insideFew}");
    }

    private static (double Width, int Inside) Width(int points)
    {
        SobolPoints sobol = new(3, 1);
        double[][] x = [.. Enumerable.Range(0, points).Select(i => sobol.Point((uint)i).Select(NormalLaw.Quantile).ToArray())];
        SobolIndex[] found = SobolIndices.Of(GaussianProcess.Fit(x, [.. x.Select(TestFunctions.Ishigami)])!, 1024, 60, 1, 0);
        int inside = 0;
        for (int i = 0; i < 3; i++)
            // A share of exactly 0 lies at the edge of what its interval can reach.
            inside += (Holds(found[i].First, TestFunctions.IshigamiIndices[i].First) ? 1 : 0) + (Holds(found[i].Total, TestFunctions.IshigamiIndices[i].Total) ? 1 : 0);
        return (found.Sum(s => s.First.High - s.First.Low + s.Total.High - s.Total.Low), inside);
    }

    private static bool Holds(Numerics.Summaries.Interval i, double share) => share >= i.Low - 0.02 && share <= i.High + 0.02;
}
