namespace Enteraxis.Studies.Calibration.Predicted;

/// <summary>One target and what the model makes of it.</summary>
/// <param name="Value">Of all people together, without any bias of a source; NaN where no stage measures the target.</param>
/// <param name="P05">5 % quantile over the sets of parameters, each with its own people; <paramref name="P95"/>: 95 %.</param>
/// <param name="Error">Monte Carlo error of the value, from resampling the people.</param>
/// <param name="MemberError">Monte Carlo error of one set's value, the middle of the sets: what of the width between P05 and P95 is chance.</param>
/// <param name="People">In the smaller group where two are compared.</param>
/// <param name="Bias">Name of the term that the stage lets a source add, left out here; empty for none.</param>
public sealed record TargetPrediction(string Stage, CalibrationTarget Target, double Value, double P05, double P95, double Error, double MemberError, int People, string Bias)
{
    public bool IsMeasured => People > 0;

    public bool IsHit => Value >= Target.Low && Value <= Target.High;

    /// <summary>hit, miss, or why there is none.</summary>
    public string Verdict => !IsMeasured ? "not measured" : !double.IsFinite(Value) ? "no value" : IsHit ? "hit" : Value < Target.Low ? "miss, below" : "miss, above";
}

/// <param name="Rows">Every row of evidence/calibration_targets.tsv that a stage measures, stage by stage, then those that none does.</param>
/// <param name="Source">Where the sets of parameters come from, a sentence.</param>
public sealed record TargetsResult(IReadOnlyList<TargetPrediction> Rows, int Members, ulong Seed, string Source, string Version);
