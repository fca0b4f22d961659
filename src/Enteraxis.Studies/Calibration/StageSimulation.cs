using Enteraxis.Numerics;
using Enteraxis.Studies.Calibration.Measures;
using Enteraxis.Studies.Tables;
using Enteraxis.Studies.Trials;

namespace Enteraxis.Studies.Calibration;

/// <summary>The experiments of a stage, ready to be run with any values of the parameters.</summary>
/// <param name="threads">0: one per processor. Never changes a result.</param>
public sealed class StageSimulation(ScienceLibrary library, CalibrationStage stage, int threads)
{
    private readonly TrialSimulation[] _simulations = [.. stage.Experiments.Select((e, i) => new TrialSimulation(library, library.AxisPath, e.Design, stage.Seed, threads, Readouts(stage, i)))];

    /// <summary>Simulates all experiments.</summary>
    /// <param name="replicate">Decides the people and their chance: members that share it differ in their parameters only.</param>
    /// <exception cref="InputException">So few are eligible that the arms are not filled.</exception>
    public IReadOnlyList<MeasureScene> Run(TrialReplicate replicate, CancellationToken cancellation) =>
        [.. stage.Experiments.Select((_, e) => Run(e, replicate, cancellation))];

    /// <summary>Simulates one experiment.</summary>
    /// <param name="experiment">Place in the stage's list.</param>
    public MeasureScene Run(int experiment, TrialReplicate replicate, CancellationToken cancellation) =>
        Scene(experiment, _simulations[experiment].Follow(replicate, cancellation));

    /// <summary>Every kind of jump that people of an experiment may have.</summary>
    public IReadOnlyList<string> Jumps(int experiment) => _simulations[experiment].Jumps;

    /// <summary>People of one experiment as a scene.</summary>
    public MeasureScene Scene(int experiment, IReadOnlyList<FollowedPerson> people) => new(stage.Experiments[experiment].Design, people, _simulations[experiment].Looks, _simulations[experiment].Column);

    /// <summary>What the targets of the stage ask for, in their order, without any bias.</summary>
    /// <param name="scenes">Of all experiments.</param>
    /// <param name="withError">False leaves out the resampling of people, which takes longer than the values themselves.</param>
    /// <returns>Value and Monte Carlo error of each; NaN where no error was asked for.</returns>
    public static (double Value, double Error)[] Measure(CalibrationStage stage, IReadOnlyList<MeasureScene> scenes, bool withError = true) =>
    [
        .. stage.Experiments.SelectMany((e, i) => e.Measures.Select(m => withError ? m.Of(scenes[i]) : (m.Kind.Value(scenes[i]), double.NaN))),
        .. stage.Contrasts.Select(c => withError ? c.Of(scenes) : (c.Value(scenes), double.NaN)),
    ];

    private static string[] Readouts(CalibrationStage stage, int experiment) =>
    [
        .. stage.Experiments[experiment].Measures.SelectMany(m => m.Kind.Readouts)
            .Concat(stage.Contrasts.Where(c => c.Group.Experiment == experiment || c.Against.Experiment == experiment).SelectMany(c => c.Kind.Readouts)).Distinct(StringComparer.Ordinal),
    ];
}
