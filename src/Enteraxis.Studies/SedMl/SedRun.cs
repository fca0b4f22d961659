using Enteraxis.Numerics;
using Enteraxis.Numerics.Text;
using Enteraxis.Simulation;
using Enteraxis.Studies.Experiments;
using Enteraxis.Studies.Experiments.Maths;
using Enteraxis.Studies.People;

namespace Enteraxis.Studies.SedMl;

/// <summary>Runs a document: every task that an output needs, its data generators, its reports and plots.</summary>
public static class SedRun
{
    private static readonly SimulationOptions Defaults = new() { RelativeTolerance = 1e-7, AbsoluteTolerance = 1e-10 };

    /// <param name="settings">Values that replace the models' own at their start, as --set gives them.</param>
    /// <exception cref="InputException">A model cannot be read, a reference leads nowhere, or a simulation stops.</exception>
    public static SedResult Run(SedDocument document, IReadOnlyDictionary<string, double>? settings = null, IProgress<StudyProgress>? progress = null, CancellationToken cancellation = default)
    {
        List<string> warnings = [];
        Dictionary<string, double[]> data = SedDataReader.Read(document);
        SedModelLoader loader = new(document);
        Dictionary<(string Id, bool Fires), SedModelLoader.Loaded> read = [];
        Dictionary<(string Generator, string Variable), SedArray> values = [];
        var asked = document.DataGenerators.SelectMany(g => g.Calculation.Variables.Select(v => (Generator: g.Id, Variable: v))).ToArray();
        foreach (var (generator, v) in asked.Where(a => a.Variable.Task.Length == 0))
            values[(generator, v.Id)] = SedArray.Vector("data", v.Target.StartsWith('#') && data.TryGetValue(v.Target[1..], out double[]? column) ? column : throw Fault(document, v, "it names neither a task nor a column of data; add taskReference"));
        var byTask = asked.Where(a => a.Variable.Task.Length > 0).GroupBy(a => a.Variable.Task).ToArray();
        for (int t = 0; t < byTask.Length; t++)
        {
            SedAbstractTask task = document.Tasks.First(x => x.Id == byTask[t].Key);
            SedTask[] leaves = [.. Leaves(document, task).DistinctBy(l => l.Id)];
            string[] used = [.. Used(document, task).Distinct()];
            if (leaves.Length == 0) throw new InputException($"{document.File}: the task '{Echo.Of(task.Id)}' runs nothing; give it a subtask.");
            Dictionary<string, SedModelLoader.Loaded> models = used.ToDictionary(id => id, id =>
            {
                bool fires = SimulationOf(document, leaves, id) is { } s && Kisao.Map(s.Algorithm, Defaults).Stochastic;
                return read.TryGetValue((id, fires), out SedModelLoader.Loaded? known) ? known : read[(id, fires)] = loader.Load(id, fires);
            }, StringComparer.Ordinal);
            Dictionary<string, List<string>> columns = used.ToDictionary(m => m, _ => new List<string>(), StringComparer.Ordinal);
            List<(string Generator, SedVariable Variable, string Model, int Column)> places = [];
            foreach (var (generator, v) in byTask[t])
            {
                string model = v.Model.Length > 0 ? v.Model : leaves[0].Model;
                if (!columns.TryGetValue(model, out List<string>? names)) throw Fault(document, v, $"its model '{Echo.Of(model)}' is not run by its task");
                string name = Guard(document, v, () => SedTarget.NameIn(models[model].Model, v.Target, v.Symbol));
                if (name != SedTarget.Time && !names.Contains(name)) names.Add(name);
                places.Add((generator, v, model, name == SedTarget.Time ? -1 : names.IndexOf(name)));
            }
            Dictionary<string, SedTaskRun.RunningModel> running = new(StringComparer.Ordinal);
            foreach (string id in used) running[id] = Start(document, leaves, id, models[id], columns[id], settings ?? new Dictionary<string, double>(), warnings);
            double before = t, of = byTask.Length;
            SedTaskRun run = new(document, data, running, done => progress?.Report(new StudyProgress((before + done / (done + 10)) / of, "Running the tasks")), cancellation);
            IReadOnlyDictionary<string, SedArray[]> results = run.Run(task.Id);
            foreach (var (generator, v, model, column) in places)
            {
                SedArray array = results[model][column < 0 ? columns[model].Count : column];
                values[(generator, v.Id)] = v.Reduction.Length == 0 ? array
                    : MathAggregates.Has(v.Reduction) ? array.Reduce(v.Dimensions, x => MathAggregates.Apply(v.Reduction, x)) : throw Fault(document, v, $"its function '{Echo.Of(v.Reduction)}' over dimensions is not known");
            }
        }
        Dictionary<string, SedArray> generated = document.DataGenerators.ToDictionary(g => g.Id, g => SedGeneration.Of(document, g, id => values[(g.Id, id)]), StringComparer.Ordinal);
        return new SedResult(
            [.. document.Outputs.OfType<SedReport>().Select(r => new SedReportResult(r.Id, r.Name, [.. r.DataSets.Select(d => (d.Label.Length > 0 ? d.Label : d.DataGenerator, generated[d.DataGenerator]))]))],
            [.. document.Outputs.OfType<SedPlot>().Select(p => new SedPlotResult(p.Id, p.Name, p.LogX, p.LogY, [.. p.Curves.Select(c => new SedCurveResult(NameOf(document, c.Name, c.Y), NameOf(document, "", c.X), generated[c.X], generated[c.Y]))]))],
            [.. warnings.Distinct()]);
    }

