using System.Globalization;
using Enteraxis.Axis.Tests.Cohorts;
using Enteraxis.Modelling.Models;
using Enteraxis.Simulation;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Axis.Tests.Arrows;

/// <summary>The arrows of models/arrows.tsv, and a person with relapsing MS in whom the probe of an arrow makes it visible.</summary>
internal static class ArrowProbe
{
    private static readonly double[] Days = [3, 30, 60, 120, 240, 365];

    public static ArrowRow[] Rows { get; } = [.. ArrowTable.Read(WholeAxis.Models("arrows.tsv")).Rows];

    public static Dictionary<string, double> Of(ArrowRow row) => row.Probe.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(p => p.Split('=')).ToDictionary(p => p[0], p => double.Parse(p[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    /// <summary>Values of the preset rrms with the arrow's probe upon them.</summary>
    public static Dictionary<string, double> Person(ArrowRow row)
    {
        Dictionary<string, double> values = new(WholeAxis.Presets["rrms"], StringComparer.Ordinal);
        foreach ((string name, double value) in Of(row)) values[name] = value;
        return values;
    }

    /// <summary>The parameter that sizes the arrow, where it has one of its own: centred on nothing, the arrow is a "may".</summary>
    public static ParameterRow? Gain(ArrowRow row) => WholeAxis.Parameters.Find(row.Id.Replace("arrow_", "gain_", StringComparison.Ordinal));

    /// <summary>A year of the arrow's read-out with its switch at <paramref name="on"/>.</summary>
    public static double[] Year(Simulator simulator, IReadOnlyList<string> readouts, ArrowRow row, double on)
    {
        Dictionary<string, double> values = Person(row);
        values[row.Switch] = on;
        // Recovery needs a relapse to recover from; everything else is seen best without chance.
        double[,] course = Finite(row, simulator.Run(new PersonRun { Seed = 1, Person = 1, Values = values, End = Days[^1], OutputTimes = Days, Randomness = row.Readout == "relapse_deficit" }));
        int column = readouts.ToList().IndexOf(row.Readout);
        return [.. Days.Select((_, d) => course[d, column])];
    }

    /// <summary>Fails with every fault on a line of its own.</summary>
    public static void Nothing(IEnumerable<string?> faults) => Assert.True(!faults.OfType<string>().Any(), string.Join('\n', faults.OfType<string>()));

    /// <summary>The course, which must have been completed with a number everywhere.</summary>
    public static double[,] Finite(ArrowRow row, Course course)
    {
        Assert.True(course.Failure is null, $"{row.Id}: {course.Failure}");
        Assert.All(course.Values.Cast<double>(), v => Assert.True(double.IsFinite(v), row.Id));
        return course.Values;
    }
}
