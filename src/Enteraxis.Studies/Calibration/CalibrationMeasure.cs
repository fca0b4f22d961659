using Enteraxis.Studies.Calibration.Measures;

namespace Enteraxis.Studies.Calibration;

/// <summary>What is computed of an experiment's people to be held against a target.</summary>
/// <param name="Target">Id of a row of evidence/calibration_targets.tsv.</param>
public sealed record CalibrationMeasure(string Target, IMeasure Kind)
{
    /// <returns>The value and its Monte Carlo error.</returns>
    public (double Value, double Error) Of(MeasureScene scene) => (Kind.Value(scene), ResampledError.Of([scene], s => Kind.Value(s[0])));
}
