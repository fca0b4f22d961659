namespace Enteraxis.Statistics.Disability;

/// <summary>How far a score must move to count, by the score it starts from. Values rise in bands: (up to and including this baseline, this step).</summary>
public sealed class ScoreSteps
{
    private readonly (double UpTo, double Step)[] _bands;

    /// <exception cref="ArgumentException">No band, bands out of order, or a step that is not positive.</exception>
    public ScoreSteps(params (double UpTo, double Step)[] bands)
    {
        if (bands.Length == 0 || bands.Any(b => !(b.Step > 0)) || bands.Zip(bands.Skip(1)).Any(p => p.First.UpTo >= p.Second.UpTo))
            throw new ArgumentException("Bands must rise and have positive steps.", nameof(bands));
        _bands = bands;
    }

    /// <summary>EDSS as most recent trials take it: 1.5 from 0, 1.0 from 0.5 to 5.0, 0.5 from 5.5.</summary>
    public static ScoreSteps Edss { get; } = new((0, 1.5), (5, 1), (double.PositiveInfinity, 0.5));

    /// <summary>The step from this baseline; the last band goes on above its end.</summary>
    public double From(double baseline)
    {
        foreach ((double upTo, double step) in _bands)
            if (baseline <= upTo) return step;
        return _bands[^1].Step;
    }
}