    private static SedTaskRun.RunningModel Start(SedDocument document, SedTask[] leaves, string id, SedModelLoader.Loaded model, IReadOnlyList<string> columns, IReadOnlyDictionary<string, double> settings, List<string> warnings)
    {
        SedSimulation? simulation = SimulationOf(document, leaves, id);
        KisaoMethod method = Kisao.Map(simulation?.Algorithm ?? new SedAlgorithm("KISAO:0000560", []), Defaults);
        warnings.AddRange(method.Warnings);
        ModelSession session = new(model.Model, columns, method.Options, method.Seed);
        Dictionary<string, double> start = new(model.StartValues, StringComparer.Ordinal);
        foreach ((string name, double value) in settings)
            if (model.Model.Find(name) is not null) start[name] = value;
            else if (document.Models.Count == 1) throw new InputException($"--set: the model '{model.Model.Name}' has no quantity '{Echo.Of(name)}'.{NearestName.Hint(name, model.Model.Names)}");
        double time = (simulation as UniformTimeCourse)?.InitialTime ?? 0;
        ulong round = 0;
        return new SedTaskRun.RunningModel(session, () =>
        {
            session.Person = round++;
            session.Start(time, start);
        });
    }

    private static SedSimulation? SimulationOf(SedDocument document, SedTask[] leaves, string model) =>
        leaves.Where(l => l.Model == model).Select(l => document.Simulations.First(s => s.Id == l.Simulation)).FirstOrDefault();

    private static IEnumerable<SedTask> Leaves(SedDocument document, SedAbstractTask task) => task is SedTask t ? [t]
        : ((RepeatedTask)task).SubTasks.Select(s => s.Task).Distinct().SelectMany(id => Leaves(document, document.Tasks.First(x => x.Id == id)));

    // Models that are simulated, set or read.
    private static IEnumerable<string> Used(SedDocument document, SedAbstractTask task)
    {
        if (task is SedTask leaf) return [leaf.Model];
        RepeatedTask r = (RepeatedTask)task;
        SetValue[] changes = [.. r.Changes, .. r.SubTasks.SelectMany(s => s.Changes)];
        IEnumerable<SedVariable> read = changes.SelectMany(c => c.Calculation.Variables).Concat(r.Ranges.OfType<FunctionalRange>().SelectMany(f => f.Calculation.Variables));
        return [.. r.SubTasks.Select(s => s.Task).Distinct().SelectMany(id => Used(document, document.Tasks.First(x => x.Id == id))), .. changes.Select(c => c.Model), .. read.Select(v => v.Model).Where(m => document.Models.Any(x => x.Id == m))];
    }

    private static string NameOf(SedDocument document, string name, string generator) => name.Length > 0 ? name : document.DataGenerators.First(g => g.Id == generator) is { Name.Length: > 0 } g ? g.Name : generator;

    private static T Guard<T>(SedDocument document, SedVariable v, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (InputException e)
        {
            throw InputException.At(document.File, Math.Max(1, v.Line), 0, e.Message);
        }
    }

    private static InputException Fault(SedDocument document, SedVariable v, string what) => InputException.At(document.File, Math.Max(1, v.Line), 0, $"the variable '{Echo.Of(v.Id)}' has no values: {what}.");
}
