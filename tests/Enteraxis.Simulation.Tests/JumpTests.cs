using Enteraxis.Modelling.Expressions;
using Enteraxis.Numerics.Summaries;

namespace Enteraxis.Simulation.Tests;

public sealed class JumpTests
{
    private static readonly SimulationOptions Loose = new() { RelativeTolerance = 1e-6, AbsoluteTolerance = 1e-8 };

    private static Simulator Constant(double hazard, double strip)
    {
        ModelBuilder b = new();
        Expr rate = b.Parameter("rate", hazard), mark = b.Parameter("mark", 0), y = b.State("y", 1);
        b.Rate(y, b.G.Negate(y));
        b.Jump("J", rate, strip, (mark, b.Draw(Operator.DrawNormal, b.C(0), b.C(1))), (y, b.G.Add(y, b.C(1))));
        return b.Simulator(Loose, "y");
    }

    [Theory]
    [InlineData(0.7, 1)]
    [InlineData(2.3, 1)]
    [InlineData(0.7, 0.2)]
    public void Counts_under_a_constant_hazard_follow_the_Poisson_law(double hazard, double strip)
    {
        const int people = 3000;
        const double days = 4;
        Simulator s = Constant(hazard, strip);
        double mean = hazard * days;
        int cells = (int)(mean + 3 * Math.Sqrt(mean)) + 1;
        int[] counts = new int[cells + 1];
        for (ulong i = 0; i < people; i++) counts[Math.Min(cells, s.Run(ModelBuilder.Run(days, [], i)).Jumps.Count)]++;
        double chi = 0, p = Math.Exp(-mean), rest = 1;
        for (int n = 0; n <= cells; n++)
        {
            double expected = people * (n == cells ? rest : p);
            chi += (counts[n] - expected) * (counts[n] - expected) / expected;
            rest -= p;
            p *= mean / (n + 1);
        }
        Assert.InRange(chi, 0, cells + 4 * Math.Sqrt(2 * cells) + 4); // beyond the 0.1 % point of chi-square with `cells` degrees
    }

    [Fact]
    public void Jump_times_under_a_changing_hazard_follow_its_integral()
    {
        // hazard = 2 t: N(T) is Poisson with mean T², and times²/T² are uniform.
        ModelBuilder b = new();
        Expr y = b.State("y", 0);
        b.Rate(y, b.C(2)); // y = 2 t
        b.Jump("J", y, 1);
        Simulator s = b.Simulator(Loose, "y");
        List<double> places = [];
        double[] counts = new double[3000];
        for (int i = 0; i < counts.Length; i++)
        {
            Course c = s.Run(ModelBuilder.Run(2, [], (ulong)i));
            counts[i] = c.Jumps.Count;
            places.AddRange(c.Jumps.Select(j => j.Time * j.Time / 4));
        }
        Assert.InRange(Moments.Mean(counts), 4 - 4 * Math.Sqrt(4.0 / 3000), 4 + 4 * Math.Sqrt(4.0 / 3000));
        Assert.InRange(Moments.Variance(counts) / 4, 0.88, 1.12);
        Assert.InRange(Kolmogorov([.. places], u => u), 0, 1.95 / Math.Sqrt(places.Count));
    }

    [Fact]
    public void Thinning_and_an_exponential_threshold_on_the_integrated_hazard_are_equal_in_law()
    {
        // A self-exciting birth: hazard 0.3 (1 + n), n the number so far: n + 1 is geometric with p = exp(−0.3 T) (Yule's process).
        const double pace = 0.3, days = 4;
        const int people = 3000;
        ModelBuilder thin = new();
        Expr n = thin.Parameter("n", 0), idle = thin.State("idle", 0);
        thin.Rate(idle, thin.C(0));
        thin.Jump("J", thin.G.Multiply(thin.C(pace), thin.G.Add(thin.C(1), n)), 0.5, (n, thin.G.Add(n, thin.C(1))));
        ModelBuilder threshold = new();
        Expr m = threshold.Parameter("n", 0), integral = threshold.State("integral", 0);
        Expr level = threshold.Parameter("level", threshold.Draw(Operator.DrawExponential, threshold.C(1)));
        threshold.Rate(integral, threshold.G.Multiply(threshold.C(pace), threshold.G.Add(threshold.C(1), m)));
        threshold.Event("J", threshold.Op(Operator.GreaterOrEqual, integral, level),
            [(m, threshold.G.Add(m, threshold.C(1))), (integral, threshold.C(0)), (level, threshold.Draw(Operator.DrawExponential, threshold.C(1)))]);
        double p = Math.Exp(-pace * days), mean = (1 - p) / p, variance = (1 - p) / (p * p);
        foreach (Simulator s in new[] { thin.Simulator(Loose, "n"), threshold.Simulator(Loose, "n") })
        {
            double[] counts = [.. Enumerable.Range(0, people).Select(i => s.Run(ModelBuilder.Run(days, [days], (ulong)i)).Values[0, 0])];
            double se = Math.Sqrt(variance / people);
            Assert.InRange(Moments.Mean(counts), mean - 4 * se, mean + 4 * se);
            Assert.InRange(Moments.Variance(counts) / variance, 0.75, 1.3);
            double none = counts.Count(c => c == 0) / (double)people;
            Assert.InRange(none, p - 4 * Math.Sqrt(p * (1 - p) / people), p + 4 * Math.Sqrt(p * (1 - p) / people));
        }
    }

