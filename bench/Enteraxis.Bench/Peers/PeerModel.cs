using System.Globalization;
using System.Text;
using Enteraxis.Bench.Workloads;
using Enteraxis.Modelling.Compilation;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Models;
using Enteraxis.Simulation;

namespace Enteraxis.Bench.Peers;

/// <summary>A workload written out for peers: C from our graph, people as tables of numbers.</summary>
/// <remarks>
/// Parameters that all people share are constants of the C text, as a modeller would write them, so that the compiler may fold them.
/// Files: model.h; y0.bin [people, states], p.bin [people, parameters], changes.bin [people, changes, 4] of (day, state, kind, value).
/// </remarks>
internal sealed class PeerModel
{
    private const string Header = "model.h";

    private PeerModel(string folder) => Folder = folder;

    public string Folder { get; }

    public static PeerModel Write(Workload workload, string folder)
    {
        Directory.CreateDirectory(folder);
        Model model = workload.Model;
        ExpressionGraph graph = model.Graph;
        Course[] starts = Starts(workload);
        int[] varied = [.. Enumerable.Range(0, model.Parameters.Count).Where(j => starts.Any(s => s.FinalParameters[j] != starts[0].FinalParameters[j]))];
        Dictionary<int, int> place = varied.Select((j, i) => (j, i)).ToDictionary(x => x.j, x => x.i);
        CSource source = new(graph, j => place.TryGetValue(j, out int i) ? $"p[{i}]" : CSource.Literal(starts[0].FinalParameters[j]));
        SparseJacobian jacobian = SparseJacobian.Of(graph, [.. model.States.Select(s => s.Rate)], model.States.Count);
        (int Row, int Column, Expr Entry)[] byColumn = [.. Entries(jacobian).OrderBy(e => e.Column).ThenBy(e => e.Row)];
        int[] columns = [.. Enumerable.Range(0, model.States.Count + 1).Select(c => byColumn.Count(e => e.Column < c))];
        StringBuilder text = new("#include <math.h>\n");
        void Define(string name, int value) => text.Append(CultureInfo.InvariantCulture, $"#define {name} {value}\n");
        void Table(string type, string name, IEnumerable<string> values) => text.Append(CultureInfo.InvariantCulture, $"static const {type} {name}[] = {{{string.Join(",", values)}}};\n");
        Define("STATES", model.States.Count);
        Define("PARAMETERS", Math.Max(1, varied.Length));
        Define("OBSERVABLES", workload.Observables.Count);
        Define("OUTPUTS", workload.OutputTimes.Count);
        Define("CHANGES", workload.People[0].Schedule.Count);
        Define("ENTRIES", byColumn.Length);
        Table("double", "output_day", workload.OutputTimes.Select(CSource.Literal));
        Table("int", "column_start", columns.Select(c => c.ToString(CultureInfo.InvariantCulture)));
        Table("int", "row_of", byColumn.Select(e => e.Row.ToString(CultureInfo.InvariantCulture)));
        text.Append(CultureInfo.InvariantCulture, $"static const double last_day = {CSource.Literal(workload.People[0].End)};\n");
        text.Append(source.Function("rates", [.. model.States.Select(s => s.Rate)]));
        text.Append(source.Function("jacobian", [.. byColumn.Select(e => e.Entry)]));
        text.Append(source.Function("observe", [.. workload.Observables.Select(o => model.Find(o)!.Value)]));
        File.WriteAllText(Path.Combine(folder, Header), text.ToString());
        Numbers(folder, "y0.bin", starts.SelectMany(s => s.FinalStates));
        Numbers(folder, "p.bin", starts.SelectMany(s => varied.Length == 0 ? [0] : varied.Select(j => s.FinalParameters[j])));
        Dictionary<string, int> states = model.States.Select((s, i) => (s.Name, i)).ToDictionary(x => x.Name, x => x.i, StringComparer.Ordinal);
        Numbers(folder, "changes.bin", workload.People.SelectMany(p => p.Schedule).SelectMany(c => new[] { c.Time, states[c.Name], (double)c.Kind, c.Value }));
        return new PeerModel(folder);
    }

    // Initial values are ours: a run of no length.
    private static Course[] Starts(Workload workload)
    {
        Simulator simulator = new(new CompiledModel(workload.Model, workload.Observables), new SimulationOptions());
        return [.. workload.People.Select(p => simulator.Run(p with { End = 0, OutputTimes = [0], Schedule = [] }))];
    }

    private static IEnumerable<(int Row, int Column, Expr Entry)> Entries(SparseJacobian jacobian)
    {
        for (int row = 0; row < jacobian.Size; row++)
            for (int k = jacobian.RowStart[row]; k < jacobian.RowStart[row + 1]; k++)
                yield return (row, jacobian.Columns[k], jacobian.Entries[k]);
    }

    private static void Numbers(string folder, string name, IEnumerable<double> values)
    {
        using BinaryWriter writer = new(File.Create(Path.Combine(folder, name)));
        foreach (double v in values) writer.Write(v);
    }
}
