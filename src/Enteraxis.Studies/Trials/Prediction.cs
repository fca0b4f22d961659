using Enteraxis.Numerics.Summaries;

namespace Enteraxis.Studies.Trials;

/// <summary>What simulated replicates of a trial say of one comparison, beside what was published.</summary>
/// <remarks>
/// The rules of docs/design/scoreboard.md: a hit is a published estimate inside the central 90 % of the replicates' estimates, each from as many people as the trial had and a draw of
/// the uncertain parameters of its own. Interval score: Gneiting and Raftery, JASA 102:359 (2007), equation 43, at α = 0.1; log score: of a normal law with the mean and spread of the
/// replicates, on the logarithm of ratios. Lower is better for both.
/// </remarks>
public sealed record Prediction
{
    private const double Alpha = 0.1;

    public required string Variant { get; init; }
    public required TrialContrast Contrast { get; init; }
    public required PublishedTrial Published { get; init; }

    /// <summary>On the scale of the estimator, in the order of the replicates; infinite where an arm had no events, NaN where nothing could be said.</summary>
    public required IReadOnlyList<TrialEstimate> Estimates { get; init; }

    /// <summary>For the first replicates: the same parameters and people, another chance from randomisation on.</summary>
    public IReadOnlyList<TrialEstimate> OtherChance { get; init; } = [];

    /// <summary>For the first replicates: the same parameters, other people.</summary>
    public IReadOnlyList<TrialEstimate> OtherPeople { get; init; } = [];

    /// <summary>What a published meta-analysis without the trial would have said; null where none was opened.</summary>
    public RivalEstimate? MetaAnalysis { get; init; }

    public bool IsRatio => TrialEstimate.IsRatio(Contrast.Estimator);

    public double Observed => Published.OnScale(IsRatio);

    public double Median => At(0.5);

    public double Low => At(Alpha / 2);

    public double High => At(1 - Alpha / 2);

    /// <summary>What a model in which no lever works would say: the trial's own sampling about no effect.</summary>
    public Prediction.Normal NoLeverWorks => new(0, Sampling);

    /// <summary>The published meta-analysis as a prediction: its estimate, its error and the trial's own sampling; null where there is none.</summary>
    public Normal? Rival => MetaAnalysis?.As(this);

    /// <summary>Standard error of the trial itself: the root mean square of the replicates' own, or where the estimator gives none the spread of an arm times √2.</summary>
    public double Sampling
    {
        get
        {
            double[] errors = [.. Estimates.Select(e => e.Error).Where(double.IsFinite)];
            if (errors.Length > 0) return Math.Sqrt(errors.Sum(e => e * e) / errors.Length);
            return Math.Sqrt(2) * Moments.StandardDeviation([.. Estimates.Select(e => e.Control).Where(double.IsFinite)]);
        }
    }

    /// <summary>The replicates as a normal law.</summary>
    public Normal AsNormal
    {
        get
        {
            double[] finite = [.. Estimates.Select(e => e.Value).Where(double.IsFinite)];
            return new(Moments.Mean(finite), Moments.StandardDeviation(finite));
        }
    }

    public bool IsHit => Observed >= Low && Observed <= High;

    /// <summary>Whether the prediction says on which side of no effect the trial falls.</summary>
    public bool Tells => Low > 0 || High < 0;

    public string Verdict =>
        double.IsNaN(Observed) ? "no number published" : double.IsNaN(Low) ? "nothing predicted" : IsHit ? Tells ? "hit" : "hit, cannot tell a direction" : Observed < Low ? "miss, published below" : "miss, published above";

    public double IntervalScore => IntervalScoreOf(Low, High, Observed);

    public double LogScore => AsNormal.LogScore(Observed);

    private double At(double p)
    {
        double[] known = [.. Estimates.Select(e => e.Value).Where(v => !double.IsNaN(v)).Order()];
        if (known.Length == 0) return double.NaN;
        double low = known[(int)Math.Floor(p * (known.Length - 1))], high = known[(int)Math.Ceiling(p * (known.Length - 1))];
        return double.IsInfinity(low) || double.IsInfinity(high) ? low : Quantile.Of(known, p);
    }

    private static double IntervalScoreOf(double low, double high, double y) => high - low + 2 / Alpha * (Math.Max(0, low - y) + Math.Max(0, y - high));

    /// <summary>A normal law as a rival prediction.</summary>
    public readonly record struct Normal(double Mean, double Sd)
    {
        public double Low => Mean - 1.6448536269514722 * Sd;

        public double High => Mean + 1.6448536269514722 * Sd;

        /// <summary>−ln of the density.</summary>
        public double LogScore(double y) => 0.5 * Math.Log(2 * Math.PI * Sd * Sd) + 0.5 * (y - Mean) * (y - Mean) / (Sd * Sd);

        public double IntervalScore(double y) => IntervalScoreOf(Low, High, y);
    }
}
