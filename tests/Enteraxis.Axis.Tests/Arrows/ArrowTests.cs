using System.Globalization;
using Enteraxis.Axis.Tests.Cohorts;
using Enteraxis.Simulation;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Axis.Tests.Arrows;

/// <summary>The read-out of every arrow moves when the arrow is switched off, by far more than the solver's error.</summary>
public sealed class ArrowTests
{
    // Relative to the largest value of the read-out in the year.
    private const double LeastMove = 3e-3;

    private static readonly string[] Readouts = [.. ArrowProbe.Rows.Select(r => r.Readout).Distinct()];

    [Fact]
    public void Each_arrow_moves_its_read_out_when_it_is_switched_off()
    {
        Simulator simulator = Solver(1e-6);
        ArrowProbe.Nothing(Faults(row => Difference(ArrowProbe.Year(simulator, Readouts, row, 1), ArrowProbe.Year(simulator, Readouts, row, 0)), move => move > LeastMove));
    }

    [Fact]
    public void The_solver_alone_moves_no_read_out_as_far_as_an_arrow_must()
    {
        Simulator simulator = Solver(1e-6), finer = Solver(1e-8);
        ArrowProbe.Nothing(Faults(row => Difference(ArrowProbe.Year(simulator, Readouts, row, 1), ArrowProbe.Year(finer, Readouts, row, 1)), move => move < LeastMove / 100));
    }

    private static Simulator Solver(double tolerance) => WholeAxis.Simulator(WholeAxis.Day, Readouts, tolerance);

    private static double Difference(double[] a, double[] b) => a.Zip(b, (x, y) => Math.Abs(x - y)).Max() / a.Concat(b).Max(Math.Abs);

    // One line for each arrow that does not do as it should.
    private static string?[] Faults(Func<ArrowRow, double> measure, Func<double, bool> passes)
    {
        string?[] faults = new string?[ArrowProbe.Rows.Length];
        Parallel.For(0, faults.Length, i =>
        {
            ArrowRow row = ArrowProbe.Rows[i];
            double move = measure(row);
            if (!passes(move)) faults[i] = string.Create(CultureInfo.InvariantCulture, $"{row.Switch}: {row.Readout} moves by {move:G2} of its size");
        });
        return faults;
    }
}
