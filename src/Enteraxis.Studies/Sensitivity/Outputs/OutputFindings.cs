using Enteraxis.Studies.Calibration;
using Enteraxis.Studies.Sensitivity.Identification;
using Enteraxis.Statistics.Screening;

namespace Enteraxis.Studies.Sensitivity.Outputs;

/// <summary>All that a study found of the outputs of a stage.</summary>
/// <param name="Bias">By output: standard deviation of what its source may add of its own.</param>
/// <param name="Centre">With all parameters at the centre of their priors.</param>
/// <param name="Screening">By output and parameter; empty where nothing was screened.</param>
/// <param name="Local">By output and parameter; empty where no slopes were taken.</param>
/// <param name="Kept">Places of the parameters that the emulators take.</param>
/// <param name="Emulated">By output; empty without emulators.</param>
/// <param name="Profiles">By kept parameter; empty without emulators.</param>
/// <param name="LeastMisfit">χ² of the targets at the best place of the emulators.</param>
public sealed record OutputFindings(
    IReadOnlyList<CalibrationTarget> Outputs, IReadOnlyList<double> Bias, OutputValues Centre, IReadOnlyList<IReadOnlyList<ElementaryEffect>> Screening, IReadOnlyList<IReadOnlyList<LocalEffect>> Local, FisherInformation? Information,
    IReadOnlyList<int> Kept, IReadOnlyList<EmulatedOutput> Emulated, IReadOnlyList<ParameterProfile> Profiles, double LeastMisfit, int Runs, int Failed)
{
    /// <summary>Error of a target, of the people simulated and of the source's bias together. Not a number for a target without an error, which judges and teaches nothing.</summary>
    public double Error(int output)
    {
        if (!(Outputs[output].Error > 0) || !double.IsFinite(Centre.All[output])) return double.NaN;
        double chance = Centre.Error(output) is var mc && double.IsFinite(mc) ? mc : 0;
        return Math.Sqrt(Outputs[output].Error * Outputs[output].Error + chance * chance + Bias[output] * Bias[output]);
    }
}
