namespace Enteraxis.Studies.GutReferences;

/// <summary>A reference that is known person by person.</summary>
public sealed class ReferenceValues : IReferenceLaw
{
    private readonly double[] _ascending;

    /// <param name="values">One a person, in any order.</param>
    public ReferenceValues(IEnumerable<double> values) => _ascending = [.. values.Order()];

    public int Count => _ascending.Length;

    public double PercentileOf(double share)
    {
        int below = First(share, orEqual: false), upTo = First(share, orEqual: true);
        return 100 * (below + 0.5 * (upTo - below)) / _ascending.Length;
    }

    /// <summary>The same reference without one person whose value this is: nobody is compared with herself.</summary>
    public ReferenceValues Without(double value)
    {
        int at = Array.BinarySearch(_ascending, value);
        return at < 0 ? this : new ReferenceValues(_ascending.Where((_, i) => i != at));
    }

    private int First(double share, bool orEqual)
    {
        int low = 0, high = _ascending.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_ascending[middle] < share || (orEqual && _ascending[middle] == share)) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
