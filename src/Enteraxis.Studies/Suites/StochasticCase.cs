using System.Globalization;
using Enteraxis.Modelling.Models;
using Enteraxis.Modelling.Sbml;
using Enteraxis.Numerics;
using Enteraxis.Simulation;

namespace Enteraxis.Studies.Suites;

/// <summary>Repeats a case many times and compares means and standard deviations by the suite's statistics.</summary>
/// <remarks>
/// With n repetitions, mean m and deviation s against μ and σ: Z = √n (m − μ)/σ and Y = √(n/2) (s²/σ² − 1), each to lie within the range of the settings.
/// Y takes the sample's variance for that of a normal law; where the sample's kurtosis κ is above 3 the same is asked of √(n/(κ − 1)) (s²/σ² − 1), which is Y at κ = 3
/// (late in case 00003 κ is 100, and Y of a right simulator has itself a standard deviation of 7). A right simulator leaves the range now and then: up to <see cref="MostOutside"/> times of a column may lie outside, and a case that has more is repeated once
/// with other random numbers; it fails where it fails twice. A wrong one is far outside both times. Reference: Evans, Gillespie, Wilkinson: The SBML discrete
/// stochastic models test suite, Bioinformatics 24 (2008) 285–286.
/// </remarks>
internal static class StochasticCase
{
    private const int Repetitions = 10_000, MostOutside = 2;
    private const double Exact = 1e-9;

    public static (double Worst, string Why) Run(SuiteCase c, CancellationToken cancellation)
    {
        (double Worst, string Why) first = Run(c, 1, cancellation);
        return first.Why.Length == 0 ? first : Run(c, 2, cancellation);
    }

    private static (double Worst, string Why) Run(SuiteCase c, ulong seed, CancellationToken cancellation)
    {
        ExpectedTable expected = ExpectedTable.Read(c.Results);
        Model model = SbmlReader.ReadFile(c.Model, new SbmlReadOptions { AmountsAndConcentrations = true, FiresReactions = true });
        string[] columns = [.. expected.Columns.Skip(1)], variables = [.. columns.Select(VariableOf).Distinct(StringComparer.Ordinal)];
        Simulator simulator = new(new CompiledModel(model, [.. variables.Select(v => TimeCourseCase.Observable(c.Settings, model, Plain(v)))]),
            new SimulationOptions { RelativeTolerance = 1e-6, AbsoluteTolerance = 1e-9 });
        double[] times = c.Settings.Times;
        SampleMoments[,] moments = new SampleMoments[times.Length, variables.Length];
        for (int n = 0; n < Repetitions; n++)
        {
            Course course = simulator.Run(new PersonRun { Seed = seed, Person = (ulong)n, End = times[^1], OutputTimes = times }, cancellation);
            if (course.Failure is not null) return (double.PositiveInfinity, course.Failure);
            for (int i = 0; i < times.Length; i++)
                for (int j = 0; j < variables.Length; j++)
                    // The suite's table begins with the value itself, whose logarithm need not exist.
                    moments[i, j].Add(variables[j] != Plain(variables[j]) && i > 0 ? Math.Log(course.Values[i, j]) : course.Values[i, j]);
        }
        double worst = 0;
        foreach (string column in columns)
        {
            (int outside, string last, double most) = Outside(c.Settings, expected, column, times, i => moments[i, Array.IndexOf(variables, VariableOf(column))]);
            worst = Math.Max(worst, most);
            if (outside > MostOutside) return (worst, $"{outside} of {times.Length} values of {column} lie outside the range; {last}");
        }
        return (worst, "");
    }

    private static (int Outside, string Last, double Most) Outside(CaseSettings settings, ExpectedTable expected, string column, double[] times, Func<int, SampleMoments> moments)
    {
        string[] columns = [.. expected.Columns];
        int at = Array.IndexOf(columns, column), spread = Array.IndexOf(columns, VariableOf(column) + "-sd"), outside = 0;
        bool deviation = at == spread;
        (double low, double high) = deviation ? settings.DeviationRange : settings.MeanRange;
        (string last, double most) = ("", 0);
        for (int i = 0; i < times.Length; i++)
        {
            SampleMoments m = moments(i);
            double wanted = expected.Rows[i][at], got = deviation ? Math.Sqrt(m.Variance) : m.Mean;
            // Where the suite gives no deviation (a law that has none) that of the sample stands in.
            double sigma = spread >= 0 ? expected.Rows[i][spread] : Math.Sqrt(m.Variance);
            double statistic = !(sigma > 0) ? Math.Abs(got - wanted) <= Exact * (1 + Math.Abs(wanted)) ? 0 : double.PositiveInfinity
                : deviation ? Math.Sqrt(m.Count / (Math.Max(3, m.Kurtosis) - 1)) * (m.Variance / (sigma * sigma) - 1) : Math.Sqrt(m.Count) * (got - wanted) / sigma;
            double share = statistic < 0 ? statistic / low : statistic / high;
            most = Math.Max(most, share);
            if (share <= 1) continue;
            outside++;
            last = string.Create(CultureInfo.InvariantCulture, $"{column} at time {times[i]:G9} is {got:G6}, not {wanted:G6} ({(deviation ? "Y" : "Z")} = {statistic:F2}).");
        }
        return (outside, last, most);
    }

    private static string VariableOf(string column) => column[..column.LastIndexOf('-')];

    private static string Plain(string variable) => variable.StartsWith("ln(", StringComparison.Ordinal) ? variable[3..^1] : variable;
}
