namespace Enteraxis.Simulation.Tests.Lanes;

/// <summary>
/// The stiff standards in lanes against the end values of Hairer and Wanner and of the Bari test set for initial value problems. The digits are recalled
/// from those publications, not copied from a file; the same courses are the check that <see cref="Problems"/> recalls the equations rightly.
/// </summary>
public sealed class PublishedDigitsTests
{
    [Theory]
    [InlineData("Robertson", 1, new[] { 0.7158270687193941, 9.185534764557338e-6, 0.2841637457458413 })]
    [InlineData("Hires", 3, new[] { 0.7371312573325668e-3, 0.1442485726316185e-3, 0.5888729740967575e-4, 0.1175651343283149e-2,
        0.2386356198831331e-2, 0.6238968252742796e-2, 0.2849998395185769e-2, 0.2850001604814231e-2 })]
    [InlineData("Oregonator", 3, new[] { 0.1000814870318523e1, 0.1228178521549917e4, 0.1320554942846706e3 })]
    [InlineData("E5", 1, new[] { 1.6180769999072942552e-3, 1.3822370304983735443e-10, 8.2515735006838336088e-12, 1.2997212954915352082e-10 })]
    [InlineData("E5", 2, new[] { 7.4813208224292220114e-6, 2.3734781561205975019e-12, 2.2123586689581663654e-12, 1.6111948716243113653e-13 })]
    [InlineData("Pollution", 3, new[] { 0.5646255480022769e-1, 0.1342484130422339, 0.4139734331099427e-8, 0.5523140207484359e-2,
        0.2018977262302196e-6, 0.1464541863493966e-6, 0.7784249118997964e-1, 0.3245075353396018, 0.7494013383880406e-2, 0.1622293157301561e-7,
        0.1135863833257075e-7, 0.2230505975721359e-2, 0.2087162882798630e-3, 0.1396921016840158e-4, 0.8964884856898295e-2, 0.4352846369330103e-17,
        0.6899219696263405e-2, 0.1007803037365946e-3, 0.1772146513969984e-5, 0.5682943292316392e-4 })]
    public void Lanes_reach_the_published_digits(string name, int day, double[] published)
    {
        Problem problem = Problems.Named(name);
        double[,] course = problem.Solve(problem.Lanes(1e-9))[problem.PeopleCount / 2];
        // Measured at most 9e-11.
        for (int i = 0; i < published.Length; i++) Assert.InRange(Math.Abs(course[day, i] / published[i] - 1), 0, 1e-9);
    }
}
