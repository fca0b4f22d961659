namespace Enteraxis.Numerics.Distributions;

/// <summary>Search for the first whole number from which a monotone condition holds.</summary>
internal static class IntegerQuantile
{
    /// <summary>Gallops from the guess, then bisects; the condition must hold at <paramref name="last"/>.</summary>
    internal static long Find(Func<long, bool> holds, long guess, long last)
    {
        long low, high, stride = 1;
        if (holds(guess))
        {
            high = guess;
            low = guess - 1;
            while (low >= 0 && holds(low))
            {
                high = low;
                low = Math.Max(-1, low - stride);
                stride *= 2;
            }
        }
        else
        {
            low = guess;
            high = Math.Min(last, guess + 1);
            while (high < last && !holds(high))
            {
                low = high;
                stride *= 2;
                high = Math.Min(last, high + stride);
            }
        }
        while (high - low > 1)
        {
            long middle = low + (high - low) / 2;
            if (holds(middle)) high = middle;
            else low = middle;
        }
        return high;
    }
}
