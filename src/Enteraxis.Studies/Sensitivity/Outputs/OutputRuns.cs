using Enteraxis.Numerics;
using Enteraxis.Studies.Calibration;
using Enteraxis.Studies.Calibration.Measures;
using Enteraxis.Studies.Runs;
using Enteraxis.Studies.Tables;
using Enteraxis.Studies.Trials;

namespace Enteraxis.Studies.Sensitivity.Outputs;

/// <summary>Simulates the experiments of a stage at places of the parameters. Every run meets the same people and the same chance: what differs is the parameters.</summary>
/// <remarks>Who is eligible may differ between places, as it would in a trial. Other calibrated parameters stay at the centre, whatever the ensemble holds. What a source adds of its own (a stage's biases) is no part of a run.</remarks>
internal sealed class OutputRuns
{
    private readonly SensitivityFile _file;
    private readonly OutputPlan _plan;
    private readonly CalibrationStage _stage;
    private readonly StageSimulation _simulation;
    private readonly ChunkStore _store;
    private readonly Action<string> _done;
    private readonly CancellationToken _cancellation;

    /// <param name="done">Called after every run with what it was for.</param>
    public OutputRuns(ScienceLibrary library, SensitivityFile file, ChunkStore store, int threads, Action<string> done, CancellationToken cancellation)
    {
        (_file, _plan, _store, _done, _cancellation) = (file, file.Outputs!, store, done, cancellation);
        _stage = _plan.Stage.With(_plan.People) with { Seed = file.Seed };
        _simulation = new StageSimulation(library, _stage, threads);
    }

    /// <summary>The targets that the outputs answer to, in the order of the values.</summary>
    public IReadOnlyList<CalibrationTarget> Outputs => _stage.Targets;

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
            IReadOnlyList<MeasureScene> scenes = _simulation.Run(new TrialReplicate(1, null, null, moved), _cancellation);
            return new OutputValues(Values(scenes), [.. Enumerable.Range(0, _plan.Groups).Select(g => Values([.. scenes.Select(s => s with { People = [.. s.People.Where(p => Group(p) != g)] })]))]);
        }
        catch (InputException) when (mayFail)
        {
            return OutputValues.Failed(Outputs.Count, _plan.Groups);
        }
    }

    // By the person and not by her place in the list, so that a group holds the same people in every run.
    private int Group(FollowedPerson person) => (int)((uint)person.Number % (uint)_plan.Groups);

    private double[] Values(IReadOnlyList<MeasureScene> scenes) => [.. StageSimulation.Measure(_stage, scenes, withError: false).Select(m => m.Value)];
}
