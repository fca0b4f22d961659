using Enteraxis.Numerics;
using Enteraxis.Numerics.Text;
using Enteraxis.Studies.Experiments;
using Enteraxis.Studies.Experiments.Maths;

namespace Enteraxis.Studies.SedMl;

/// <summary>Runs one task with all that it repeats, and gathers the values of the variables that are asked of it.</summary>
internal sealed class SedTaskRun(SedDocument document, IReadOnlyDictionary<string, double[]> data, IReadOnlyDictionary<string, SedTaskRun.RunningModel> models, Action<double> report, CancellationToken cancellation)
{
    // Half a gigabyte of numbers.
    private const long MostValues = 64_000_000;
    private const ulong AnotherPass = 1UL << 32;

    private readonly Dictionary<string, double> _ranges = new(StringComparer.Ordinal);
    private long _values;
    private double _done;

    /// <param name="Session">Its observables are the names that variables ask for.</param>
    /// <param name="Begin">Puts the session to the model's start.</param>
    internal sealed record RunningModel(ModelSession Session, Action Begin);

    /// <summary>Values of each observable of a model, and of time behind them, under the task.</summary>
    internal IReadOnlyDictionary<string, SedArray[]> Run(string task)
    {
        foreach (RunningModel m in models.Values) m.Begin();
        return Execute(document.Tasks.First(t => t.Id == task), outermost: true);
    }

    private Dictionary<string, SedArray[]> Execute(SedAbstractTask task, bool outermost) => task is RepeatedTask repeated ? Repeat(repeated, outermost) : Simulate((SedTask)task);

    private Dictionary<string, SedArray[]> Simulate(SedTask task)
    {
        cancellation.ThrowIfCancellationRequested();
        ModelSession session = models[task.Model].Session;
        double[] times;
        double[,] table;
        switch (document.Simulations.First(s => s.Id == task.Simulation))
        {
            case UniformTimeCourse c:
                times = [.. Enumerable.Range(0, c.Steps + 1).Select(i => i == c.Steps ? c.OutputEnd : c.OutputStart + (c.OutputEnd - c.OutputStart) * i / c.Steps)];
                Budget(times.Length, session);
                // The same span once more without a new start: other random numbers than before.
                if (c.InitialTime < session.Time) session.Person += AnotherPass;
                session.SetTime(c.InitialTime);
                table = session.Advance(c.OutputEnd, times, cancellation);
                break;
            case OneStep s:
                times = [session.Time + s.Step];
                table = session.Advance(times[0], times, cancellation);
                break;
            default:
                session.Settle(cancellation);
                times = [session.Time];
                table = new double[1, session.Observables.Count];
                for (int c = 0; c < session.Observables.Count; c++) table[0, c] = session.Value(session.Observables[c]);
                break;
        }
        Budget(times.Length, session);
        int columns = session.Observables.Count;
        SedArray[] arrays = new SedArray[columns + 1];
        for (int c = 0; c < columns; c++) arrays[c] = SedArray.Vector(task.Id, [.. Enumerable.Range(0, times.Length).Select(r => table[r, c])]);
        arrays[columns] = SedArray.Vector(task.Id, times);
        report(++_done);
        return new Dictionary<string, SedArray[]>(StringComparer.Ordinal) { [task.Model] = arrays };
    }

    private Dictionary<string, SedArray[]> Repeat(RepeatedTask task, bool outermost)
    {
        SedRange master = task.Ranges.First(r => r.Id == task.MasterRange);
        int rounds = master switch { UniformRange u => u.Steps + 1, VectorRange v => v.Values.Count, DataRange d => Column(d).Length, _ => 0 };
        List<Dictionary<string, SedArray[]>> results = [];
        for (int i = 0; i < rounds; i++)
        {
            if (task.Reset && !(outermost && i == 0))
                foreach (string model in Models(task)) models[model].Begin();
            foreach (SedRange r in task.Ranges.OrderBy(r => r is FunctionalRange)) _ranges[r.Id] = ValueOf(r, i);
            Set(task.Changes);
            Dictionary<string, List<SedArray[]>> parts = new(StringComparer.Ordinal);
            foreach (SubTask sub in task.SubTasks)
            {
                Set(sub.Changes);
                foreach ((string model, SedArray[] arrays) in Execute(document.Tasks.First(t => t.Id == sub.Task), outermost: false)) (parts.TryGetValue(model, out var list) ? list : parts[model] = []).Add(arrays);
            }
            results.Add(parts.ToDictionary(p => p.Key, p => p.Value.Count == 1 ? p.Value[0] : Join(task.Id + " subtasks", task.Concatenate, p.Value), StringComparer.Ordinal));
        }
        return results.SelectMany(r => r.Keys).Distinct().ToDictionary(m => m, m => Join(task.Id, task.Concatenate, [.. results.Where(r => r.ContainsKey(m)).Select(r => r[m])]), StringComparer.Ordinal);
    }

