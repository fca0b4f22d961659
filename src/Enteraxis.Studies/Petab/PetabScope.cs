using Enteraxis.Numerics;
using Enteraxis.Numerics.Text;
using Enteraxis.Studies.Experiments.Maths;

namespace Enteraxis.Studies.Petab;

/// <summary>What a name means in a formula of a problem, from near to far: placeholder, time, observable, what only a condition gives, the model, the parameter table.</summary>
internal sealed class PetabScope(PetabProblem problem, IReadOnlyDictionary<string, double> parameters)
{
    private readonly Dictionary<string, PetabObservable> _observables = problem.Observables.ToDictionary(o => o.Id, StringComparer.Ordinal);

    /// <summary>Values that a condition gives to names that are neither the model's nor the table's.</summary>
    internal Dictionary<string, double> Extras { get; } = new(StringComparer.Ordinal);

    internal string ModelName(string name) => problem.Mapping.GetValueOrDefault(name, name);

    internal PetabObservable Observable(string id) => _observables[id];

    /// <summary>Names of the model that formulas of the given measurements may read.</summary>
    internal IReadOnlyList<string> Reads(IEnumerable<PetabMeasurement> measurements, Func<string, bool> isModels)
    {
        HashSet<string> names = new(StringComparer.Ordinal), done = new(StringComparer.Ordinal);
        void Add(string name)
        {
            if (!done.Add(name)) return;
            if (_observables.TryGetValue(name, out PetabObservable? o))
                foreach (string inner in o.Formula.Names().Concat(o.Noise.Names())) Add(inner);
            else if (isModels(ModelName(name))) names.Add(ModelName(name));
        }
        foreach (PetabMeasurement m in measurements)
        {
            Add(m.Observable);
            foreach (MathNode node in m.ObservableParameters.Concat(m.NoiseParameters))
                foreach (string name in node.Names()) Add(name);
        }
        return [.. names];
    }

    /// <param name="model">Value of a model's quantity; null where it has none of that name.</param>
    internal double Evaluate(MathNode node, double time, Func<string, double?> model, IReadOnlyDictionary<string, double>? placeholders = null) => MathEvaluation.Of(node, name =>
    {
        if (placeholders is not null && placeholders.TryGetValue(name, out double given)) return given;
        if (name == "time") return time;
        if (_observables.TryGetValue(name, out PetabObservable? o)) return Evaluate(o.Formula, time, model, placeholders);
        if (Extras.TryGetValue(name, out double extra)) return extra;
        return model(ModelName(name)) ?? (parameters.TryGetValue(name, out double value) ? value
            : throw new InputException($"'{Echo.Of(name)}' in a formula of '{problem.Name}' is neither in the model nor in the parameter table.{NearestName.Hint(name, parameters.Keys.Concat(_observables.Keys))}"));
    });
}
