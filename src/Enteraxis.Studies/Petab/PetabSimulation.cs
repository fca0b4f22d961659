using Enteraxis.Modelling;
using Enteraxis.Modelling.Models;
using Enteraxis.Numerics;
using Enteraxis.Simulation;
using Enteraxis.Studies.Experiments;
using Enteraxis.Studies.People;

namespace Enteraxis.Studies.Petab;

/// <summary>Simulates a problem at a vector of parameters and compares it with its measurements.</summary>
/// <remarks>
/// A condition that falls on a time of measurement applies before it, and events of the model after the condition. In version 2 the values of a condition are
/// evaluated by the state just before it and assigned at once; a changed compartment leaves concentrations as they are. Jumps and drives are off: the likelihood
/// is that of the deterministic course. Models are read once; one object serves one thread.
/// </remarks>
public sealed class PetabSimulation
{
    private readonly PetabProblem _problem;
    private readonly Dictionary<string, Model> _models = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ModelSession> _sessions = new(StringComparer.Ordinal);
    private readonly SimulationOptions _options;

    public PetabSimulation(PetabProblem problem, SimulationOptions? options = null)
    {
        _problem = problem;
        _options = options ?? new SimulationOptions { RelativeTolerance = 1e-9, AbsoluteTolerance = 1e-12 };
        foreach ((string id, string path) in problem.Models) _models[id] = ModelFile.Read(path);
    }

    /// <summary>Values of the parameter table.</summary>
    /// <exception cref="InputException">A parameter without one.</exception>
    public Dictionary<string, double> Nominal() => _problem.Parameters.ToDictionary(p => p.Id, p => p.Nominal ?? throw new InputException($"The parameter '{p.Id}' has no nominal value to simulate with; give one in the table."), StringComparer.Ordinal);

    /// <param name="parameters">Values on the linear scale by id; null for the table's.</param>
    /// <exception cref="InputException">A formula or condition names what is not there, or a simulation stops.</exception>
    public PetabResult Run(IReadOnlyDictionary<string, double>? parameters = null, IProgress<StudyProgress>? progress = null, CancellationToken cancellation = default)
    {
        IReadOnlyDictionary<string, double> values = parameters ?? Nominal();
        PetabPoint?[] points = new PetabPoint?[_problem.Measurements.Count];
        var groups = _problem.Measurements.Select((m, i) => (Measurement: m, Index: i)).GroupBy(x => (Model: ModelOf(x.Measurement), x.Measurement.Experiment)).ToArray();
        for (int g = 0; g < groups.Length; g++)
        {
            progress?.Report(new StudyProgress((double)g / groups.Length, "Simulating the experiments"));
            PetabScope scope = new(_problem, values);
            ExperimentCourse course = new(Session(groups[g].Key.Model, scope), _problem, scope, values);
            course.Run(_problem.Experiments[groups[g].Key.Experiment], [.. groups[g].Select(x => x.Measurement)], (m, point) =>
            {
                foreach (var x in groups[g])
                    if (ReferenceEquals(x.Measurement, m)) points[x.Index] = point;
            }, cancellation);
        }
        return new PetabResult
        {
            Points = [.. points.Select(p => p!)],
            LogPriors = _problem.Parameters.Where(p => p.Estimate && p.Prior is not null).ToDictionary(p => p.Id, p => p.Prior!.LogDensity(p.Prior.OnScale ? p.Scaled(values[p.Id]) : values[p.Id]), StringComparer.Ordinal),
        };
    }

    private string ModelOf(PetabMeasurement m) => m.Model.Length > 0 ? m.Model : _problem.Models.Keys.FirstOrDefault() ?? throw new InputException($"The problem '{_problem.Name}' names no model; add one.");

    private ModelSession Session(string id, PetabScope scope)
    {
        if (_sessions.TryGetValue(id, out ModelSession? known)) return known;
        Model model = _models[id];
        IReadOnlyList<string> reads = scope.Reads(_problem.Measurements.Where(m => ModelOf(m) == id), name => model.Find(name) is not null);
        return _sessions[id] = new ModelSession(model, reads, _options, randomness: false);
    }
}
