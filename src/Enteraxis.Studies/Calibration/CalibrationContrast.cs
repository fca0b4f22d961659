using Enteraxis.Studies.Calibration.Measures;
using Enteraxis.Studies.Calibration.Measures.Between;

namespace Enteraxis.Studies.Calibration;

/// <summary>One arm of one experiment of a stage.</summary>
/// <param name="Experiment">Place in the stage's list.</param>
public sealed record GroupPlace(int Experiment, string Arm);

/// <summary>What is computed of two groups of people to be held against a target.</summary>
/// <param name="Target">Id of a row of evidence/calibration_targets.tsv.</param>
public sealed record CalibrationContrast(string Target, IContrast Kind, GroupPlace Group, GroupPlace Against)
{
    /// <param name="scenes">Of all experiments of the stage.</param>
    /// <returns>The value and its Monte Carlo error, from resampling both groups apart.</returns>
    public (double Value, double Error) Of(IReadOnlyList<MeasureScene> scenes)
    {
        MeasureScene[] two = [Scene(scenes, Group), Scene(scenes, Against)];
        return (Kind.Value(two[0], two[1]), ResampledError.Of(two, s => Kind.Value(s[0], s[1])));
    }

    /// <summary>The value alone.</summary>
    public double Value(IReadOnlyList<MeasureScene> scenes) => Kind.Value(Scene(scenes, Group), Scene(scenes, Against));

    private static MeasureScene Scene(IReadOnlyList<MeasureScene> scenes, GroupPlace place) => scenes[place.Experiment] with { OwnArm = place.Arm };
}