    private static SedArray[] Join(string dimension, bool concatenate, IReadOnlyList<SedArray[]> parts) =>
        [.. Enumerable.Range(0, parts[0].Length).Select(c => concatenate ? SedArray.Concatenate(dimension, [.. parts.Select(p => p[c])]) : SedArray.Stack(dimension, [.. parts.Select(p => p[c])]))];

    private IEnumerable<string> Models(SedAbstractTask task) => task is SedTask t ? [t.Model] : ((RepeatedTask)task).SubTasks.SelectMany(s => Models(document.Tasks.First(x => x.Id == s.Task))).Concat(((RepeatedTask)task).Changes.Select(c => c.Model)).Distinct();

    private double ValueOf(SedRange range, int i) => range switch
    {
        UniformRange u => u.At(Math.Min(i, u.Steps)),
        VectorRange v => v.Values[Math.Min(i, v.Values.Count - 1)],
        DataRange d => Column(d)[Math.Min(i, Column(d).Length - 1)],
        FunctionalRange f => Evaluate(f.Calculation, 0),
        _ => throw new InvalidOperationException(range.GetType().Name),
    };

    private double[] Column(DataRange d) => data.TryGetValue(d.Source, out double[]? column) && column.Length > 0 ? column : throw new InputException($"{document.File}: the range '{Echo.Of(d.Id)}' reads '{Echo.Of(d.Source)}', which is no column of data with values in it.{NearestName.Hint(d.Source, data.Keys)}");

    // All by the state before any of them.
    private void Set(IReadOnlyList<SetValue> changes)
    {
        List<(ModelSession Session, string Name, double Value)> values = [];
        foreach (SetValue c in changes)
        {
            ModelSession session = models[c.Model].Session;
            values.Add((session, Guard(c.Line, () => SedTarget.NameIn(session.Model, c.Target, c.Symbol)), Evaluate(c.Calculation, c.Line)));
        }
        foreach (var group in values.GroupBy(v => v.Session))
            group.Key.Set(group.GroupBy(v => v.Name).ToDictionary(g => g.Key, g => g.Last().Value, StringComparer.Ordinal));
    }

    private double Evaluate(SedCalculation calculation, int line)
    {
        Dictionary<string, double> values = calculation.Parameters.ToDictionary(p => p.Id, p => p.Value, StringComparer.Ordinal);
        foreach (SedVariable v in calculation.Variables)
        {
            ModelSession session = models.TryGetValue(v.Model, out RunningModel? m) ? m.Session : throw Fault(v.Line, $"the variable '{Echo.Of(v.Id)}' names no model; add modelReference.");
            values[v.Id] = Guard(v.Line, () => SedTarget.NameIn(session.Model, v.Target, v.Symbol) is var name && name == SedTarget.Time ? session.Time : session.Value(name));
        }
        return MathEvaluation.Of(calculation.Math, n => values.TryGetValue(n, out double v) || _ranges.TryGetValue(n, out v) ? v : throw Fault(line, $"'{Echo.Of(n)}' is no range, variable or parameter here.{NearestName.Hint(n, values.Keys.Concat(_ranges.Keys))}"));
    }

    private void Budget(int rows, ModelSession session)
    {
        if (_values + (long)rows * (session.Observables.Count + 1) > MostValues) throw new InputException(FormattableString.Invariant($"{document.File}: the tasks give more than {MostValues:N0} values; shorten their ranges or ask for fewer steps."));
        _values += (long)rows * (session.Observables.Count + 1);
    }

    private T Guard<T>(int line, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (InputException e)
        {
            throw Fault(line, e.Message);
        }
    }

    private InputException Fault(int line, string what) => line > 0 ? InputException.At(document.File, line, 0, what) : new InputException($"{document.File}: {what}");
}
