using System.Globalization;
using Enteraxis.Modelling.Models;
using Enteraxis.Modelling.Sbml;
using Enteraxis.Numerics;
using Enteraxis.Simulation;

namespace Enteraxis.Studies.Suites;

/// <summary>Simulates a case and compares every value with the expected one.</summary>
internal static class TimeCourseCase
{
    private const double RelativeTolerance = 1e-9;

    public static (double Worst, string Why) Run(SuiteCase c, CancellationToken cancellation)
    {
        ExpectedTable expected = ExpectedTable.Read(c.Results);
        Model model = SbmlReader.ReadFile(c.Model, new SbmlReadOptions { AmountsAndConcentrations = true });
        string[] columns = [.. expected.Columns.Skip(1)];
        CompiledModel compiled = new(model, [.. columns.Select(v => Observable(c.Settings, model, v))]);
        Simulator simulator = new(compiled, new SimulationOptions { RelativeTolerance = RelativeTolerance, AbsoluteTolerance = 1e-5 * Math.Min(1e-6, c.Settings.Absolute) });
        double[] times = c.Settings.Times;
        Course course = simulator.Run(new PersonRun { Seed = 1, Person = 0, End = times[^1], OutputTimes = times }, cancellation);
        if (course.Failure is not null) return (double.PositiveInfinity, course.Failure);
        if (expected.Rows.Count != times.Length) return (double.PositiveInfinity, $"The expected table has {expected.Rows.Count} rows, the settings ask for {times.Length}.");
        return Compare(c, columns, expected, times, course);
    }

    private static (double Worst, string Why) Compare(SuiteCase c, string[] columns, ExpectedTable expected, double[] times, Course course)
    {
        (double worst, string why) = (0, "");
        for (int i = 0; i < times.Length; i++)
            for (int j = 0; j < columns.Length; j++)
            {
                double got = course.Values[i, j], wanted = expected.Rows[i][j + 1];
                double share = double.IsFinite(wanted) ? Math.Abs(got - wanted) / (c.Settings.Absolute + c.Settings.Relative * Math.Abs(wanted))
                    : ExpectedTable.Agrees(got, wanted, 0, 0) ? 0 : double.PositiveInfinity;
                if (double.IsNaN(share)) share = got == wanted ? 0 : double.PositiveInfinity;
                if (share <= worst) continue;
                worst = share;
                if (!ExpectedTable.Agrees(got, wanted, c.Settings.Absolute, c.Settings.Relative))
                    why = string.Create(CultureInfo.InvariantCulture, $"{columns[j]} at time {times[i]:G9} is {got:G12}, not {wanted:G12}.");
            }
        return (worst, why);
    }

    internal static string Observable(CaseSettings settings, Model model, string name)
    {
        string asked = settings.Amounts.Contains(name) ? $"amount({name})" : settings.Concentrations.Contains(name) ? $"concentration({name})" : name;
        return model.Find(asked) is not null ? asked : name;
    }
}
