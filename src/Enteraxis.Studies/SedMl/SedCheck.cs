using Enteraxis.Numerics;
using Enteraxis.Numerics.Text;

namespace Enteraxis.Studies.SedMl;

/// <summary>Whether a document's references lead somewhere and no task runs itself.</summary>
internal sealed class SedCheck(SedDocument document)
{
    // Each level multiplies the rounds of those within.
    private const int DeepestTasks = 20;
    private const double MostRounds = 1e6;

    private readonly Dictionary<string, double> _rounds = new(StringComparer.Ordinal);
    private int _depth;

    /// <exception cref="InputException">The first fault found.</exception>
    internal void Run()
    {
        Unique("model", document.Models.Select(m => m.Id));
        Unique("simulation", document.Simulations.Select(s => s.Id));
        Unique("task", document.Tasks.Select(t => t.Id));
        Unique("data generator", document.DataGenerators.Select(g => g.Id));
        Unique("output", document.Outputs.Select(o => o.Id));
        string[] models = [.. document.Models.Select(m => m.Id)], simulations = [.. document.Simulations.Select(s => s.Id)], generators = [.. document.DataGenerators.Select(g => g.Id)], tasks = [.. document.Tasks.Select(t => t.Id)];
        foreach (SedTask t in document.Tasks.OfType<SedTask>())
        {
            Known("model", t.Model, models);
            Known("simulation", t.Simulation, simulations);
        }
        foreach (RepeatedTask t in document.Tasks.OfType<RepeatedTask>())
        {
            Known("range", t.MasterRange, [.. t.Ranges.Select(r => r.Id)]);
            foreach (SubTask s in t.SubTasks) Known("task", s.Task, tasks);
            foreach (SetValue c in t.Changes.Concat(t.SubTasks.SelectMany(s => s.Changes))) Known("model", c.Model, models);
            Rounds(t.Id);
        }
        foreach (SedVariable v in document.DataGenerators.SelectMany(g => g.Calculation.Variables))
            if (v.Task.Length > 0) Known("task", v.Task, tasks);
        foreach (string g in document.Outputs.SelectMany(References)) Known("data generator", g, generators);
    }

    private static IEnumerable<string> References(SedOutput output) => output switch
    {
        SedReport r => r.DataSets.Select(d => d.DataGenerator),
        SedPlot p => p.Curves.SelectMany(c => new[] { c.X, c.Y }),
        _ => [],
    };

    /// <summary>How many simulations a task stands for; each task is looked at once, as a few lines of nested tasks may mean more than a machine can count.</summary>
    private double Rounds(string id)
    {
        if (_rounds.TryGetValue(id, out double known)) return known >= 0 ? known : throw Fault($"the task '{Echo.Of(id)}' runs itself; break the circle.");
        _rounds[id] = -1;
        double rounds = 1;
        if (document.Tasks.First(t => t.Id == id) is RepeatedTask r)
        {
            if (++_depth > DeepestTasks) throw Fault($"tasks are nested deeper than {DeepestTasks} levels at '{Echo.Of(id)}'; flatten them.");
            rounds = Length(r.Ranges.First(x => x.Id == r.MasterRange)) * r.SubTasks.Sum(s => Rounds(s.Task));
            _depth--;
        }
        if (rounds > MostRounds) throw Fault(FormattableString.Invariant($"the task '{Echo.Of(id)}' stands for {rounds:G3} simulations, more than the {MostRounds:G} that are run; shorten its ranges."));
        return _rounds[id] = rounds;
    }

    private double Length(SedRange range) => range switch
    {
        UniformRange u => u.Steps + 1.0,
        VectorRange v => v.Values.Count,
        // As long as its column; counted when that is read.
        DataRange => 1,
        _ => throw Fault($"the range '{Echo.Of(range.Id)}' is a function of others and cannot lead a task; name one of those."),
    };

    private void Unique(string what, IEnumerable<string> ids)
    {
        if (ids.GroupBy(i => i).FirstOrDefault(g => g.Count() > 1) is { } twice) throw Fault($"the {what} '{Echo.Of(twice.Key)}' stands twice; keep one.");
    }

    private void Known(string what, string id, string[] ids)
    {
        if (!ids.Contains(id, StringComparer.Ordinal)) throw Fault($"there is no {what} '{Echo.Of(id)}'.{NearestName.Hint(id, ids)}");
    }

    private InputException Fault(string what) => new($"{document.File}: {what}");
}
