using Enteraxis.Simulation.Ensembles;
using Enteraxis.Modelling.Expressions;

namespace Enteraxis.Simulation.Tests;

public sealed class EnsembleTests
{
    private static Simulator Random()
    {
        ModelBuilder b = new();
        Expr y = b.State("y", 1), xi = b.Drive("xi", 5, 0.3, 1), k = b.Parameter("k", 0.1);
        b.Rate(y, b.G.Subtract(b.C(1), b.G.Multiply(k, y)));
        b.Jump("J", b.G.Multiply(b.C(0.1), b.Op(Operator.Exp, xi)), 0.5, (y, b.G.Multiply(y, b.Draw(Operator.DrawUniform, b.C(0.2), b.C(0.9)))));
        return b.Simulator(new SimulationOptions(), "y", "xi");
    }

    private static PersonRun[] People(int n) => [.. Enumerable.Range(0, n).Select(i => ModelBuilder.Run(50, [10, 50], (ulong)i))];

    [Fact]
    public void Results_have_the_same_bits_for_any_number_of_threads_and_come_in_order()
    {
        List<double>[] results = [[], [], []];
        int[] threads = [1, 2, 5];
        for (int t = 0; t < 3; t++)
        {
            List<double> into = results[t];
            int expected = 0;
            EnsembleSummary summary = new EnsembleRunner(Random(), threads[t]).Run(People(120), (i, c) =>
            {
                Assert.Equal(expected++, i);
                into.AddRange([c.Values[0, 0], c.Values[1, 0], c.Jumps.Count, c.FinalStates[0]]);
            });
            Assert.Equal((120, 0, 0), (summary.Runs, summary.Failures, summary.Retried));
        }
        Assert.Equal(results[0], results[1]);
        Assert.Equal(results[0], results[2]);
    }

    [Fact]
    public void Failed_courses_are_counted_and_the_first_is_told()
    {
        PersonRun[] people = People(20);
        people[7] = people[7] with { Values = new Dictionary<string, double> { ["k"] = double.NaN } };
        people[12] = people[7];
        EnsembleSummary summary = new EnsembleRunner(Random(), 2).Run(people, (_, _) => { });
        Assert.Equal(2, summary.Failures);
        Assert.Contains("'y'", summary.FirstFailure, StringComparison.Ordinal);
    }

    [Fact]
    public void Cancelling_stops_the_batch_between_courses()
    {
        using CancellationTokenSource source = new();
        int handed = 0;
        Assert.Throws<OperationCanceledException>(() => new EnsembleRunner(Random(), 2).Run(People(500), (_, _) =>
        {
            if (++handed == 10) source.Cancel();
        }, source.Token));
        Assert.InRange(handed, 10, 60);
    }

    [Fact]
    public void What_the_receiver_throws_reaches_the_caller() =>
        Assert.Throws<InvalidOperationException>(() => new EnsembleRunner(Random(), 2).Run(People(100), (i, _) =>
        {
            if (i == 3) throw new InvalidOperationException("stop");
        }));
}
