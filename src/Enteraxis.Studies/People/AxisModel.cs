using Enteraxis.Modelling.Antimony;
using Enteraxis.Modelling.Models;
using Enteraxis.Numerics;
using Enteraxis.Simulation;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.People;

/// <summary>A compiled model with the observables of a study and the names of its slots.</summary>
public sealed class AxisModel
{
    // An ordinary course of two years takes a few hundred steps: one that needs a hundred times as many is stuck.
    private const int MaximumSteps = 60_000;

    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);

    /// <param name="executor">Lanes suit thousands of people; one by one is ready sooner, and as fast where runs are short.</param>
    public AxisModel(Model model, IEnumerable<string> observables, Executor executor = Executor.Lanes)
    {
        Model = model;
        Observables = [.. observables.Distinct(StringComparer.Ordinal)];
        for (int i = 0; i < Observables.Count; i++) _columns[Observables[i]] = i;
        Simulator = new Simulator(new CompiledModel(model, Observables), new SimulationOptions { MaximumSteps = MaximumSteps, Executor = executor });
        StateNames = [.. model.States.Select(s => s.Name)];
        ParameterNames = [.. model.Parameters.Select(p => p.Name)];
    }

    public Model Model { get; }
    public Simulator Simulator { get; }
    public IReadOnlyList<string> Observables { get; }
    public IReadOnlyList<string> StateNames { get; }
    public IReadOnlyList<string> ParameterNames { get; }

    /// <summary>Column of <see cref="Course.Values"/>.</summary>
    public int Column(string observable) => _columns[observable];

    public bool Settable(string name) => Model.Find(name)?.Kind is QuantityKind.State or QuantityKind.Parameter;

    /// <summary>Those of the values that this model has a slot for.</summary>
    public Dictionary<string, double> Restrict(IEnumerable<KeyValuePair<string, double>> values) =>
        values.Where(v => Settable(v.Key)).ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal);

    /// <exception cref="InputException">A read-out of the study is no quantity of the model.</exception>
    public static AxisModel Read(string path, ParameterTable parameters, IEnumerable<string> observables, IReadOnlyCollection<string>? freezable = null, Executor executor = Executor.Lanes)
    {
        Model model = AntimonyReader.ReadFile(path, new ReadOptions { ParameterValues = parameters.Values, Freezable = [.. freezable ?? []] });
        return new AxisModel(model, observables, executor);
    }
}
