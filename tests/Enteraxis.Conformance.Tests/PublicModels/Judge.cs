using System.Globalization;
using Enteraxis.Modelling.Antimony;
using Enteraxis.Modelling.Antimony.Write;
using Enteraxis.Modelling.Compilation;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Models;
using Enteraxis.Modelling.Sbml;
using Enteraxis.Modelling.Sbml.Write;
using Enteraxis.Numerics;
using Enteraxis.Simulation;
using Enteraxis.Simulation.Ensembles;

namespace Enteraxis.Conformance.Tests.PublicModels;

/// <summary>Puts one public model through everything: reading, both round trips, evaluation in two ways, and a course to 100 time units in three.</summary>
internal sealed class Judge(string scratch)
{
    public const double End = 100, RelativeTolerance = 1e-8, Agreement = 1e-5;
    private const int Points = 100, Places = 5, MostSteps = 300_000;

    // Far more than any takes: a hang is told, not waited for.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    public Judgement Of(string file)
    {
        Judgement judgement = new(Path.GetFileNameWithoutExtension(file));
        try
        {
            Model model = AntimonyReader.ReadFile(file);
            judgement = judgement with { Changed = Changed(model), Evaluated = Evaluated(model) };
            return Runs(model, judgement);
        }
        catch (InputException e)
        {
            return judgement with { Refused = e.Message };
        }
        catch (OperationCanceledException)
        {
            return judgement with { RunsApart = "no end after two minutes" };
        }
    }

    private string? Changed(Model model)
    {
        Model text = AntimonyReader.ReadText(AntimonyWriter.Write(model), "again.ant");
        Identifiers names = AntimonyWriter.NamesOf(model);
        if (new Meaning(model, text, n => names[n]).Differences() is [string first, ..]) return "Antimony: " + first;
        string path = Path.Combine(scratch, "model.xml");
        File.WriteAllText(path, SbmlWriter.Write(model));
        Identifiers ids = SbmlWriter.NamesOf(model);
        return new Meaning(model, SbmlReader.ReadFile(path), n => ids[n]).Differences() is [string other, ..] ? "SBML: " + other : null;
    }

    /// <summary>Every formula at random places, by the interpreter and by compiled code. Delayed values have no place in either.</summary>
    private static unsafe string? Evaluated(Model model)
    {
        List<Expr> formulas = [.. model.States.Select(s => s.Rate), .. model.Assigned.Select(a => a.Value), .. model.Events.Select(e => e.Trigger), .. model.Events.SelectMany(e => e.Assignments).Select(a => a.Value)];
        formulas.RemoveAll(f => Traversal.PostOrder(model.Graph, f).Any(e => model.Graph.OperatorOf(e) is Operator.Delay || ExpressionGraph.IsDraw(model.Graph.OperatorOf(e))));
        ModelFunction interpreted = Interpreter.Build(model.Graph, formulas), compiled = ExpressionCompiler.Compile(model.Graph, formulas);
        double[] y = new double[model.States.Count + 1], p = new double[model.Parameters.Count + 1], a = new double[formulas.Count + 1], b = new double[formulas.Count + 1];
        for (int seed = 1; seed <= Places; seed++)
        {
            Place place = Place.Random(model, seed);
            for (int i = 0; i < model.States.Count; i++) y[i] = place[model.States[i].Name];
            for (int i = 0; i < model.Parameters.Count; i++) p[i] = place[model.Parameters[i].Name];
            fixed (double* states = y, parameters = p, first = a, second = b)
            {
                interpreted(place.Time, states, parameters, first);
                compiled(place.Time, states, parameters, second);
            }
            for (int i = 0; i < formulas.Count; i++)
                if (!a[i].Equals(b[i]) && !(Math.Abs(a[i] - b[i]) <= 1e-12 * Math.Max(Math.Abs(a[i]), Math.Abs(b[i]))))
                    return string.Create(CultureInfo.InvariantCulture, $"formula {i} is {a[i]:R} and {b[i]:R}");
        }
        return null;
    }

