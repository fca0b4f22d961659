using System.Globalization;
using Enteraxis.Modelling.Sbml;
using Enteraxis.Modelling.Sbml.Fbc;
using Enteraxis.Numerics;
using Enteraxis.Simulation;
using Enteraxis.Simulation.Flux;

namespace Enteraxis.Studies.Suites;

/// <summary>Solves the linear program of a case and compares fluxes and objective. Where there is no solution all are no numbers, as the suite has it.</summary>
internal static class FluxCase
{
    public static (double Worst, string Why) Run(SuiteCase c, CancellationToken cancellation)
    {
        ExpectedTable expected = ExpectedTable.Read(c.Results);
        FluxModel model = SbmlReader.ReadFluxes(c.Model);
        FluxObjective objective = model.Active ?? throw new InputException($"{c.Name}: the model states no objective.");
        Dictionary<string, double> values = ValuesAtStart(model, cancellation);
        Dictionary<string, int> rows = model.Species.Select((s, i) => (s, i)).ToDictionary(x => x.s, x => x.i, StringComparer.Ordinal), columns = new(StringComparer.Ordinal);
        FluxBalance balance = new(model.Species.Count);
        foreach (FluxReaction r in model.Reactions)
            columns[r.Id] = balance.Add(r.Id, r.Lower.At(values), r.Upper.At(values),
                [.. r.Terms.Where(t => rows.ContainsKey(t.Species)).Select(t => (rows[t.Species], t.Sign * t.Stoichiometry.At(values)))]);
        FluxSolution solution = balance.Solve([.. objective.Terms.Select(t => (columns[t.Reaction], t.Weight))], objective.IsMaximum);
        (double worst, string why) = (0, "");
        for (int j = 0; j < expected.Columns.Count; j++)
        {
            string name = expected.Columns[j];
            double wanted = expected.Rows[0][j], got = solution.Why is not null ? double.NaN : columns.TryGetValue(name, out int r) ? solution.Fluxes[r] : name == objective.Id ? solution.Objective
                : throw new InputException($"{c.Name}: '{name}' is neither a reaction nor the active objective.");
            double share = double.IsFinite(wanted) && double.IsFinite(got) ? Math.Abs(got - wanted) / (c.Settings.Absolute + c.Settings.Relative * Math.Abs(wanted)) : 0;
            worst = Math.Max(worst, share);
            if (!ExpectedTable.Agrees(got, wanted, c.Settings.Absolute, c.Settings.Relative))
                (worst, why) = (Math.Max(worst, double.IsNaN(got) ? double.PositiveInfinity : share), string.Create(CultureInfo.InvariantCulture, $"{name} is {got:G9}, not {wanted:G9}."));
        }
        return (worst, why);
    }

    // A run of no length: initial assignments and rules are met as in any other.
    private static Dictionary<string, double> ValuesAtStart(FluxModel model, CancellationToken cancellation)
    {
        IReadOnlyList<string> names = model.Names;
        Course course = new Simulator(new CompiledModel(model.Model, names), new SimulationOptions()).Run(new PersonRun { Seed = 1, Person = 0, End = 0, OutputTimes = [0] }, cancellation);
        if (course.Failure is not null) throw new InputException($"The values at the start are not defined: {course.Failure}");
        return names.Select((n, i) => (n, course.Values[0, i])).ToDictionary(x => x.n, x => x.Item2, StringComparer.Ordinal);
    }
}
