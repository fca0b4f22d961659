using Enteraxis.Numerics.Text;

namespace Enteraxis.Studies.Calibration.Measures.Between;

/// <summary>The words after <c>of:</c> under <c>between:</c> in a stage file and how each kind reads its keys.</summary>
internal static class ContrastKinds
{
    private static readonly Dictionary<string, Func<ContrastText, IContrast>> Readers = new(StringComparer.Ordinal)
    {
        ["difference"] = Difference.Read,
        ["ratio"] = Ratio.Read,
        ["percent_difference"] = PercentDifference.Read,
        ["standardised_difference"] = StandardisedDifference.Read,
        ["ratio_per_step"] = PerStep.ReadRatio,
        ["percent_per_step"] = PerStep.ReadPercent,
    };

    /// <exception cref="Numerics.InputException">An unknown kind, or keys that it does not take.</exception>
    internal static IContrast Read(ContrastText text) => Readers.TryGetValue(text.Of, out Func<ContrastText, IContrast>? read)
        ? read(text)
        : throw text.Fault("of", $"'{Echo.Of(text.Of)}' is unknown; write {string.Join(", ", Readers.Keys)}.");
}
