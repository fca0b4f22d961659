using Enteraxis.Numerics.Text;
using Enteraxis.Studies.Tables;
using Enteraxis.Studies.Trials;
using Enteraxis.Studies.Yaml;

namespace Enteraxis.Studies.Calibration.Measures;

/// <summary>The words after <c>of:</c> in a stage file and how each kind reads its keys.</summary>
internal static class MeasureKinds
{
    private static readonly Dictionary<string, Func<MeasureText, IMeasure>> Readers = new(StringComparer.Ordinal)
    {
        ["mean_change"] = MeanChange.Read,
        ["sd_change"] = SdChange.Read,
        ["dispersion_change"] = DispersionOfChanges.Read,
        ["mean_level"] = MeanLevel.Read,
        ["percent_of_means"] = PercentOfMeans.Read,
        ["median_percent_change"] = MedianPercentChange.Read,
        ["ratio_of_changes"] = RatioOfChanges.Read,
        ["share_worsening"] = ShareWorsening.Read,
        ["median_years"] = MedianYears.Read,
        ["residual"] = ResidualAfterJump.Read,
        ["yearly_amplitude"] = YearlyAmplitude.Read,
        ["percent_of_readout"] = PercentOfReadout.Read,
        ["share_with_rise"] = ShareWithRise.Read,
        ["percent_of_levels"] = PercentOfLevels.Read,
        ["percent_of_rates"] = PercentOfRates.Read,
        ["median_years_to_progression"] = ProgressionTimes.ReadMedian,
        ["hazard_of_progression"] = ProgressionTimes.ReadHazard,
        ["independent_to_associated"] = IndependentToAssociated.Read,
        ["hazard_ratio_per_jump"] = HazardPerJump.Read,
    };

    /// <exception cref="Numerics.InputException">An unknown kind, or keys that it does not take.</exception>
    internal static IMeasure Read(YamlMap map, TrialFile design, ScienceLibrary library)
    {
        string of = map.Required("of");
        return Readers.TryGetValue(of, out Func<MeasureText, IMeasure>? read)
            ? read(new MeasureText(map, design, library))
            : throw map.Fault("of", $"'{Echo.Of(of)}' is unknown; write {string.Join(", ", Readers.Keys)}.");
    }
}
