using Enteraxis.Numerics.Summaries;
using Enteraxis.Statistics.Components;

namespace Enteraxis.Studies.Trials;

/// <summary>Where the width of a prediction comes from, as variances on the scale of its estimator.</summary>
/// <remarks>
/// Each replicate has a draw of the parameters, people and chance of its own; the first ones are repeated once with the same people and another chance from randomisation on, and once with the same parameters and
/// other people. A nested analysis of variance (<see cref="NestedComponents"/>) tells the three apart, whatever the estimator. Readings of the mechanism: mean square of the variants' differences from the main model
/// over the replicates that they share, less their Monte Carlo error. An estimate may be below 0 and is then below its error.
/// </remarks>
/// <param name="People">Who is in the trial, what their past made of them and the arm that each got.</param>
/// <param name="Chance">What happens to the same people in the same arms.</param>
/// <param name="StandardErrors">Mean squared standard error of the replicates' own, which should agree with people and chance together; NaN where the estimator gives none.</param>
public sealed record WidthParts(VarianceComponent People, VarianceComponent Chance, VarianceComponent Parameters, VarianceComponent Readings, double StandardErrors)
{
    /// <summary>The four with their names, in the order of every table.</summary>
    public IReadOnlyList<(string Name, VarianceComponent Component)> All => [("people", People), ("chance", Chance), ("parameters", Parameters), ("readings", Readings)];

    public static WidthParts Of(Prediction main, IReadOnlyList<Prediction> variants)
    {
        NestedComponents parts = NestedComponents.Of([.. main.Estimates.Select((e, i) => new NestedValue(i, 0, e.Value)), .. main.OtherChance.Select((e, i) => new NestedValue(i, 0, e.Value)), .. main.OtherPeople.Select((e, i) => new NestedValue(i, 1, e.Value))]);
        double[] squares = [.. main.Estimates.Select(e => e.Error * e.Error).Where(double.IsFinite)];
        return new(parts.People, parts.Chance, parts.Sets, VarianceComponent.AboutMain([.. variants.Select(v => Difference(v, main)).OfType<(double, double)>()]), squares.Length == 0 ? double.NaN : Moments.Mean(squares));
    }

    // Variants meet the first replicates of the main model, so that pairs differ by the mechanism and by little chance.
    private static (double, double)? Difference(Prediction variant, Prediction main)
    {
        double[] differences = [.. variant.Estimates.Zip(main.Estimates, (a, b) => a.Value - b.Value).Where(double.IsFinite)];
        return differences.Length < 2 ? null : (Moments.Mean(differences), Moments.StandardDeviation(differences) / Math.Sqrt(differences.Length));
    }
}
