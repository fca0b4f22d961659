using Enteraxis.Numerics.Summaries;

namespace Enteraxis.Studies.Trials;

/// <summary>Where the width of a prediction comes from, as variances on the scale of its estimator.</summary>
/// <remarks>
/// Each replicate has its own people, chance and draw of the parameters. Its own squared standard error estimates what people and chance alone would scatter; what the replicates scatter beyond the mean of these is
/// what is not known of the parameters (never below 0; its Monte Carlo error is that of a sample variance, √(2/(n − 1))·variance). Readings of the mechanism: the variance of the variants' means, the main model
/// among them, less what the replicates' number makes of it. Between people and chance within a person are not told apart here.
/// </remarks>
/// <param name="Sampling">People and chance; NaN where the estimator gives no error.</param>
/// <param name="Parameters">What is not known of the parameters.</param>
/// <param name="ParametersError">Monte Carlo error of it.</param>
/// <param name="Variants">Readings of the mechanism; NaN where none was run.</param>
public readonly record struct WidthParts(double Sampling, double Parameters, double ParametersError, double Variants)
{
    public static WidthParts Of(Prediction main, IReadOnlyList<Prediction> variants)
    {
        TrialEstimate[] known = [.. main.Estimates.Where(e => double.IsFinite(e.Value))];
        if (known.Length < 2) return new(double.NaN, double.NaN, double.NaN, double.NaN);
        double total = Moments.Variance([.. known.Select(e => e.Value)]);
        double[] squares = [.. known.Select(e => e.Error * e.Error).Where(double.IsFinite)];
        double sampling = squares.Length == 0 ? double.NaN : Moments.Mean(squares);
        return new(sampling, Math.Max(0, total - sampling), Math.Sqrt(2.0 / (known.Length - 1)) * total, OfVariants(main, variants));
    }

    // Variants meet the first replicates of the main model, so that pairs differ by the mechanism and by little chance.
    private static double OfVariants(Prediction main, IReadOnlyList<Prediction> variants)
    {
        if (variants.Count == 0) return double.NaN;
        double sum = 0, noise = 0;
        foreach (Prediction v in variants)
        {
            double[] differences = [.. v.Estimates.Zip(main.Estimates, (a, b) => a.Value - b.Value).Where(double.IsFinite)];
            if (differences.Length < 2) return double.NaN;
            double mean = Moments.Mean(differences);
            sum += mean * mean / variants.Count;
            noise += Moments.Variance(differences) / differences.Length / variants.Count;
        }
        return Math.Max(0, sum - noise);
    }
}