    private static Judgement Runs(Model model, Judgement judgement)
    {
        string[] states = [.. model.States.Select(s => s.Name)];
        (double[] start, _) = Place.Start(model);
        double[] sizes = [.. start.Where(v => v != 0 && double.IsFinite(v)).Select(Math.Abs).Order().DefaultIfEmpty(1)];
        // Models count in moles per litre or in molecules: what is nothing is told by the middle of the first values.
        double nothing = Math.Min(1e-10, 1e-9 * sizes[sizes.Length / 2]);
        SimulationOptions options = new() { RelativeTolerance = RelativeTolerance, AbsoluteTolerance = nothing, MaximumSteps = MostSteps };
        PersonRun run = new() { Seed = 1, Person = 0, End = End, OutputTimes = [.. Enumerable.Range(0, Points + 1).Select(i => End * i / Points)] };
        CompiledModel compiledModel = new(model, states);
        using CancellationTokenSource patience = new(Patience);
        Course compiled = new Simulator(compiledModel, options).Run(run, patience.Token);
        judgement = judgement with { Undefined = compiled.Failure };
        // The interpreter would try as often, a hundred times slower.
        if (compiled.Cause == FailureCause.TooManySteps) return judgement;
        Course interpreted = new Simulator(new CompiledModel(model, states, Evaluation.Interpreted), options).Run(run, patience.Token);
        judgement = judgement with { InterpretedDistance = Distance(compiled, interpreted, options.AbsoluteTolerance).Most };
        if (compiled.Failure is null != interpreted.Failure is null) return judgement with { RunsApart = $"compiled: {compiled.Failure ?? "to its end"}; interpreted: {interpreted.Failure ?? "to its end"}" };
        return compiled.Failure is null ? InLanes(compiledModel, options, run, compiled, judgement) : judgement;
    }

    private static Judgement InLanes(CompiledModel model, SimulationOptions options, PersonRun run, Course compiled, Judgement judgement)
    {
        Course? course = null;
        EnsembleSummary summary = new EnsembleRunner(new Simulator(model, options with { Executor = Executor.Lanes }), new EnsembleOptions { Threads = 1, MostFailed = 1 })
            .Run([run], (_, c) => course = c);
        if (course!.Failure is { } why) return judgement with { RunsApart = $"lanes: {why}" };
        (double most, int state) = Distance(compiled, course, options.AbsoluteTolerance);
        return judgement with { LaneDistance = most, FarthestState = state < 0 ? null : model.Observables[state], NotInLanes = course.FirstTry is { } gaveUp ? $"given up and run again one by one: {gaveUp}" : summary.Work.Width > 1 ? null : summary.Work.How };
    }

    /// <summary>Largest difference of two courses in parts of each state's largest value, and the state.</summary>
    /// <remarks>What lies within a hundred absolute tolerances is nothing: a state that is zero but for rounding has no scale. Rows that neither reached are equal.</remarks>
    private static (double Most, int State) Distance(Course a, Course b, double absoluteTolerance)
    {
        (double Most, int State) most = (0, -1);
        for (int c = 0; c < a.Values.GetLength(1); c++)
        {
            double scale = 0, apart = 0;
            for (int r = 0; r < a.Values.GetLength(0); r++)
            {
                double x = a.Values[r, c], y = b.Values[r, c];
                if (x.Equals(y)) { scale = Math.Max(scale, Math.Abs(x)); continue; }
                scale = Math.Max(scale, Math.Max(Math.Abs(x), Math.Abs(y)));
                apart = double.IsNaN(x) || double.IsNaN(y) ? double.PositiveInfinity : Math.Max(apart, Math.Abs(x - y));
            }
            if (apart > 100 * absoluteTolerance && apart / scale > most.Most) most = (apart / scale, c);
        }
        return most;
    }
}
