using Enteraxis.Axis.Tests.Cohorts;
using Enteraxis.Modelling.Models;
using Enteraxis.Simulation;

namespace Enteraxis.Axis.Tests.Clocks;

/// <summary>One person without randomness under both clocks, compared by means over windows of whole days.</summary>
internal sealed class TwoClocks
{
    /// <summary>Samples of a day: enough that their mean is the day's mean whatever the hour of a dose.</summary>
    private const int PerDay = 48;

    private readonly Dictionary<string, (double Day, double Hour)[]> _means;

    private TwoClocks(Dictionary<string, (double, double)[]> means) => _means = means;

    /// <summary>States that both variants have, in the order of the day form.</summary>
    public static IReadOnlyList<string> SharedStates { get; } = [.. WholeAxis.Day.States.Select(s => s.Name).Where(n => WholeAxis.Hours.Find(n)?.Kind == QuantityKind.State)];

    public IEnumerable<string> Names => _means.Keys;

    /// <param name="person">Number of the person of the preset.</param>
    /// <param name="windows">First days of the windows that are compared, whole numbers, ascending.</param>
    /// <param name="days">Length of a window.</param>
    /// <param name="set">Draw of the uncertain parameters, so that arrows of gain zero carry something too.</param>
    public static TwoClocks Run(string preset, ulong person, int[] windows, int days, IReadOnlyList<string> names, ScheduledChange[] asDay, ScheduledChange[] asHours, ulong? set = null)
    {
        int samples = days * PerDay;
        double[] times = [.. windows.SelectMany(w => Enumerable.Range(0, samples).Select(i => w + (i + 0.5) / PerDay))];
        double[,] day = Course(WholeAxis.Day, preset, person, times, names, asDay, set), hour = Course(WholeAxis.Hours, preset, person, times, names, asHours, set);
        double Mean(double[,] v, int window, int column) => Enumerable.Range(window * samples, samples).Average(i => v[i, column]);
        return new TwoClocks(names.Select((name, k) => (name, Enumerable.Range(0, windows.Length).Select(w => (Mean(day, w, k), Mean(hour, w, k))).ToArray())).ToDictionary(x => x.name, x => x.Item2));
    }

    /// <summary>Under both clocks at one instant.</summary>
    public static (double Day, double Hour) At(string preset, ulong person, double time, string name) =>
        (Course(WholeAxis.Day, preset, person, [time], [name], [])[0, 0], Course(WholeAxis.Hours, preset, person, [time], [name], [])[0, 0]);

    /// <summary>Largest relative difference of the means over the windows; relative to <paramref name="floor"/> where the mean is smaller.</summary>
    public double Difference(string name, double floor = 1e-3) => _means[name].Max(m => Math.Abs(m.Hour - m.Day) / Math.Max(Math.Abs(m.Day), floor));

    /// <summary>Means under both clocks in the last window.</summary>
    public (double Day, double Hour) Last(string name) => _means[name][^1];

    private static double[,] Course(Model model, string preset, ulong person, double[] times, IReadOnlyList<string> names, ScheduledChange[] schedule, ulong? set = null)
    {
        Course course = WholeAxis.Simulator(model, names, 1e-6).Run(new PersonRun
        {
            Seed = Cohort.Seed, Person = person, Values = WholeAxis.Person(model, preset, Cohort.Seed, person, set), Schedule = schedule, End = times[^1], OutputTimes = times, Randomness = false,
        });
        Assert.Null(course.Failure);
        return course.Values;
    }
}
