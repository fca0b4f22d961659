using Enteraxis.Modelling.Models;
using Enteraxis.Simulation;
using Enteraxis.Simulation.Ensembles;

namespace Enteraxis.Axis.Tests.Cohorts;

/// <summary>Untreated people of one preset, simulated from day 0; what is looked at begins after a run-in.</summary>
internal sealed class Cohort
{
    public const ulong Seed = 20061;

    private readonly double[][,] _values;
    private readonly double[] _days;
    private readonly string[] _observables;

    private Cohort(double[][,] values, double[] days, string[] observables, int failures, string? firstFailure) =>
        (_values, _days, _observables, Failures, FirstFailure) = (values, days, observables, failures, firstFailure);

    public int Size => _values.Length;
    public int Failures { get; }
    public string? FirstFailure { get; }

    /// <param name="days">Days at which the observables are kept; the last one ends the run.</param>
    /// <param name="uncertain">Gives every person a draw of the uncertain parameters too, as a person study does.</param>
    public static Cohort Of(Model model, string preset, int people, double[] days, string[] observables, bool uncertain = false, ulong seed = Seed)
    {
        double[][,] values = new double[people][,];
        PersonRun[] runs = [.. Enumerable.Range(0, people).Select(i => new PersonRun
        {
            Seed = seed, Person = (ulong)i, Values = WholeAxis.Person(model, preset, seed, (ulong)i, uncertain ? (ulong)i : null), End = days[^1], OutputTimes = days,
        })];
        EnsembleSummary summary = new EnsembleRunner(WholeAxis.Simulator(model, observables)).Run(runs, (i, course) => values[i] = course.Values);
        return new Cohort(values, days, observables, summary.Failures, summary.FirstFailure);
    }

    /// <summary>What one person has on one of the days.</summary>
    public double At(int person, double day, string observable) => _values[person][Place(_days, day), Place(_observables, observable)];

    /// <summary>How much a count or a level of one person moved between two of the days.</summary>
    public double Change(int person, double from, double to, string observable) => At(person, to, observable) - At(person, from, observable);

    public double[] Levels(double day, string observable) => [.. Enumerable.Range(0, Size).Select(p => At(p, day, observable))];

    public double[] Changes(double from, double to, string observable, Func<int, bool>? who = null) =>
        [.. Enumerable.Range(0, Size).Where(p => who is null || who(p)).Select(p => Change(p, from, to, observable))];

    /// <summary>Largest absolute value over people and days.</summary>
    public double Worst(string observable) => Enumerable.Range(0, Size).Max(p => _days.Max(d => Math.Abs(At(p, d, observable))));

    private static int Place<T>(T[] list, T item) => Array.IndexOf(list, item) is int i and >= 0 ? i : throw new ArgumentException($"'{item}' was not kept.", nameof(item));
}
