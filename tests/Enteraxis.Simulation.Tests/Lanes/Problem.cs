using Enteraxis.Simulation.Ensembles;
using Enteraxis.Modelling.Antimony;
using Enteraxis.Modelling.Models;
using Enteraxis.Simulation.Solvers;

namespace Enteraxis.Simulation.Tests.Lanes;

/// <summary>A model with people whose parameters differ slightly, to be solved in lanes and compared with something better.</summary>
/// <param name="Vary">The parameter that differs: by two per cent from one person to the next.</param>
/// <param name="Value">Its value in the text.</param>
/// <param name="Times">Days compared, the last one being the end.</param>
/// <param name="Scale">Size below which a state's digits do not count: the absolute tolerance is this times the relative one.</param>
internal sealed record Problem(string Text, string Vary, double Value, double[] Times, double Scale)
{
    // More than there are lanes, so that lanes are filled anew and some stay empty at the end.
    private const int Count = 11;

    private Model? _model;

    /// <summary>Longest step in lanes; by default one twentieth of the span.</summary>
    public double? MaximumStepDays { get; init; }

    public IReadOnlyList<ScheduledChange> Schedule { get; init; } = [];

    public int PeopleCount { get; init; } = Count;

    public Model Model => _model ??= AntimonyReader.ReadText(Text);

    public string[] States => [.. Model.States.Select(s => s.Name)];

    public double ValueOf(int person) => Value * (1 + 0.02 * (person - PeopleCount / 2));

    public SimulationOptions Lanes(double tolerance, int width = 8) => new()
    {
        Method = SolverKind.Rosenbrock, Executor = Executor.Lanes, LaneWidth = width, RelativeTolerance = tolerance, AbsoluteTolerance = tolerance * Scale, MaximumStepDays = MaximumStepDays,
    };

    /// <summary>Courses of all people: [person][time, state].</summary>
    public double[][,] Solve(SimulationOptions options)
    {
        PersonRun[] people =
        [
            .. Enumerable.Range(0, PeopleCount).Select(i => ModelBuilder.Run(Times[^1], Times, (ulong)i) with
            {
                Values = new Dictionary<string, double> { [Vary] = ValueOf(i) }, Schedule = Schedule,
            }),
        ];
        double[][,] courses = new double[PeopleCount][,];
        new EnsembleRunner(new Simulator(new CompiledModel(Model, States), options), 2).Run(people, (i, c) =>
        {
            Assert.Null(c.Failure);
            courses[i] = c.Values;
        });
        return courses;
    }

    /// <summary>The largest difference over people, days and states, each relative to the state's size plus <see cref="Scale"/>.</summary>
    public double Worst(double[][,] found, double[][,] reference)
    {
        double worst = 0;
        for (int person = 0; person < PeopleCount; person++)
            for (int t = 0; t < Times.Length; t++)
                for (int s = 0; s < Model.States.Count; s++)
                {
                    double expected = reference[person][t, s], error = Math.Abs(found[person][t, s] - expected) / (Math.Abs(expected) + Scale);
                    worst = error <= worst ? worst : error; // what is no number stays the worst
                }
        return worst;
    }
}
