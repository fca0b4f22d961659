namespace Enteraxis.Studies.Suites;

/// <summary>Mean, variance and kurtosis of a sample whose values come one by one.</summary>
internal struct SampleMoments
{
    private double _shift, _one, _two, _three, _four;

    public int Count { get; private set; }

    public void Add(double value)
    {
        // Deviations from the first value keep the digits of the variance.
        if (Count == 0) _shift = value;
        double d = value - _shift;
        Count++;
        _one += d;
        _two += d * d;
        _three += d * d * d;
        _four += d * d * d * d;
    }

    public readonly double Mean => _shift + _one / Count;

    public readonly double Variance => Math.Max(0, (_two - _one * _one / Count) / (Count - 1));

    /// <summary>Fourth central moment by the squared second; 3 for a normal law, 0 for a constant.</summary>
    public readonly double Kurtosis
    {
        get
        {
            double m = _one / Count, second = _two / Count - m * m;
            double fourth = _four / Count - 4 * m * _three / Count + 6 * m * m * _two / Count - 3 * m * m * m * m;
            return second > 0 ? fourth / (second * second) : 0;
        }
    }
}
