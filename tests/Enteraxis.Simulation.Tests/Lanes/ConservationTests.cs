namespace Enteraxis.Simulation.Tests.Lanes;

/// <summary>Linear laws that the rates keep are kept by every step, whatever its error: what a wrong entry of the Jacobian or of its factors would break first.</summary>
public sealed class ConservationTests
{
    [Theory]
    [InlineData("Robertson")]
    [InlineData("Hires")]
    [InlineData("E5")]
    [InlineData("Pollution")]
    [InlineData("Doses")]
    [InlineData("Brusselator")]
    public void Laws_hold_to_rounding_at_every_tolerance(string name)
    {
        Problem problem = Problems.Named(name);
        foreach (double tolerance in new[] { 1e-3, 1e-5, 1e-7 })
        {
            double[][,] courses = problem.Solve(problem.Lanes(tolerance));
            for (int person = 0; person < problem.PeopleCount; person++)
                for (int t = 0; t < problem.Times.Length; t++)
                {
                    double[] y = [.. Enumerable.Range(0, problem.Model.States.Count).Select(i => courses[person][t, i])];
                    foreach ((double found, double expected, double rounding) in Laws(name, problem.Times[t], y)) Assert.InRange(Math.Abs(found - expected), 0, rounding);
                }
        }
    }

    // Beside each law the largest departure measured.
    private static (double Found, double Expected, double Rounding)[] Laws(string name, double time, double[] y) => name switch
    {
        "Robertson" => [(y[0] + y[1] + y[2], 1, 3e-14)], // 5e-15
        "Hires" => [(y[6] + y[7], 0.0057, 1e-15)], // 2e-16
        // Of sizes up to 1.4e-10: rates of 2e-7 a day that cancel, over steps of days to weeks.
        "E5" => [(y[1] - y[2], y[3], 4e-19)], // 7e-20
        // Sulphur and nitrogen.
        "Pollution" => [(y[16] + y[17], 0.007, 1e-16), (y[0] + y[1] + y[12] + y[14] + y[18] + 2 * y[19], 0.2, 2e-14)], // 4e-17 and 4e-15 at most
        // What the infusion gave is what was counted, not 1 to the last digit: steps end at its edges, but their last stage sees the other side.
        "Doses" => [(y[0] + y[3] - y[2], time >= 5.25 ? 2 : 1, 1e-13)], // 2e-14
        _ => [(y.Sum() - 2 * y[0], 800, 1e-11)], // 2e-12, the gain being the first state
    };
}