    [Fact]
    public void Raising_a_hazard_keeps_every_jump_with_its_date_and_marks_and_adds_some()
    {
        Simulator s = Constant(0.4, 1);
        int added = 0, kept = 0;
        for (ulong person = 0; person < 60; person++)
        {
            PersonRun run = ModelBuilder.Run(30, [], person);
            Course low = s.Run(run), high = s.Run(run with { Values = new Dictionary<string, double> { ["rate"] = 1.7 } });
            Dictionary<double, double> marks = high.Jumps.ToDictionary(j => j.Time, j => j.Marks[0]);
            foreach (JumpRecord j in low.Jumps) Assert.Equal(j.Marks[0], marks[j.Time]);
            kept += low.Jumps.Count;
            added += high.Jumps.Count - low.Jumps.Count;
        }
        Assert.InRange(kept, 600, 840);
        Assert.InRange(added, 2000, 2700);
    }

    [Fact]
    public void An_avoided_jump_leaves_the_later_ones_where_they_were()
    {
        Simulator s = Constant(0.8, 1);
        PersonRun run = ModelBuilder.Run(40, [], 5);
        Course all = s.Run(run);
        double from = all.Jumps[3].Time - 1e-6, to = all.Jumps[3].Time + 1e-6;
        Course without = s.Run(run with { Schedule = [new(from, "rate", ChangeKind.Set, 0), new(to, "rate", ChangeKind.Set, 0.8)] });
        Assert.Equal(all.Jumps.Where((_, i) => i != 3).Select(j => (j.Time, j.Marks[0])), without.Jumps.Select(j => (j.Time, j.Marks[0])));
    }

    [Fact]
    public void A_jump_is_seen_by_the_state_at_once_and_triggers_events()
    {
        ModelBuilder b = new();
        Expr y = b.State("y", 0), n = b.Parameter("n", 0), at = b.Parameter("at", -1);
        b.Rate(y, n);
        b.Jump("J", b.Op(Operator.Less, n, b.C(0.5)), 1, (n, b.G.Add(n, b.C(1))));
        b.Event("seen", b.Op(Operator.GreaterOrEqual, n, b.C(1)), [(at, b.Time)]);
        Simulator s = b.Simulator(Loose, "y", "n", "at");
        Course c = s.Run(ModelBuilder.Run(50, [50]));
        double t = Assert.Single(c.Jumps).Time;
        Assert.Equal(t, c.Values[0, 2]);
        Assert.Equal(50 - t, c.Values[0, 0], 1e-4);
        Assert.Equal(["n"], s.Model.MarksOf("J"));
        Assert.Equal([1.0], c.Jumps[0].Marks);
    }

    [Fact]
    public void Jumps_do_not_depend_on_output_times_or_on_whoever_ran_before()
    {
        Simulator s = Constant(0.5, 1);
        PersonRun run = ModelBuilder.Run(60, [60], 9);
        Course alone = Constant(0.5, 1).Run(run);
        s.Run(ModelBuilder.Run(33, [1, 2, 3], 8));
        Course after = s.Run(run with { OutputTimes = [.. Enumerable.Range(0, 61).Select(i => (double)i)] });
        Assert.Equal(alone.Jumps.Select(j => (j.Time, j.Marks[0])), after.Jumps.Select(j => (j.Time, j.Marks[0])));
        Assert.Equal(alone.FinalStates, after.FinalStates);
        Assert.Equal(alone.Values[0, 0], after.Values[60, 0]);
    }

    [Fact]
    public void Without_randomness_nothing_jumps() =>
        Assert.Empty(Constant(5, 1).Run(ModelBuilder.Run(20, []) with { Randomness = false }).Jumps);

    private static double Kolmogorov(double[] sample, Func<double, double> cdf)
    {
        Array.Sort(sample);
        double worst = 0;
        for (int i = 0; i < sample.Length; i++)
            worst = Math.Max(worst, Math.Max(Math.Abs(cdf(sample[i]) - i / (double)sample.Length), Math.Abs(cdf(sample[i]) - (i + 1.0) / sample.Length)));
        return worst;
    }
}
