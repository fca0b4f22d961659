using Enteraxis.Numerics;
using Enteraxis.Numerics.Text;
using Enteraxis.Studies.Experiments.Maths;

namespace Enteraxis.Studies.Petab;

/// <summary>Whether a problem's tables fit together; what only the models know is found when they are simulated.</summary>
internal sealed class PetabCheck(PetabProblem problem)
{
    private readonly Dictionary<string, PetabObservable> _observables = problem.Observables.ToDictionary(o => o.Id, StringComparer.Ordinal);

    /// <exception cref="InputException">The first fault found.</exception>
    internal void Run()
    {
        foreach (PetabObservable o in problem.Observables) Walk(o, []);
        foreach (PetabMeasurement m in problem.Measurements)
        {
            if (!_observables.TryGetValue(m.Observable, out PetabObservable? o)) throw Fault(m, $"the observable '{m.Observable}' is in no table of observables.{NearestName.Hint(m.Observable, _observables.Keys)}");
            Count(m, "observableParameters", m.ObservableParameters, o.Placeholders);
            Count(m, "noiseParameters", m.NoiseParameters, o.NoisePlaceholders);
            if (!problem.Experiments.TryGetValue(m.Experiment, out PetabExperiment? e)) throw Fault(m, $"the experiment '{Echo.Of(m.Experiment)}' is in no table of experiments.{NearestName.Hint(m.Experiment, problem.Experiments.Keys)}");
            double first = e.Periods.Select(p => p.Time).Where(double.IsFinite).DefaultIfEmpty(0).First();
            if (m.Time < first) throw Fault(m, FormattableString.Invariant($"the time {m.Time} lies before the start of its experiment at {first}; correct one of them."));
            if (m.Model.Length > 0 && !problem.Models.ContainsKey(m.Model)) throw Fault(m, $"there is no model '{Echo.Of(m.Model)}'.{NearestName.Hint(m.Model, problem.Models.Keys)}");
            if (m.Model.Length == 0 && problem.Models.Count > 1) throw Fault(m, "the problem has several models; name one in the column modelId.");
            if (o.Model.Scale != PetabScale.Linear && m.Value <= 0) throw Fault(m, FormattableString.Invariant($"the measurement {m.Value} has no logarithm, which the noise of '{o.Id}' asks for; it must be above 0."));
        }
    }

    private void Walk(PetabObservable o, List<string> above)
    {
        if (above.Contains(o.Id)) throw new InputException($"The observable '{o.Id}' is defined by itself ({string.Join(" → ", above)} → {o.Id}); break the circle.");
        foreach (string name in o.Formula.Names())
            if (_observables.TryGetValue(name, out PetabObservable? inner)) Walk(inner, [.. above, o.Id]);
    }

    private static void Count(PetabMeasurement m, string column, IReadOnlyList<MathNode> given, IReadOnlyList<string> wanted)
    {
        if (given.Count != wanted.Count) throw Fault(m, FormattableString.Invariant($"column '{column}': {given.Count} values stand here, the formulas of '{m.Observable}' take {wanted.Count}."));
    }

    private static InputException Fault(PetabMeasurement m, string what) => new($"{m.Place}: {what}");
}
