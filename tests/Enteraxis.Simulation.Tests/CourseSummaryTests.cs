using Enteraxis.Numerics.Summaries;
using Enteraxis.Simulation.Ensembles;
using Enteraxis.Simulation.Events;

namespace Enteraxis.Simulation.Tests;

public sealed class CourseSummaryTests
{
    private static Course Of(double a, double b, string? failure = null) => new()
    {
        Values = new[,] { { a }, { b } }, Jumps = [], FinalStates = [], FinalParameters = [], FinalEvents = EventMemory.OfNumbers([0, 0]), Statistics = new("", "", 0, 0, 0, 0, 0), Failure = failure,
    };

    [Fact]
    public void Few_people_have_the_figures_of_their_whole_sample()
    {
        double[] a = [.. Enumerable.Range(0, 800).Select(i => Math.Exp(Math.Sin(i * 7.3)))], b = [.. a.Select((x, i) => 1e9 + x * i)];
        CourseSummary s = new(2, 1, seed: 5);
        for (int i = 0; i < a.Length; i++) s.Add(i, Of(a[i], b[i]));
        Assert.Equal((800, 0), (s.People, s.Failed));
        foreach ((int time, double[] x) in new[] { (0, a), (1, b) })
        {
            Assert.Equal(Moments.Mean(x), s.Mean(time, 0), 1e-12 * Moments.Mean(x));
            Assert.Equal(Moments.StandardDeviation(x), s.StandardDeviation(time, 0), 1e-9 * Moments.StandardDeviation(x));
            Assert.Equal((x.Min(), x.Max()), (s.Least(time, 0), s.Greatest(time, 0)));
            foreach (double p in new[] { 0.05, 0.5, 0.95 }) Assert.Equal(Quantile.Of(x, p), s.Quantile(time, 0, p));
        }
    }

    [Fact]
    public void Many_people_have_quantiles_within_the_error_of_the_sample()
    {
        CourseSummary s = new(2, 1, seed: 5);
        // Sorted on the way in: a sample that kept the first or the last would be far off.
        for (int i = 0; i < 200_000; i++) s.Add(i, Of(i / 200_000.0, 0));
        Assert.Equal(0.5, s.Mean(0, 0), 1e-5);
        foreach (double p in new[] { 0.05, 0.25, 0.5, 0.75, 0.95 }) Assert.Equal(p, s.Quantile(0, 0, p), 4 * Math.Sqrt(p * (1 - p) / 1000));
        Assert.Equal((0, 0), (s.StandardDeviation(1, 0), s.Quantile(1, 0, 0.5)));
    }

    [Fact]
    public void Failed_courses_are_left_out_and_counted()
    {
        CourseSummary s = new(2, 1, seed: 1);
        Assert.True(double.IsNaN(s.Mean(0, 0)) && double.IsNaN(s.Least(0, 0)) && double.IsNaN(s.Quantile(0, 0, 0.5)));
        s.Add(0, Of(1, 2));
        s.Add(1, Of(double.NaN, double.NaN, "At day 1 it failed."));
        s.Add(2, Of(3, 4));
        Assert.Equal((2, 1, 2, 3), (s.People, s.Failed, s.Mean(0, 0), s.Mean(1, 0)));
    }

    [Fact]
    public void A_course_of_another_shape_is_refused() =>
        Assert.Contains("Run 7 has 2 output times of 1 observables; the summary takes 3 of 1", Assert.Throws<ArgumentException>(() => new CourseSummary(3, 1, 1).Add(7, Of(1, 2))).Message, StringComparison.Ordinal);
}
