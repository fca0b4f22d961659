using Enteraxis.Numerics.Random;

namespace Enteraxis.Simulation.Ensembles;

/// <summary>Mean, spread and quantiles of every observable at every output time over any number of people, in memory that does not grow with them.</summary>
/// <remarks>
/// Give <see cref="Add"/> to <see cref="EnsembleRunner"/>: courses come in the order of the runs, so the bits do not depend on threads. Failed courses are left out and counted.
/// Means and spreads are of all people (Welford: Note on a method for calculating corrected sums of squares and products, Technometrics 4:419, 1962). Quantiles are exact up
/// to <c>kept</c> people and beyond from a random sample of so many, whose own error in rank is √(p(1 − p)/kept).
/// </remarks>
public sealed class CourseSummary
{
    private const uint Stream = 0x06_000000;

    private readonly int _times, _observables, _kept;
    private readonly double[] _mean, _squares, _least, _greatest;
    private readonly List<double[]> _sample = [];
    private readonly KeyedStream _chance;

    /// <param name="times">Output times of every run.</param>
    /// <param name="seed">Decides who is in the sample of which quantiles are taken.</param>
    public CourseSummary(int times, int observables, ulong seed, int kept = 1000)
    {
        (_times, _observables, _kept, _chance) = (times, observables, kept, new KeyedStream(seed, 0, Stream));
        int cells = times * observables;
        (_mean, _squares, _least, _greatest) = (new double[cells], new double[cells], new double[cells], new double[cells]);
        Array.Fill(_least, double.PositiveInfinity);
        Array.Fill(_greatest, double.NegativeInfinity);
    }

    /// <summary>People in the figures.</summary>
    public int People { get; private set; }

    /// <summary>People left out because their course failed.</summary>
    public int Failed { get; private set; }

    /// <exception cref="ArgumentException">A course with other output times or observables.</exception>
    public void Add(int position, Course course)
    {
        if (course.Values.GetLength(0) != _times || course.Values.GetLength(1) != _observables)
            throw new ArgumentException($"Run {position} has {course.Values.GetLength(0)} output times of {course.Values.GetLength(1)} observables; the summary takes {_times} of {_observables}.", nameof(course));
        if (course.Failure is not null) Failed++;
        else Add(course.Values);
    }

    /// <summary>The same of values that are at hand without their course.</summary>
    /// <param name="values">By [output time, observable].</param>
    public void Add(double[,] values)
    {
        People++;
        int cell = 0;
        foreach (double x in values)
        {
            double before = x - _mean[cell];
            _mean[cell] += before / People;
            _squares[cell] += before * (x - _mean[cell]);
            (_least[cell], _greatest[cell]) = (Math.Min(_least[cell], x), Math.Max(_greatest[cell], x));
            cell++;
        }
        Keep(values);
    }

    public double Mean(int time, int observable) => People == 0 ? double.NaN : _mean[Cell(time, observable)];

    /// <summary>Unbiased (n − 1); NaN below two people.</summary>
    public double StandardDeviation(int time, int observable) => People < 2 ? double.NaN : Math.Sqrt(_squares[Cell(time, observable)] / (People - 1));

    public double Least(int time, int observable) => People == 0 ? double.NaN : _least[Cell(time, observable)];

    public double Greatest(int time, int observable) => People == 0 ? double.NaN : _greatest[Cell(time, observable)];

    /// <summary>Type 7 (R's default).</summary>
    public double Quantile(int time, int observable, double probability)
    {
        int cell = Cell(time, observable);
        return Numerics.Summaries.Quantile.Of(_sample.Select(s => s[cell]).ToArray(), probability);
    }

    private int Cell(int time, int observable) => time * _observables + observable;

    // Each of n people is in the sample with equal chance: the n-th takes the place of a random earlier one with chance kept/n (Vitter's reservoir, algorithm R).
    private void Keep(double[,] values)
    {
        if (_sample.Count < _kept)
        {
            _sample.Add([.. values.Cast<double>()]);
            return;
        }
        long place = (long)(_chance.Uniform((ulong)People) * People);
        if (place < _kept) Buffer.BlockCopy(values, 0, _sample[(int)place], 0, _mean.Length * sizeof(double));
    }
}
