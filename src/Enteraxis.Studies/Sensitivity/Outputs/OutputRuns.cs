using Enteraxis.Numerics;
using Enteraxis.Studies.Calibration;
using Enteraxis.Studies.Calibration.Measures;
using Enteraxis.Studies.Runs;
using Enteraxis.Studies.Tables;
using Enteraxis.Studies.Trials;

namespace Enteraxis.Studies.Sensitivity.Outputs;

/// <summary>Simulates the experiments of a stage at places of the parameters. Every run meets the same people and the same chance: what differs is the parameters.</summary>
/// <remarks>Who is eligible may differ between places, as it would in a trial. Other calibrated parameters stay at the centre, whatever the ensemble holds.</remarks>
internal sealed class OutputRuns
{
    private readonly SensitivityFile _file;
    private readonly OutputPlan _plan;
    private readonly ChunkStore _store;
    private readonly (CalibrationExperiment Experiment, TrialFile Design, TrialSimulation Simulation)[] _parts;
    private readonly Action<string> _done;
    private readonly CancellationToken _cancellation;

    /// <param name="done">Called after every run with what it was for.</param>
    public OutputRuns(ScienceLibrary library, SensitivityFile file, ChunkStore store, int threads, Action<string> done, CancellationToken cancellation)
    {
        (_file, _plan, _store, _done, _cancellation) = (file, file.Outputs!, store, done, cancellation);
        double all = _plan.Stage.Experiments.Sum(e => e.Design.Arms.Sum(a => a.Size));
        _parts = [.. _plan.Stage.Experiments.Select(e =>
        {
            TrialFile design = e.Design with { Arms = [.. e.Design.Arms.Select(a => a with { Size = Math.Max(1, (int)Math.Round(_plan.People * (a.Size / all) / _plan.Groups)) })] };
            return (e, design, new TrialSimulation(library, library.AxisPath, design, file.Seed, threads, [.. e.Measures.SelectMany(m => m.Kind.Readouts).Distinct()]));
        })];
        Outputs = [.. _plan.Stage.Experiments.SelectMany(e => e.Measures).Select(m => _plan.Stage.Targets.First(t => t.Id == m.Target))];
    }

    /// <summary>The targets that the outputs answer to, in the order of the values.</summary>
    public IReadOnlyList<CalibrationTarget> Outputs { get; }

    /// <summary>Runs that failed, or at whose place too few people were eligible.</summary>
    public int Failed { get; private set; }

    public int Runs { get; private set; }

    /// <param name="name">Of the part in the store.</param>
    /// <param name="z">Places of all parameters of the study, in standard deviations of their priors.</param>
    /// <param name="mayFail">Else bad input shows, as at the centre it must.</param>
    public OutputValues At(string name, string phase, double[] z, bool mayFail = true)
    {
        OutputValues values = OutputValues.Unpack(_store.Get(name, () => Simulate(z, mayFail).Pack()), Outputs.Count);
        Runs++;
        if (values.All.All(double.IsNaN)) Failed++;
        _done(phase);
        return values;
    }

    private OutputValues Simulate(double[] z, bool mayFail)
    {
        _cancellation.ThrowIfCancellationRequested();
        Dictionary<string, double> moved = new(StringComparer.Ordinal);
        for (int i = 0; i < z.Length; i++) moved[_file.Parameters[i].Name] = _file.Parameters[i].At(z[i]);
        try
        {
            List<double> all = [];
            List<double>[] without = [.. Enumerable.Range(0, _plan.Groups).Select(_ => new List<double>())];
            foreach ((CalibrationExperiment experiment, TrialFile design, TrialSimulation simulation) in _parts)
            {
                IReadOnlyList<FollowedPerson>[] groups = [.. Enumerable.Range(0, _plan.Groups).Select(g => simulation.Follow(new TrialReplicate(g + 1, null, null, moved), _cancellation))];
                MeasureScene Scene(int left) => new(design, [.. groups.Where((_, g) => g != left).SelectMany(g => g)], simulation.Looks, simulation.Column);
                all.AddRange(experiment.Measures.Select(m => m.Kind.Value(Scene(-1))));
                for (int g = 0; g < _plan.Groups; g++) without[g].AddRange(experiment.Measures.Select(m => m.Kind.Value(Scene(g))));
            }
            return new OutputValues([.. all], [.. without.Select(w => w.ToArray())]);
        }
        catch (InputException) when (mayFail)
        {
            return OutputValues.Failed(Outputs.Count, _plan.Groups);
        }
    }
}
