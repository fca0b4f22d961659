namespace Enteraxis.Simulation.Tests.Lanes;

/// <summary>The error of lanes against the tolerance, on stiff standards, on what is discontinuous, and on a model of 401 states.</summary>
public sealed class WorkPrecisionTests
{
    // Error over tolerance as measured at 1e-3, 1e-5, 1e-7. The limits leave five times the largest.
    [Theory]
    [InlineData("Robertson", 2)] // 0.009, 0.16, 0.38
    [InlineData("Hires", 30)] // 0.35, 5.8, 0.53
    [InlineData("Oregonator", 15)] // 3.1, 0.85, 0.62
    [InlineData("E5", 0.15)] // 0.003, 0.014, 0.025
    [InlineData("Pollution", 0.5)] // 0.007, 0.05, 0.08
    [InlineData("Doses", 100)] // 14, 19, 22
    [InlineData("Brusselator", 150)] // 1.1, 31, 26
    public void The_error_falls_with_the_tolerance_and_stays_below_a_multiple_of_it(string name, double multiple)
    {
        Problem problem = Problems.Named(name);
        double[][,] reference = problem.Solve(problem.Lanes(1e-12) with { Executor = Executor.Scalar });
        double[] tolerances = [1e-3, 1e-5, 1e-7];
        double[] errors = [.. tolerances.Select(t => problem.Worst(problem.Solve(problem.Lanes(t)), reference))];
        for (int i = 0; i < tolerances.Length; i++) Assert.InRange(errors[i], 0, multiple * tolerances[i]);
        // Ten thousand times less tolerance: measured falls of 238 (Robertson) and more.
        Assert.InRange(errors[1], 0, errors[0] / 2);
        Assert.InRange(errors[2], 0, errors[0] / 50);
    }

    [Fact]
    public void Discontinuities_are_met_at_their_instants_as_the_closed_form_has_them()
    {
        Problem doses = Problems.Doses;
        foreach (double tolerance in new[] { 1e-3, 1e-5, 1e-7 })
        {
            double[][,] courses = doses.Solve(doses.Lanes(tolerance));
            double worst = 0;
            for (int person = 0; person < doses.PeopleCount; person++)
                for (int t = 0; t < doses.Times.Length; t++)
                    worst = Math.Max(worst, Math.Abs(courses[person][t, 0] - Amount(doses.ValueOf(person), doses.Times[t])));
            // Measured 5.3, 7.6 and 8.7 times the tolerance.
            Assert.InRange(worst, 0, 30 * tolerance);
        }
    }

    // y' = r - k·y has y(s) = r/k + (y - r/k)·exp(-k·s); the level is passed in the infusion and by the bolus.
    private static double Amount(double k, double time)
    {
        const double level = 1.2;
        double y = 1, at = 0;
        (double End, double Rate, double Factor, double Bolus)[] pieces = [(2, 0, 1, 0), (2.5, 2, 1, 0), (5.25, 0, 1, 1), (8, 0, 1, 0), (10, 0, 3, 0)];
        foreach ((double end, double rate, double factor, double bolus) in pieces)
        {
            double pace = factor * k, rest = rate / pace, to = Math.Min(end, time);
            if (rest > level && Math.Log((y - rest) / (level - rest)) / pace is var passed && at + passed < to) (y, at) = (level / 2, at + passed);
            y = rest + (y - rest) * Math.Exp(-pace * (to - at));
            at = to;
            if (time <= end) return y;
            y += bolus;
            if (y > level) y /= 2;
        }
        return y;
    }
}
