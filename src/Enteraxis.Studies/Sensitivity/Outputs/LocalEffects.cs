using Enteraxis.Studies.Calibration;
using Enteraxis.Studies.Sensitivity.Identification;

namespace Enteraxis.Studies.Sensitivity.Outputs;

/// <summary>Slopes and elasticities from two runs a parameter, and the information of the targets that follows from them.</summary>
/// <remarks>Central differences under common random numbers. Errors come from leaving out each group of people in both runs at once.</remarks>
internal static class LocalEffects
{
    public static LocalEffect[][] Of(SensitivityFile file, OutputPlan plan, int outputs, (OutputValues Low, OutputValues High)[] sides) => sides.Length == 0 ? [] : [.. Enumerable.Range(0, outputs).Select(o => sides.Select((s, i) =>
    {
        FreeParameter p = file.Parameters[i];
        double low = p.At(-plan.Step), high = p.At(plan.Step), ratio = low > 0 && high > low ? Math.Log(high / low) : double.NaN;
        double Slope(Func<OutputValues, double> of) => (of(s.High) - of(s.Low)) / (2 * plan.Step);
        double Elasticity(Func<OutputValues, double> of) => of(s.High) > 0 && of(s.Low) > 0 || of(s.High) < 0 && of(s.Low) < 0 ? Math.Log(of(s.High) / of(s.Low)) / ratio : double.NaN;
        return new LocalEffect(Slope(v => v.All[o]), OutputValues.Error(Slope, plan.Groups, o), Elasticity(v => v.All[o]), OutputValues.Error(Elasticity, plan.Groups, o));
    }).ToArray())];

    /// <returns>Null where no target has an error.</returns>
    public static FisherInformation? Information(OutputPlan plan, OutputFindings found, (OutputValues Low, OutputValues High)[] sides)
    {
        int[] told = [.. Enumerable.Range(0, found.Outputs.Count).Where(o => found.Error(o) > 0)];
        if (told.Length == 0) return null;
        double[][] Slopes(Func<OutputValues, int, double> of) => [.. told.Select(o => sides.Select(s => (of(s.High, o) - of(s.Low, o)) / (2 * plan.Step)).ToArray())];
        return FisherInformation.Of(Slopes((v, o) => v.All[o]), [.. told.Select(found.Error)], [.. Enumerable.Range(0, plan.Groups).Select(g => Slopes((v, o) => v.Without[g][o]))]);
    }
}
